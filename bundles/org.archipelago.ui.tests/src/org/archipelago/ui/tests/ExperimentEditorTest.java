package org.archipelago.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.archipelago.ui.tests.pages.EditorPage;
import org.archipelago.ui.tests.pages.Ui;
import org.archipelago.ui.tests.pages.WorkbenchPage;
import org.archipelago.ui.tests.pages.WorkbenchPage.Command;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExperimentEditorTest {

  private final WorkbenchPage workbench = new WorkbenchPage();
  private EditorPage editor;

  @BeforeEach
  void openSample() {
    workbench.experiments().under("Samples");
    workbench.experiments().open("Samples", "digits-mlp");
    editor = workbench.editor();
  }

  @AfterEach
  void closeEditors() {
    workbench.closeEditors();
  }

  @Test
  void aSampleIsReadyToRunAndUnchanged() {
    assertEquals("digits-mlp", editor.title());
    assertFalse(editor.isDirty());
    waitForVerdict("Ready to run");
    assertEquals(List.of(), editor.mistakes());
  }

  @Test
  void aMistakeIsMarkedAtItsLineAsOneTypes() {
    int line = editor.lineOf("learningRate: 0.1");
    editor.replace("learningRate: 0.1", "learningRate: -1");
    Ui.waitUntil("a mistake is marked", () -> !editor.mistakes().isEmpty());

    assertEquals(1, editor.mistakes().size());
    EditorPage.Mistake mistake = editor.mistakes().getFirst();
    assertEquals(line, mistake.line());
    assertTrue(mistake.text().startsWith("training.optimizer.learningRate: "), mistake.text());
    assertTrue(mistake.text().contains("-1"), mistake.text());
    assertTrue(editor.verdict().startsWith("1 mistake at line " + line), editor.verdict());
    assertTrue(editor.isDirty());
  }

  @Test
  void aMendedMistakeIsNoLongerMarked() {
    editor.replace("rounds: 50", "rounds: -50");
    Ui.waitUntil("a mistake is marked", () -> !editor.mistakes().isEmpty());
    editor.undo();
    Ui.waitUntil("nothing is marked", () -> editor.mistakes().isEmpty());
    waitForVerdict("Ready to run");
  }

  @Test
  void whatCanStandAtTheCursorIsOffered() {
    List<String> offered = editor.completionsBehind("optimizer: {id: ");
    assertTrue(offered.stream().anyMatch(line -> line.startsWith("sgd")), offered.toString());
  }

  @Test
  void runningAnExperimentWithMistakesShowsTheFirst() {
    int line = editor.lineOf("rounds: 50");
    editor.replace("batchSize: 16", "batchSize: none");
    editor.replace("rounds: 50", "roundz: 50");
    workbench.execute(Command.RUN);
    Ui.waitUntil("the cursor is at the first mistake", () -> editor.cursorLine() == line);
    Ui.waitUntil("both are told", () -> editor.verdict().contains("2 mistakes"));
    assertTrue(editor.verdict().contains("line " + line), editor.verdict());
  }

  @Test
  void savingASampleKeepsACopyAmongTheUsersExperiments() {
    editor.replace("rounds: 50", "rounds: 3");
    editor.save();
    EditorPage saved = workbench.editor();
    assertFalse(saved.isDirty());
    assertTrue(saved.title().matches("digits-mlp(-\\d+)?\\.yaml"), saved.title());
    Ui.waitUntil(
        "the copy is listed",
        () -> workbench.experiments().under("My experiments").contains(saved.title()));
    workbench.closeEditors();
    workbench.experiments().open("My experiments", saved.title());
    assertTrue(workbench.editor().text().contains("rounds: 3\n"), workbench.editor().text());
  }

  private void waitForVerdict(String verdict) {
    Ui.waitUntil(() -> "'" + verdict + "', not '" + editor.verdict() + "'",
        () -> editor.verdict().equals(verdict));
  }
}
