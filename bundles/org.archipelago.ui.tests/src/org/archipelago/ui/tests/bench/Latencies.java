package org.archipelago.ui.tests.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.swt.widgets.Display;

/** Times from when something was asked of the window until it was done, all that was in the way included. */
final class Latencies {

  private static final double[] PERCENTS = {50, 90, 95, 99};
  private static final double NANOS_A_MILLI = 1e6;

  private final List<Long> nanos = new CopyOnWriteArrayList<>();
  private final Display display;

  Latencies(Display display) {
    this.display = display;
  }

  /** Asks for something as a key or the mouse does, and goes on in a while, whether it is done or not. */
  void ask(Runnable action, int pauseMillis) {
    long asked = System.nanoTime();
    display.asyncExec(() -> {
      action.run();
      nanos.add(System.nanoTime() - asked);
    });
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pauseMillis));
  }

  /** Takes down a time that was measured elsewhere. */
  void took(long someNanos) {
    nanos.add(someNanos);
  }

  /** One line for people, and for a look at how it changes. */
  void print(String what) {
    display.syncExec(() -> { });
    long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-34s %4d times", what, sorted.length));
    for (double percent : PERCENTS) {
      long value = sorted[(int) Math.ceil(percent / 100 * sorted.length) - 1];
      line.append(String.format(Locale.ROOT, "   p%.0f %6.1f ms", percent, value / NANOS_A_MILLI));
    }
    long most = Arrays.stream(sorted).max().orElse(0);
    System.out.println(line.append(String.format(Locale.ROOT, "   most %6.1f ms", most / NANOS_A_MILLI)));
  }
}
