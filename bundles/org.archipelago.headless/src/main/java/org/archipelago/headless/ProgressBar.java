package org.archipelago.headless;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.archipelago.core.MemoryNeed;
import org.archipelago.core.RoundResult;
import org.archipelago.core.RunHeader;

/** Progress in one line of a terminal that is written over and over. */
final class ProgressBar implements ProgressDisplay {

  private static final long BETWEEN_DRAWINGS = 100_000_000L;
  private static final int LONGEST_BAR = 30;
  private static final int SHORTEST_BAR = 4;

  private final PrintWriter out;
  private final int width;
  private final LongSupplier nanos;
  private RoundWords words;
  private RoundResult last;
  private int roundsDone;
  private double insideRound;
  private long started;
  private long lastDrawn;
  private boolean drawn;

  /**
   * @param width columns of the terminal
   * @param nanos a clock such as {@link System#nanoTime}
   */
  ProgressBar(PrintWriter out, int width, LongSupplier nanos) {
    this.out = out;
    this.width = width;
    this.nanos = nanos;
    this.lastDrawn = nanos.getAsLong() - BETWEEN_DRAWINGS;
  }

  @Override
  public void preparing(String what) {
    if (due()) {
      draw(Words.recorded(what) + " …");
    }
  }

  @Override
  public void started(RunHeader header) {
    words = new RoundWords(header);
    started = nanos.getAsLong();
    erase();
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
    roundsDone = result.round();
    insideRound = 0;
    last = result;
    if (roundsDone <= 1 || roundsDone == words.rounds() || due()) {
      draw(line());
    }
  }

  @Override
  public void inside(int round, int clientsDone, int clients) {
    insideRound = clients == 0 ? 0 : (double) clientsDone / clients;
    if (due()) {
      draw(line());
    }
  }

  @Override
  public void ended() {
    if (words != null) {
      draw(line());
      out.println();
      out.flush();
    } else {
      erase();
    }
  }

  /** With the loss, if there is room for it beside a bar. */
  private String line() {
    String number = "%d/%d".formatted(roundsDone, words.rounds());
    String text = text(last == null ? List.of() : words.figures(last));
    if (room(number, text) < SHORTEST_BAR) {
      text = text(words.fewFigures(last));
    }
    int bar = Math.min(LONGEST_BAR, Math.max(SHORTEST_BAR, room(number, text)));
    int full = (int) Math.floor(bar * (roundsDone + insideRound) / words.rounds());
    return number + " [" + "█".repeat(full) + "░".repeat(bar - full) + "] " + text;
  }

  private String text(List<String> figures) {
    List<String> parts = new ArrayList<>(figures);
    words.remaining(roundsDone, (nanos.getAsLong() - started) * 1e-9).ifPresent(parts::add);
    return String.join("  ", parts);
  }

  /** Columns left for a bar in its brackets. */
  private int room(String number, String text) {
    return width - 1 - number.length() - " [] ".length() - TextWidth.of(text);
  }

  private boolean due() {
    return nanos.getAsLong() - lastDrawn >= BETWEEN_DRAWINGS;
  }

  /** A line longer than the terminal would wrap, and could not be written over. */
  private void draw(String text) {
    String cut = TextWidth.cut(text, width - 1);
    out.print("\r" + TextWidth.padded(cut, width - 1) + "\r" + cut);
    out.flush();
    lastDrawn = nanos.getAsLong();
    drawn = true;
  }

  private void erase() {
    if (drawn) {
      out.print("\r" + " ".repeat(width - 1) + "\r");
      out.flush();
    }
  }
}
