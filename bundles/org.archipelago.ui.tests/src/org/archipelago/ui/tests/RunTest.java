package org.archipelago.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.archipelago.core.Run;
import org.archipelago.core.RunState;
import org.archipelago.ui.tests.pages.RunPage;
import org.archipelago.ui.tests.pages.Ui;
import org.archipelago.ui.tests.pages.WorkbenchPage;
import org.archipelago.ui.tests.pages.WorkbenchPage.Command;
import org.archipelago.ui.workbench.Workspace;
import org.archipelago.ui.workbench.run.LiveRun;
import org.archipelago.ui.workbench.run.RunService;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class RunTest {

  private final WorkbenchPage workbench = new WorkbenchPage();
  private final Workspace workspace = workbench.window().getService(Workspace.class);
  private final RunService runs = workbench.window().getService(RunService.class);
  private final RunPage run = workbench.run();

  @AfterEach
  void endEverything() {
    runs.live().forEach(LiveRun::stop);
    Ui.waitUntil("no run is under way", () -> runs.live().isEmpty());
    workbench.closeEditors();
  }

  @Test
  void aSampleWithItsRoundsChangedRunsToItsEnd() {
    start("digits-privacy", 5);
    run.waitForState(RunState.COMPLETED);
    run.waitFor("5 of 5 rounds");
    run.waitFor("Completed");
    Ui.waitUntil("the charts are drawn", run::chartsAreDrawn);

    List<String> charts = List.of("Loss", "Accuracy on the hold-out", "Privacy spent");
    Ui.waitUntil(() -> charts + ", not " + run.charts(), () -> run.charts().equals(charts));
    Ui.waitUntil("round 0 and five more are drawn", () -> run.points("Loss") == 6);
    assertEquals(300, run.clients());
    Ui.waitUntil("the run is listed", () -> listed("digits-privacy").contains(" %"));
  }

  @Test
  void aRunWithoutPrivacySaysThatNothingIsPromised() {
    start("wdbc-hospitals", 3);
    run.waitForState(RunState.COMPLETED);
    run.waitFor("No privacy strategy: nothing is promised.");
    Ui.waitUntil("no chart of ε", () -> !run.charts().contains("Privacy spent"));
    Ui.waitUntil("clients are listed", () -> run.clients() == 5);
    Ui.waitUntil("the first client has trained", () -> run.client(0).get(1).equals("trained"));
  }

  @Test
  void clientsThatHideTheirRowsShowWhatEachHasSpent() {
    start("digits-dp-sgd", 2);
    run.waitForState(RunState.COMPLETED);
    Ui.waitUntil("clients are listed", () -> run.clients() == 10);
    Ui.waitUntil("the first client's ε", () -> run.client(0).getLast().matches("\\d\\.\\d+"));
    Ui.waitUntil("there is a chart of ε", () -> run.charts().contains("Privacy spent"));
    int columns = run.client(0).size();
    run.sortBy("ε");
    showClients("wdbc-hospitals", 5);
    Ui.waitUntil("no column for ε", () -> run.client(0).size() == columns - 1);
    assertEquals("unsorted", run.sorting());
  }

  @Test
  void runsOfMoreAndFewerClientsFollowWhileAClientIsChosen() {
    showClients("wdbc-hospitals", 5);
    run.chooseLine(4);
    showClients("digits-mlp", 10);
    run.chooseLine(9);
    showClients("wdbc-hospitals", 5);
    run.chooseLine(4);
    start("digits-mlp", 10_000);
    run.waitForRound(1);
  }

  private void showClients(String sample, int clients) {
    start(sample, 2);
    run.waitForState(RunState.COMPLETED);
    Ui.waitUntil(clients + " clients", () -> run.clients() == clients);
  }

  @Test
  void aRunIsPausedResumedAndStopped() {
    start("digits-mlp", 10_000);
    run.waitForRound(1);
    workbench.execute(Command.PAUSE);
    run.waitForState(RunState.PAUSED);
    run.waitFor("Paused");
    int rounds = run.snapshot().round();

    workbench.execute(Command.PAUSE);
    run.waitForState(RunState.RUNNING);
    run.waitForRound(rounds + 2);

    workbench.execute(Command.STOP);
    run.waitForState(RunState.STOPPED);
    run.waitFor("Stopped");
    Ui.waitUntil("Stop can't be used", () -> !workbench.isEnabled(Command.STOP));
    assertTrue(run.snapshot().round() >= rounds + 2);
  }

  @Test
  void aPastRunIsOpenedFromTheTree() {
    start("wdbc-hospitals", 2);
    run.waitForState(RunState.COMPLETED);
    String first = run.id();
    start("churn-companies", 2);
    run.waitForState(RunState.COMPLETED);
    Ui.waitUntil("the second is listed", () -> listed("churn-companies").contains("Completed"));

    workbench.experiments().selectRuns("Samples", "wdbc-hospitals", 0);
    Ui.waitUntil("the first is shown", () -> run.id().equals(first));
    run.waitFor("2 of 2 rounds");
    Ui.waitUntil("round 0 and two more are drawn", () -> run.points("Loss") == 3);
    assertEquals(5, run.clients());
  }

  @Test
  void closingWithARunUnderWayAsks() {
    start("digits-mlp", 10_000);
    run.waitForRound(1);
    Supplier<String> said = Ui.answerNextDialog("A Run Is Under Way", "Keep Running");
    assertFalse(PlatformUI.getWorkbench().close(), "the workbench stays open");
    assertTrue(said.get().contains("Handwritten digits on ten clients"), said.get());
    assertEquals(RunState.RUNNING, run.snapshot().state());
  }

  /** On Linux, whatever is written to /dev/full meets a full disk. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aDiskThatIsFullInMidRunEndsItWithItsWholeRoundsAndAdvice() throws IOException {
    start("digits-mlp", 10_000);
    run.waitForRound(2);
    workbench.execute(Command.PAUSE);
    run.waitForState(RunState.PAUSED);
    int rounds = run.snapshot().round();
    Path record = workspace.runs().resolve(run.id());
    Path written = record.resolve(".model.safetensors.tmp");
    Ui.waitUntil("the last round's model is written", () -> Files.notExists(written));
    Files.createSymbolicLink(written, Path.of("/dev/full"));

    workbench.execute(Command.PAUSE);
    run.waitForState(RunState.FAILED);
    run.waitFor(
        "model.safetensors can't be written: the disk is full. Free some space on it, or choose a folder on"
            + " another disk.");
    Ui.waitUntil("no run is under way", () -> runs.live().isEmpty());
    Run kept = workspace.repository().open(run.id());
    assertEquals(RunState.FAILED, kept.state());
    assertTrue(kept.rounds().size() > rounds, "round 0 and " + rounds + " more are kept");
    Ui.waitUntil("it is listed as failed", () -> listed("digits-mlp").contains("Failed"));
  }

  private void start(String sample, int rounds) {
    workbench.experiments().under("Samples");
    workbench.experiments().open("Samples", sample);
    String text = workbench.editor().text();
    String old = text.lines().filter(line -> line.contains("rounds: ")).findFirst().orElseThrow();
    String number = old.replaceFirst(".*rounds: (\\d+).*", "$1");
    workbench.editor().replace("rounds: " + number, "rounds: " + rounds);
    workbench.startRun();
  }

  private String listed(String sample) {
    List<String> runs = workbench.experiments().runs("Samples", sample);
    return runs.isEmpty() ? "" : runs.getFirst();
  }
}
