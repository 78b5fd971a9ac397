package org.archipelago.headless;

import java.io.PrintWriter;
import java.util.function.LongSupplier;
import org.archipelago.core.ProgressListener;

/**
 * How far a piece of work has come: on a terminal a bar that is written over, in a pipe at most one line
 * a second. Thread-safe.
 */
final class WorkProgress implements ProgressListener {

  private static final long BETWEEN_DRAWINGS = 100_000_000L;
  private static final long BETWEEN_LINES = 1_000_000_000L;
  private static final int BAR = 20;

  private final PrintWriter out;
  private final Terminal terminal;
  private final LongSupplier nanos;
  private String told = "";
  private String work = "";
  private long begun;
  private long lastShown;
  private long furthest;
  private boolean drawn;

  /** @param nanos a clock such as {@link System#nanoTime} */
  WorkProgress(PrintWriter out, Terminal terminal, LongSupplier nanos) {
    this.out = out;
    this.terminal = terminal;
    this.nanos = nanos;
    this.lastShown = nanos.getAsLong();
  }

  @Override
  public synchronized void progress(String what, long done, long total) {
    long now = nanos.getAsLong();
    if (!what.equals(told)) {
      told = what;
      work = Words.recorded(what);
      begun = now;
      furthest = 0;
    }
    furthest = Math.max(furthest, done); // threads may tell of it out of order
    long between = terminal.interactive() ? BETWEEN_DRAWINGS : BETWEEN_LINES;
    if (total > 0 && now - lastShown >= between) {
      show((double) furthest / total, (now - begun) * 1e-9);
      lastShown = now;
    }
  }

  private void show(double share, double seconds) {
    String figures = "%d %%".formatted((int) Math.floor(100 * share));
    String left = RoundWords.left(share, seconds).map(text -> "  " + text).orElse("");
    if (terminal.interactive()) {
      int full = (int) Math.floor(BAR * Math.min(1, share));
      draw(work + " [" + "█".repeat(full) + "░".repeat(BAR - full) + "] " + figures + left);
    } else {
      out.println(work + "  " + figures + left);
      out.flush();
    }
  }

  private void draw(String text) {
    int width = terminal.width() - 1;
    String cut = TextWidth.cut(text, width);
    out.print("\r" + TextWidth.padded(cut, width) + "\r" + cut);
    out.flush();
    drawn = true;
  }

  /** Leaves a terminal's line as it was before. */
  synchronized void ended() {
    if (drawn) {
      out.print("\r" + " ".repeat(terminal.width() - 1) + "\r");
      out.flush();
      drawn = false;
    }
  }
}
