package org.archipelago.client;

import java.time.Duration;

/**
 * How long a participant keeps trying when the network fails: the delay doubles from attempt to attempt.
 *
 * @param attempts in all, at least 1
 * @param first delay after the first failure
 * @param longest delay ever
 */
public record RetryPolicy(int attempts, Duration first, Duration longest) {

  /** For a session that one has joined: about two minutes. */
  public static final RetryPolicy PATIENT =
      new RetryPolicy(16, Duration.ofMillis(500), Duration.ofSeconds(10));

  /** For the first contact, where a wrong address is the likelier cause: about two seconds. */
  public static final RetryPolicy BRIEF =
      new RetryPolicy(3, Duration.ofMillis(500), Duration.ofSeconds(2));

  /** @param attempt the attempt that failed, from 1 */
  Duration delayAfter(int attempt) {
    Duration delay = first.multipliedBy(1L << Math.min(attempt - 1, 20));
    return delay.compareTo(longest) < 0 ? delay : longest;
  }
}
