package org.archipelago.ui.workbench.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/** How long a run has worked, pauses left out, and how long its rounds take. Not thread-safe. */
final class RunClock {

  private static final int ROUNDS_FOR_PACE = 10;

  private final LongSupplier nanoTime;
  private final Deque<Double> pace = new ArrayDeque<>();
  private double workedSeconds;
  private long since;
  private boolean working;

  /** @param nanoTime the clock, as {@link System#nanoTime()} */
  RunClock(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** The run works from now on, or no longer does. */
  void working(boolean works) {
    workedSeconds = elapsedSeconds();
    since = nanoTime.getAsLong();
    working = works;
  }

  /** A time that is known from a record. */
  void add(double seconds) {
    workedSeconds += seconds;
  }

  double elapsedSeconds() {
    return workedSeconds + (working ? (nanoTime.getAsLong() - since) / 1e9 : 0);
  }

  /** A round took so long. */
  void round(double seconds) {
    pace.addLast(seconds);
    if (pace.size() > ROUNDS_FOR_PACE) {
      pace.removeFirst();
    }
  }

  /** How long so many rounds are going to take, by the pace of the last ones. */
  OptionalDouble remainingSeconds(double rounds) {
    return pace.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            Math.max(0, rounds) * pace.stream().mapToDouble(Double::doubleValue).average().orElse(0));
  }
}
