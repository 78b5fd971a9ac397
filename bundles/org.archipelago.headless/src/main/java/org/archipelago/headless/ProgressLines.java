package org.archipelago.headless;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.archipelago.core.MemoryNeed;
import org.archipelago.core.RoundResult;
import org.archipelago.core.RunHeader;

/** Progress in plain lines: the first and the last round, and between them at most one line a second. */
final class ProgressLines implements ProgressDisplay {

  private static final long SECOND = 1_000_000_000L;

  private final PrintWriter out;
  private final LongSupplier nanos;
  private RoundWords words;
  private RoundResult pending;
  private long started;
  private long lastLine;

  /** @param nanos a clock such as {@link System#nanoTime} */
  ProgressLines(PrintWriter out, LongSupplier nanos) {
    this.out = out;
    this.nanos = nanos;
  }

  @Override
  public void started(RunHeader header) {
    words = new RoundWords(header);
    started = nanos.getAsLong();
    out.println(RoundWords.data(header));
    out.flush();
  }

  @Override
  public void memory(MemoryNeed need) {
    out.println(RoundWords.memory(need));
    out.flush();
  }

  @Override
  public void round(RoundResult result) {
    if (result.round() <= 1 || nanos.getAsLong() - lastLine >= SECOND) {
      print(result);
    } else {
      pending = result;
    }
  }

  @Override
  public void ended() {
    if (pending != null) {
      print(pending);
    }
  }

  private void print(RoundResult result) {
    long now = nanos.getAsLong();
    List<String> parts = new ArrayList<>();
    parts.add(words.number(result.round()));
    parts.addAll(words.figures(result));
    words.remaining(result.round(), (now - started) * 1e-9).ifPresent(parts::add);
    out.println(String.join("  ", parts));
    out.flush();
    lastLine = now;
    pending = null;
  }
}
