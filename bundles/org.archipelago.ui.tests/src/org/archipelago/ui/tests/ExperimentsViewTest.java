package org.archipelago.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.archipelago.core.RunState;
import org.archipelago.store.samples.SampleExperiments;
import org.archipelago.ui.tests.pages.ExperimentsPage;
import org.archipelago.ui.tests.pages.RunPage;
import org.archipelago.ui.tests.pages.Ui;
import org.archipelago.ui.tests.pages.WorkbenchPage;
import org.archipelago.ui.tests.pages.WorkbenchPage.Command;
import org.archipelago.ui.workbench.Workspace;
import org.archipelago.ui.workbench.experiments.FileManager;
import org.archipelago.ui.workbench.run.RunService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExperimentsViewTest {

  private static final String OWN = "My experiments";

  private final WorkbenchPage workbench = new WorkbenchPage();
  private final ExperimentsPage experiments = workbench.experiments();
  private final Workspace workspace = workbench.window().getService(Workspace.class);

  @BeforeEach
  @AfterEach
  void removeOwnExperiments() throws IOException {
    experiments.filter("");
    workbench.closeEditors();
    if (Files.exists(workspace.experiments())) {
      try (Stream<Path> files = Files.list(workspace.experiments())) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
    }
    workspace.changed();
    Ui.waitUntil("no own experiment", () -> experiments.under(OWN).equals(List.of("None yet: drop a table")));
  }

  @Test
  void aNewExperimentIsMadeFromTheSampleThatIsSelected() throws IOException {
    experiments.select("Samples", "churn-companies");
    Ui.fillNextDialog("New Experiment", "Who leaves", "Create");
    workbench.execute(Command.NEW);
    Ui.waitUntil("it is selected", () -> experiments.selected().equals(List.of("Who leaves.yaml")));
    assertEquals("Who leaves.yaml", workbench.editor().title());
    String text = Files.readString(workspace.experiments().resolve("Who leaves.yaml"));
    String sample = SampleExperiments.find("churn-companies").orElseThrow().text();
    assertEquals(
        sample.replace("name: Customers who leave, two telecom companies", "name: Who leaves"), text);
  }

  @Test
  void aNameThatCannotBeKeptIsRefusedWithTheReason() throws IOException {
    ownExperiment("taken.yaml");
    Supplier<String> taken = Ui.tryInNextDialog("New Experiment", "taken", "Create");
    workbench.execute(Command.NEW);
    assertTrue(taken.get().contains("There is a file taken.yaml already. Choose another name."), taken.get());
    assertTrue(taken.get().endsWith("can't be pressed"), taken.get());

    Supplier<String> slash = Ui.tryInNextDialog("New Experiment", "a/b", "Create");
    workbench.execute(Command.NEW);
    assertTrue(slash.get().contains("“/” can't stand in a file name. Leave it out."), slash.get());

    Supplier<String> empty = Ui.tryInNextDialog("New Experiment", " ", "Create");
    workbench.execute(Command.NEW);
    assertTrue(empty.get().contains("Type a name."), empty.get());
  }

  @Test
  void aSampleIsDuplicatedUnderAnotherName() throws IOException {
    experiments.select("Samples", "digits-mlp");
    workbench.execute(Command.DUPLICATE);
    Ui.waitUntil("the copy is selected", () -> experiments.selected().equals(List.of("digits-mlp.yaml")));
    String text = Files.readString(workspace.experiments().resolve("digits-mlp.yaml"));
    assertTrue(
        text.contains("\nname: Handwritten digits on ten clients, without noise, copy\n"), text);
    workbench.experiments();
    workbench.execute(Command.UNDO);
    Ui.waitUntil("the copy is gone", () -> experiments.under(OWN).equals(List.of("None yet: drop a table")));
    assertEquals(0, workbench.page().getEditorReferences().length, "its editor is closed");
    workbench.execute(Command.REDO);
    Ui.waitUntil("the copy is back", () -> experiments.under(OWN).equals(List.of("digits-mlp.yaml")));
    assertEquals(text, Files.readString(workspace.experiments().resolve("digits-mlp.yaml")));
  }

  @Test
  void anExperimentIsRenamedWithItsEditorAndRenamedBack() throws IOException {
    Path file = ownExperiment("before.yaml");
    experiments.open(OWN, "before.yaml");
    workbench.experiments();
    experiments.select(OWN, "before.yaml");
    Ui.fillNextDialog("Rename Experiment", "after", "OK");
    workbench.execute(Command.RENAME);
    Ui.waitUntil("it has its new name", () -> experiments.under(OWN).equals(List.of("after.yaml")));
    assertFalse(Files.exists(file));
    assertEquals("after.yaml", workbench.editor().title());
    workbench.experiments();
    workbench.execute(Command.UNDO);
    Ui.waitUntil("it has its old name", () -> experiments.under(OWN).equals(List.of("before.yaml")));
    assertEquals("before.yaml", workbench.editor().title());
  }

  @Test
  void aDeletedExperimentComesBackByUndo() throws IOException {
    Path file = ownExperiment("to-delete.yaml");
    String text = Files.readString(file);
    experiments.open(OWN, "to-delete.yaml");
    workbench.experiments();
    experiments.select(OWN, "to-delete.yaml");
    workbench.execute(Command.DELETE);
    Ui.waitUntil("it is gone", () -> !experiments.under(OWN).contains("to-delete.yaml"));
    assertFalse(Files.exists(file));
    assertEquals(0, workbench.page().getEditorReferences().length, "its editor is closed");
    Ui.waitUntil(workbench::undoText, () -> workbench.undoText().contains("Delete to-delete.yaml"));
    workbench.execute(Command.UNDO);
    Ui.waitUntil("it is back", () -> experiments.under(OWN).contains("to-delete.yaml"));
    assertEquals(text, Files.readString(file));
  }

  @Test
  void aDeletedRunComesBackByUndoWithItsRecord() {
    RunPage run = finishedRun("wdbc-hospitals");
    String id = run.id();
    Path record = workspace.runs().resolve(id);
    int before = experiments.runs("Samples", "wdbc-hospitals").size();
    experiments.selectRuns("Samples", "wdbc-hospitals", 0);
    workbench.execute(Command.DELETE);
    Ui.waitUntil("the record is gone", () -> Files.notExists(record));
    run.waitFor("No run to show");
    Ui.waitUntil(
        "it is not listed", () -> experiments.runs("Samples", "wdbc-hospitals").size() == before - 1);
    workbench.execute(Command.UNDO);
    Ui.waitUntil(
        "it is listed", () -> experiments.runs("Samples", "wdbc-hospitals").size() == before);
    assertTrue(Files.exists(record.resolve("rounds.jsonl")));
    experiments.selectRuns("Samples", "wdbc-hospitals", 0);
    Ui.waitUntil("it is shown", () -> run.isShown() && run.id().equals(id));
  }

  @Test
  void runsFollowARenamedExperiment() throws IOException {
    ownExperiment("mine.yaml");
    waitForTheEnd(() -> experiments.choose(OWN, "mine.yaml", "Run"));
    Ui.waitUntil("its run is beneath it", () -> experiments.runs(OWN, "mine.yaml").size() == 1);
    workbench.experiments();
    experiments.select(OWN, "mine.yaml");
    Ui.fillNextDialog("Rename Experiment", "ours", "OK");
    workbench.execute(Command.RENAME);
    Ui.waitUntil(
        "its run is beneath its new name",
        () -> experiments.under(OWN).getFirst().startsWith("ours.yaml")
            && experiments.runs(OWN, "ours.yaml").size() == 1);
  }

  @Test
  void theFilterLeavesWhatContainsAllWords() {
    experiments.filter("privacy DIGITS");
    assertEquals(List.of("Samples"), experiments.headings());
    assertEquals(1, experiments.under("Samples").size());
    assertTrue(experiments.under("Samples").getFirst().startsWith("digits-privacy"));
    experiments.filter("no such thing");
    assertEquals(List.of(), experiments.headings());
    assertTrue(
        experiments.notes().contains("Nothing contains “no such thing”. Press Escape to see everything."),
        experiments.notes().toString());
    experiments.filter("");
    assertEquals(SampleExperiments.all().size(), experiments.under("Samples").size());
  }

  @Test
  void theFileManagerIsAskedInItsOwnWay() {
    Path file = workspace.experiments().resolve("my own.yaml");
    assertEquals(
        List.of("xdg-open", workspace.experiments().toString()), FileManager.command("linux", file));
    assertEquals(List.of("open", "-R", file.toString()), FileManager.command("macosx", file));
    assertEquals(List.of("explorer.exe", "/select," + file), FileManager.command("win32", file));
  }

  private Path ownExperiment(String name) throws IOException {
    Path file = workspace.experiments().resolve(name);
    Files.createDirectories(file.getParent());
    String text = SampleExperiments.find("wdbc-hospitals").orElseThrow().text();
    Files.writeString(
        file, text.replaceFirst("rounds: \\d+", "rounds: 2").replaceFirst("name: .*", "name: " + name));
    Ui.waitUntil("the view notices " + name, () -> experiments.under(OWN).contains(name));
    return file;
  }

  private RunPage finishedRun(String sample) {
    int before = experiments.runs("Samples", sample).size();
    waitForTheEnd(() -> experiments.choose("Samples", sample, "Run"));
    Ui.waitUntil(
        "it is listed as completed",
        () -> experiments.runs("Samples", sample).size() == before + 1
            && experiments.runs("Samples", sample).getFirst().contains("Completed"));
    workbench.experiments();
    return workbench.run();
  }

  private void waitForTheEnd(Runnable start) {
    RunService runs = workbench.window().getService(RunService.class);
    workbench.untilAnotherRunIsShown(start).waitForState(RunState.COMPLETED);
    Ui.waitUntil("the run has ended", () -> runs.live().isEmpty());
  }
}
