package org.archipelago.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WorkProgressTest {

  private static final long SECOND = 1_000_000_000L;

  private final StringWriter text = new StringWriter();
  private final AtomicLong clock = new AtomicLong();

  private WorkProgress progress(Terminal terminal) {
    return new WorkProgress(new PrintWriter(text), terminal, clock::get);
  }

  @Test
  void aPipeGetsAtMostOneLineASecondWithTheTimeLeft() {
    WorkProgress progress = progress(Terminal.PIPE);
    progress.progress("Training", 0, 100);
    clock.set(SECOND / 2);
    progress.progress("Training", 30, 100);
    clock.set(SECOND);
    progress.progress("Training", 25, 100); // told late by another thread
    clock.set(SECOND + 1);
    progress.progress("Training", 60, 100);
    progress.ended();
    assertEquals("Training  30 %  3 s left" + System.lineSeparator(), text.toString());
  }

  @Test
  void aTerminalGetsOneLineThatIsWrittenOverAndCleared() {
    WorkProgress progress = progress(new Terminal(true, 60));
    progress.progress("Training", 0, 100);
    clock.set(SECOND);
    progress.progress("Training", 50, 100);
    progress.ended();
    String line = "Training [" + "█".repeat(10) + "░".repeat(10) + "] 50 %  1 s left";
    assertEquals(
        "\r" + line + " ".repeat(59 - line.length()) + "\r" + line + "\r" + " ".repeat(59) + "\r",
        text.toString());
  }

  @Test
  void workOfUnknownSizeIsNotShown() {
    WorkProgress progress = progress(Terminal.PIPE);
    clock.set(5 * SECOND);
    progress.progress("Reading", 7, 0);
    progress.ended();
    assertEquals("", text.toString());
  }
}
