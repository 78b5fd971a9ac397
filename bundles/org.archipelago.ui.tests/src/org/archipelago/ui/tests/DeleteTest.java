package org.archipelago.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.archipelago.core.RunState;
import org.archipelago.ui.tests.pages.ExperimentsPage;
import org.archipelago.ui.tests.pages.RunPage;
import org.archipelago.ui.tests.pages.Ui;
import org.archipelago.ui.tests.pages.WorkbenchPage;
import org.archipelago.ui.workbench.Workspace;
import org.archipelago.ui.workbench.run.RunService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeleteTest {

  private final WorkbenchPage workbench = new WorkbenchPage();
  private final ExperimentsPage experiments = workbench.experiments();
  private final Workspace workspace = workbench.window().getService(Workspace.class);

  @AfterEach
  void closeEditors() {
    workbench.closeEditors();
  }

  @Test
  void anExperimentIsDeletedOnlyWhenAgreed() throws IOException {
    Path file = workspace.experiments().resolve("to-delete.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "format: archipelago/experiment/1\n");
    workspace.changed();
    Ui.waitUntil("the file is listed", () -> experiments.under("My experiments").contains("to-delete.yaml"));
    experiments.open("My experiments", "to-delete.yaml");
    assertEquals("to-delete.yaml", workbench.editor().title());

    Supplier<String> first = Ui.answerNextDialog("Delete", "Keep");
    experiments.choose("My experiments", "to-delete.yaml", "Delete");
    assertTrue(first.get().contains("to-delete.yaml"), first.get());
    assertTrue(Files.exists(file), "kept");

    Ui.answerNextDialog("Delete", "Delete");
    experiments.choose("My experiments", "to-delete.yaml", "Delete");
    Ui.waitUntil("the file is gone", () -> Files.notExists(file));
    Ui.waitUntil(
        "the file is not listed", () -> !experiments.under("My experiments").contains("to-delete.yaml"));
    assertEquals(0, workbench.page().getEditorReferences().length, "its editor is closed");
  }

  @Test
  void aRunIsDeletedWithItsRecordAndNoLongerShown() {
    experiments.under("Samples");
    RunPage run =
        workbench.untilAnotherRunIsShown(() -> experiments.choose("Samples", "wdbc-hospitals", "Run"));
    RunService runs = workbench.window().getService(RunService.class);
    run.waitForState(RunState.COMPLETED);
    Ui.waitUntil("the run has ended", () -> runs.live().isEmpty());
    Path record = workspace.runs().resolve(run.id());
    assertTrue(Files.isDirectory(record));
    Ui.waitUntil("it is listed", () -> experiments.under("Runs").getFirst().contains("Accuracy"));

    Ui.answerNextDialog("Delete", "Delete");
    experiments.choose("Runs", "Breast cancer", "Delete");
    Ui.waitUntil("the record is gone", () -> Files.notExists(record));
    run.waitFor("No run to show");
  }
}
