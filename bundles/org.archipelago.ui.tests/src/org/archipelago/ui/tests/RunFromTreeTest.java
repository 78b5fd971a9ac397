package org.archipelago.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.archipelago.core.RunState;
import org.archipelago.store.samples.SampleExperiments;
import org.archipelago.ui.tests.pages.ExperimentsPage;
import org.archipelago.ui.tests.pages.RunPage;
import org.archipelago.ui.tests.pages.Ui;
import org.archipelago.ui.tests.pages.WorkbenchPage;
import org.archipelago.ui.tests.pages.WorkbenchPage.Command;
import org.archipelago.ui.workbench.Workspace;
import org.archipelago.ui.workbench.run.LiveRun;
import org.archipelago.ui.workbench.run.RunService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Run, by key and menu, for what is selected in the Experiments view. */
class RunFromTreeTest {

  private static final String OWN = "My experiments";
  private static int tests;

  private final String one = "one-" + ++tests + ".yaml"; // runs of an earlier test are not beneath it
  private final String two = "two-" + tests + ".yaml";

  private final WorkbenchPage workbench = new WorkbenchPage();
  private final ExperimentsPage experiments = workbench.experiments();
  private final Workspace workspace = workbench.window().getService(Workspace.class);
  private final RunService runs = workbench.window().getService(RunService.class);

  @BeforeEach
  void makeExperiments() throws IOException {
    workbench.closeEditors();
    write(one, 2);
    write(two, 2);
    Ui.waitUntil("they are in the tree", () -> experiments.under(OWN).containsAll(List.of(one, two)));
  }

  @AfterEach
  void removeExperiments() throws IOException {
    runs.live().forEach(LiveRun::stop);
    Ui.waitUntil("no run is under way", () -> runs.live().isEmpty());
    workbench.closeEditors();
    Files.deleteIfExists(file(one));
    Files.deleteIfExists(file(two));
    workspace.changed();
  }

  @Test
  void whatIsSelectedRunsWithoutBeingOpened() {
    experiments.select(OWN, one);
    runAndSee(one).waitForState(RunState.COMPLETED);
    assertEquals(0, workbench.page().getEditorReferences().length, "no editor is open");
    Ui.waitUntil("the run stands beneath it", () -> experiments.runs(OWN, one).size() == 1);
  }

  @Test
  void severalAreQueuedInTheirOrder() {
    experiments.select(OWN, one, two);
    runAndSee(experiments.selected().getFirst());
    Ui.waitUntil(
        "each has its run",
        () -> experiments.runs(OWN, one).size() == 1 && experiments.runs(OWN, two).size() == 1);
  }

  @Test
  void theFocusDecidesBetweenEditorAndTree() {
    experiments.open(OWN, one);
    workbench.experiments();
    experiments.select(OWN, two);
    runAndSee(two);
    workbench.activateEditor();
    runAndSee(one);
  }

  @Test
  void aRunIsRunAgainAsItsRecordKeepsIt() throws IOException {
    experiments.select(OWN, one);
    RunPage run = runAndSee(one);
    run.waitForState(RunState.COMPLETED);
    Ui.waitUntil("it is listed as completed", () -> runsOf(one, "Completed") == 1);
    write(one, 5);
    workbench.experiments();
    workbench.untilAnotherRunIsShown(() -> experiments.chooseForRun(OWN, one, 0, "Run Again"));
    run.waitForState(RunState.COMPLETED);
    run.waitFor("2 of 2 rounds");
    Ui.waitUntil("both stand beneath it", () -> runsOf(one, "Completed") == 2);
  }

  @Test
  void aMistakeIsShownInTheEditor() throws IOException {
    write(one, -1);
    experiments.select(OWN, one);
    workbench.execute(Command.RUN);
    Ui.waitUntil("it is opened", () -> workbench.page().getActiveEditor() != null);
    assertEquals(one, workbench.editor().title());
    Ui.waitUntil(
        () -> workbench.editor().verdict(),
        () -> workbench.editor().verdict().contains("Found -1; a whole number of at least 1"));
    assertEquals(workbench.editor().lineOf("rounds: -1"), workbench.editor().cursorLine());
    assertTrue(runs.live().isEmpty());
  }

  @Test
  void withNothingSelectedItIsSaidWhatToDo() {
    experiments.selectHeading("Samples");
    Supplier<String> said = Ui.answerNextDialog("Nothing to Run", "OK");
    workbench.execute(Command.RUN);
    assertTrue(said.get().startsWith("Select a sample, one of your experiments or a run"), said.get());
  }

  private RunPage runAndSee(String name) {
    workbench.execute(Command.RUN);
    RunPage run = workbench.run();
    Ui.waitUntil(
        () -> name + " is shown", () -> run.isShown() && run.snapshot().name().equals(name));
    return run;
  }

  private long runsOf(String experiment, String state) {
    return experiments.runs(OWN, experiment).stream().filter(run -> run.contains(state)).count();
  }

  private void write(String name, int rounds) throws IOException {
    Files.createDirectories(workspace.experiments());
    String text = SampleExperiments.find("wdbc-hospitals").orElseThrow().text();
    Files.writeString(
        file(name),
        text.replaceFirst("rounds: \\d+", "rounds: " + rounds).replaceFirst("name: .*", "name: " + name));
  }

  private Path file(String name) {
    return workspace.experiments().resolve(name);
  }
}
