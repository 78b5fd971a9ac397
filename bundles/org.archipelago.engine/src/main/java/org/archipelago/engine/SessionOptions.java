package org.archipelago.engine;

import java.time.Duration;

/**
 * How a session is held.
 *
 * @param address the address to listen on; other machines reach it only if it is not the loopback one
 * @param port the port, 0 to 65535; 0 lets the system choose a free one
 * @param deadline how long a round waits for a remote client's update, above 0
 * @param silence after how long without a word a remote client is no longer waited for, above 0
 */
public record SessionOptions(String address, int port, Duration deadline, Duration silence) {

  /** On this machine only, at a free port; five minutes a round, fifteen seconds of silence. */
  public static final SessionOptions DEFAULT =
      new SessionOptions("127.0.0.1", 0, Duration.ofMinutes(5), Duration.ofSeconds(15));

  public SessionOptions {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("a port is 0 to 65535, but it is " + port);
    }
    if (deadline.isNegative() || deadline.isZero() || silence.isNegative() || silence.isZero()) {
      throw new IllegalArgumentException(
          "deadline and silence must be above 0, but are %s and %s".formatted(deadline, silence));
    }
  }

  public SessionOptions withAddress(String newAddress, int newPort) {
    return new SessionOptions(newAddress, newPort, deadline, silence);
  }

  public SessionOptions withDeadline(Duration newDeadline) {
    return new SessionOptions(address, port, newDeadline, silence);
  }

  public SessionOptions withSilence(Duration newSilence) {
    return new SessionOptions(address, port, deadline, newSilence);
  }
}
