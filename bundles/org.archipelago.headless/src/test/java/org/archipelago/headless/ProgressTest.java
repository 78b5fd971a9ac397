package org.archipelago.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.archipelago.core.DatasetSummary;
import org.archipelago.core.Metrics;
import org.archipelago.core.PrivacyStatus;
import org.archipelago.core.Provenance;
import org.archipelago.core.RoundResult;
import org.archipelago.core.RunHeader;
import org.archipelago.core.RunOutcome;
import org.archipelago.core.RunState;
import org.archipelago.core.Task;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.store.experiment.ExperimentOverride;
import org.junit.jupiter.api.Test;

/** What stands in a pipe and on a terminal, by a clock that the test turns. */
class ProgressTest {

  private static final int ROUNDS = 4;
  private static final long SECOND = 1_000_000_000L;

  private final StringWriter text = new StringWriter();
  private long now;

  private static RunHeader header() throws Exception {
    ChosenExperiment digits =
        ChosenExperiment.read(
            ExperimentSource.named("digits-privacy"),
            Catalog.load(),
            List.of(
                ExperimentOverride.set("training.rounds=" + ROUNDS)));
    DatasetSummary data =
        new DatasetSummary(
            "sample:digits",
            Task.classification("label", List.of("0", "1")),
            List.of(),
            1437,
            360,
            List.of(),
            300,
            OptionalDouble.of(0.1),
            List.of());
    return new RunHeader(
        digits.experiment(),
        digits.text(),
        Provenance.here(Instant.EPOCH, 42, "sample:digits", "", "", "plain Java"),
        data,
        true);
  }

  private static RoundResult round(int round) {
    return new RoundResult(
        round,
        Optional.of(
            Metrics.of(360, Map.of(Metrics.ACCURACY, 0.2 * round, Metrics.LOSS, 2.0 - 0.25 * round))),
        OptionalDouble.empty(),
        List.of(),
        Optional.of(
            new PrivacyStatus(
                round, 1e-5, OptionalDouble.of(4), PrivacyStatus.NoiseOrigin.SIMULATED, "one client")),
        OptionalDouble.empty(),
        OptionalLong.empty(),
        OptionalLong.empty());
  }

  /** Rounds that take so many nanoseconds each. */
  private Progress run(ProgressDisplay display, long nanosPerRound, int rounds) throws Exception {
    Progress progress = new Progress(display);
    progress.progress("Reading sample:digits", 0, 0);
    progress.started(header());
    for (int round = 0; round <= rounds; round++) {
      now += round == 0 ? 0 : nanosPerRound;
      progress.progress(round, 1, 2);
      progress.round(round(round));
    }
    progress.finished(new RunOutcome(RunState.STOPPED, rounds, "Stopped."));
    return progress;
  }

  private ProgressDisplay lines() {
    return new ProgressLines(new PrintWriter(text), () -> now);
  }

  private ProgressDisplay bar(int width) {
    return new ProgressBar(new PrintWriter(text), width, () -> now);
  }

  @Test
  void inAPipeSlowRoundsAreALineEach() throws Exception {
    Progress progress = run(lines(), 2 * SECOND, ROUNDS);
    assertEquals(
        List.of(
            "1,437 rows on 300 clients, 360 held out. The majority class alone has accuracy 10.0 %.",
            "round 0/4  accuracy 0.0 %  loss 2.00  ε 0/4 (simulated, not private)",
            "round 1/4  accuracy 20.0 %  loss 1.75  ε 1.00/4 (simulated, not private)  6 s left",
            "round 2/4  accuracy 40.0 %  loss 1.50  ε 2.00/4 (simulated, not private)  4 s left",
            "round 3/4  accuracy 60.0 %  loss 1.25  ε 3.00/4 (simulated, not private)  2 s left",
            "round 4/4  accuracy 80.0 %  loss 1.00  ε 4.00/4 (simulated, not private)"),
        text.toString().lines().toList());
    assertEquals(4, progress.last().orElseThrow().round());
  }

  @Test
  void inAPipeFastRoundsAreFirstAndLastOnly() throws Exception {
    run(lines(), SECOND / 10, ROUNDS);
    assertEquals(List.of("round 0/4", "round 1/4", "round 4/4"), rounds());
  }

  @Test
  void inAPipeTheLastLineIsTheLastRoundOfAStoppedRun() throws Exception {
    run(lines(), SECOND / 10, 3);
    assertEquals(List.of("round 0/4", "round 1/4", "round 3/4"), rounds());
  }

  private List<String> rounds() {
    return text.toString().lines().skip(1).map(line -> line.substring(0, 9)).toList();
  }

  @Test
  void onATerminalOneLineIsWrittenOver() throws Exception {
    run(bar(80), 90 * SECOND, ROUNDS);
    List<String> drawn = drawn();
    assertEquals("Reading sample:digits …", drawn.get(0));
    assertTrue(
        drawn.contains("1/4 [█░░░░] accuracy 20.0 %  ε 1.00/4 (simulated, not private)  4 min 30 s left"),
        drawn::toString);
    assertEquals(
        "4/4 [███████████] accuracy 80.0 %  loss 1.00  ε 4.00/4 (simulated, not private)",
        drawn.get(drawn.size() - 1));
    assertEquals(2, text.toString().chars().filter(c -> c == '\n').count(), "lines that stay");
  }

  @Test
  void noLineIsAsWideAsTheTerminal() throws Exception {
    for (int width : List.of(20, 40, 80, 120)) {
      text.getBuffer().setLength(0);
      run(bar(width), SECOND, ROUNDS);
      for (String line : drawn()) {
        assertTrue(line.startsWith("1,437 rows") || line.length() < width, width + ": " + line);
      }
    }
  }

  /** Whatever stood in a line at some time, without blanks at its end. */
  private List<String> drawn() {
    return text.toString().replace('\n', '\r').lines().map(String::stripTrailing)
        .filter(line -> !line.isEmpty()).toList();
  }

  @Test
  void quietSaysNothing() throws Exception {
    run(ProgressDisplay.NONE, SECOND, ROUNDS);
    assertEquals("", text.toString());
  }

  @Test
  void aRunThatNeverBeganLeavesNoLine() {
    Progress progress = new Progress(bar(80));
    progress.progress("Reading sample:digits", 0, 0);
    progress.finished(new RunOutcome(RunState.FAILED, 0, "No data."));
    assertTrue(text.toString().endsWith("\r"), text.toString());
    assertTrue(progress.last().isEmpty());
  }
}
