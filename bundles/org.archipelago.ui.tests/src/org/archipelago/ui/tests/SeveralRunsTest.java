package org.archipelago.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.archipelago.core.DatasetSummary;
import org.archipelago.core.DatasetSummary.ClientSummary;
import org.archipelago.core.Metrics;
import org.archipelago.core.Provenance;
import org.archipelago.core.RoundResult;
import org.archipelago.core.RunHeader;
import org.archipelago.core.RunOutcome;
import org.archipelago.core.RunRecorder;
import org.archipelago.core.RunState;
import org.archipelago.core.Task;
import org.archipelago.store.run.FileRunRepository;
import org.archipelago.store.samples.SampleExperiments;
import org.archipelago.ui.tests.pages.ExperimentsPage;
import org.archipelago.ui.tests.pages.RunPage;
import org.archipelago.ui.tests.pages.Ui;
import org.archipelago.ui.tests.pages.WorkbenchPage;
import org.archipelago.ui.tests.pages.WorkbenchPage.Command;
import org.archipelago.ui.workbench.Workspace;
import org.archipelago.ui.workbench.run.LiveRun;
import org.archipelago.ui.workbench.run.RunService;
import org.archipelago.ui.workbench.run.ShownRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SeveralRunsTest {

  private final WorkbenchPage workbench = new WorkbenchPage();
  private final ExperimentsPage experiments = workbench.experiments();
  private final RunPage run = workbench.run();
  private final Workspace workspace = workbench.window().getService(Workspace.class);
  private final RunService runs = workbench.window().getService(RunService.class);

  @AfterEach
  void endEverything() {
    runs.live().forEach(LiveRun::stop);
    Ui.waitUntil("no run is under way", () -> runs.live().isEmpty());
    workbench.window().getService(ShownRun.class).show(null);
    workbench.closeEditors();
  }

  @Test
  void twoRunsThatAreSelectedStandOnTheSameCharts() {
    finish("wdbc-hospitals", 3);
    finish("wdbc-hospitals", 2);
    experiments.selectRuns("Samples", "wdbc-hospitals", 0, 1);
    run.waitFor("2 runs compared");
    List<String> names = run.curves("Loss");
    assertEquals(2, names.size());
    assertTrue(names.stream().allMatch(name -> name.startsWith("wdbc-hospitals, ")), names.toString());
    assertEquals(2, new HashSet<>(names).size(), "each has a name of its own: " + names);
    assertEquals(names, run.curves("Accuracy on the hold-out"));
    assertEquals(List.of(0, 1), run.styles("Loss"), "each has its own colour and dash");
    assertEquals(3, run.points("Loss"), "the newest is the first");
    List<String> lines = run.lines();
    assertTrue(lines.get(0).contains("Completed | 2 of 2 | "), lines.toString());
    assertTrue(lines.get(1).contains("Completed | 3 of 3 | "), lines.toString());

    experiments.selectRuns("Samples", "wdbc-hospitals", 1);
    run.waitFor("3 of 3 rounds");
    assertFalse(run.says("compared"));
  }

  @Test
  void runsWaitForTheirTurnAndCanBeGoneTo() {
    int most = Runtime.getRuntime().availableProcessors() < 2 ? 1 : 3;
    for (int i = 0; i < most + 1; i++) {
      start("digits-mlp", 10_000);
      int started = i + 1;
      Ui.waitUntil("another run", () -> runs.live().size() == started);
      if (runs.live().getLast().model().isQueued()) {
        break;
      }
    }
    assertTrue(runs.live().getLast().model().isQueued(), "the last one waits");
    run.waitFor("Queued");
    run.waitFor("begins as soon as a processor is free");
    assertFalse(workbench.isEnabled(Command.PAUSE));
    int last = runs.live().size() - 1;
    Ui.waitUntil(() -> "a button each: " + run.activeRuns(), () -> run.activeRuns().size() == last + 1);
    assertTrue(run.activeRuns().get(last).endsWith(": Queued"), run.activeRuns().toString());
    Ui.waitUntil(
        "the tree says so",
        () -> experiments.runs("Samples", "digits-mlp").getFirst().startsWith("Queued"));

    run.goTo(0);
    run.waitForState(RunState.RUNNING);
    workbench.execute(Command.STOP);
    run.waitForState(RunState.STOPPED);
    Ui.waitUntil("the last one begins", () -> !runs.live().getLast().model().isQueued());
  }

  @Test
  void aRunIsTakenOutOfTheQueue() {
    for (int i = 0; i < 4 && runs.live().stream().noneMatch(live -> live.model().isQueued()); i++) {
      int before = runs.live().size();
      start("digits-mlp", 10_000);
      Ui.waitUntil("another run", () -> runs.live().size() == before + 1);
    }
    run.waitFor("Queued");
    int before = runs.live().size();
    workbench.execute(Command.STOP);
    run.waitFor("Taken out of the queue before it began.");
    assertEquals(before - 1, runs.live().size());
  }

  @Test
  void aClientThatIsChosenHasItsCurveOverTheOthers() {
    finish("digits-mlp", 3);
    Ui.waitUntil("the clients are listed", () -> run.clients() == 10);
    run.sortBy("Rows");
    String smallest = run.clientNames().getFirst();
    run.chooseLine(0);
    assertEquals(smallest, run.curves("Accuracy on the hold-out").getLast());
    assertEquals(smallest, run.curves("Loss").getLast());

    run.sortBy("Rows");
    assertEquals(smallest, run.clientNames().getLast(), "the other way round");
    assertEquals(smallest, run.curves("Accuracy on the hold-out").getLast());
    run.filterClients("client 10");
    run.waitFor("1 of 10 clients");
    assertEquals(List.of("client 10"), run.clientNames());
    run.filterClients("");
  }

  @Test
  void theLogTellsOfEveryRound() {
    finish("wdbc-hospitals", 2);
    run.tab("Log");
    Ui.waitUntil(() -> "five lines: " + run.lines(), () -> run.lines().size() >= 5);
    String lines = String.join("\n", run.lines());
    assertTrue(lines.contains("5 clients, 2 rounds, seed 42"), lines);
    assertTrue(lines.contains(" | Before training  ·  Loss "), lines);
    assertTrue(lines.contains(" | Round 2  ·  Loss "), lines);
    assertTrue(lines.contains("5 of 5 clients trained"), lines);
    assertTrue(lines.matches("(?s)\\d\\d:\\d\\d:\\d\\d \\| .*"), lines);
    run.tab("Cost");
    Ui.waitUntil("cost is drawn", () -> run.charts().containsAll(List.of("Time a round (s)", "Data a round (kB)")));
    run.tab("Clients");
  }

  @Test
  void baselinesAreTrainedBesideARun() {
    finish("wdbc-hospitals", 2);
    assertEquals(1, run.curves("Accuracy on the hold-out").size());
    workbench.execute(Command.BASELINES);
    Ui.waitUntil(
        () -> "the baselines are on the charts: " + run.curves("Accuracy on the hold-out"),
        () -> run.curves("Accuracy on the hold-out")
            .equals(List.of("Federated", "Pooled data", "Each client alone, median")));
  }

  @Test
  void aRunStartedElsewhereShowsUpAndIsFollowed() throws IOException {
    RunHeader header = header("churn-companies");
    int before = experiments.runs("Samples", "churn-companies").size();
    var repository =
        FileRunRepository.at(workspace.runs().resolve("by-hand-" + System.nanoTime()));
    try (RunRecorder recorder = repository.create(header)) {
      recorder.round(round(0));
      Ui.waitUntil(
          "it is listed beneath its experiment",
          () -> experiments.runs("Samples", "churn-companies").size() == before + 1);
      assertTrue(
          experiments.runs("Samples", "churn-companies").getFirst().contains("Running"),
          experiments.runs("Samples", "churn-companies").toString());
      experiments.selectRuns("Samples", "churn-companies", 0);
      run.waitFor("runs in another process, where it can be stopped");
      assertFalse(workbench.isEnabled(Command.STOP));
      Ui.waitUntil("one point", () -> run.charts().contains("Loss") && run.points("Loss") == 1);
      recorder.round(round(1));
      recorder.round(round(2));
      Ui.waitUntil("the new rounds are drawn", () -> run.points("Loss") == 3);
      recorder.finish(new RunOutcome(RunState.COMPLETED, 2, "All rounds done."));
    }
    run.waitFor("Completed");
    Ui.waitUntil(
        "the tree says so",
        () -> experiments.runs("Samples", "churn-companies").getFirst().contains("Completed"));
  }

  private RunHeader header(String sample) {
    String text = SampleExperiments.find(sample).orElseThrow().text();
    DatasetSummary dataset =
        new DatasetSummary(
            "sample:churn",
            Task.classification("churn", List.of("no", "yes")),
            List.of("x"),
            20,
            5,
            List.of(
                new ClientSummary("West", 10, List.of()), new ClientSummary("East", 10, List.of())),
            OptionalDouble.of(0.86),
            List.of());
    return new RunHeader(
        workspace.read(text, sample + ".yaml").orThrow(),
        text,
        Provenance.here(Instant.now(), 42, "sample:churn", "", "", "plain"),
        dataset,
        false);
  }

  private static RoundResult round(int number) {
    Metrics test = Metrics.of(5, Map.of(Metrics.LOSS, 1.0 / (number + 1), Metrics.ACCURACY, 0.8));
    return new RoundResult(
        number,
        Optional.of(test),
        OptionalDouble.empty(),
        List.of(),
        Optional.empty(),
        OptionalDouble.of(0.5),
        OptionalLong.empty(),
        OptionalLong.empty());
  }

  private void finish(String sample, int rounds) {
    int before = experiments.runs("Samples", sample).size();
    workbench.untilAnotherRunIsShown(() -> start(sample, rounds));
    run.waitForState(RunState.COMPLETED);
    run.waitFor("%1$d of %1$d rounds".formatted(rounds));
    Ui.waitUntil("it has ended", () -> runs.live().isEmpty());
    Ui.waitUntil(
        "it is listed as completed",
        () -> experiments.runs("Samples", sample).size() == before + 1
            && experiments.runs("Samples", sample).getFirst().endsWith("Completed"));
    workbench.closeEditors();
  }

  private void start(String sample, int rounds) {
    workbench.closeEditors();
    experiments.under("Samples");
    experiments.open("Samples", sample);
    String text = workbench.editor().text();
    String old = text.lines().filter(line -> line.contains("rounds: ")).findFirst().orElseThrow();
    String number = old.replaceFirst(".*rounds: (\\d+).*", "$1");
    workbench.editor().replace("rounds: " + number, "rounds: " + rounds);
    workbench.execute(Command.RUN);
  }
}
