package org.archipelago.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.archipelago.ui.tests.pages.ProblemsPage;
import org.archipelago.ui.tests.pages.WorkbenchPage;
import org.archipelago.ui.workbench.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProblemsTest {

  private final WorkbenchPage workbench = new WorkbenchPage();

  @AfterEach
  void closeAll() {
    workbench.closeEditors();
    ProblemsPage.open(workbench.page()).close();
  }

  @Test
  void listsMistakesWhileOneTypesAndLeadsToThem() {
    ProblemsPage problems = ProblemsPage.open(workbench.page());
    problems.waitForTitle("Problems");
    assertTrue(problems.says("No problems"));
    workbench.experiments().open("Samples", "digits-mlp");
    workbench.editor().replace("learningRate: ", "learningRate: -");
    problems.waitForTitle("Problems (1)");
    String line = problems.lines().getFirst();
    assertTrue(line.contains("training.optimizer.learningRate"), line);
    assertTrue(line.contains("digits-mlp"), line);
    int lineOf = workbench.editor().lineOf("learningRate");
    assertTrue(line.contains("| " + lineOf + " |"), line);

    workbench.editor().forms().open("Source");
    problems.openLine(0);
    assertEquals(lineOf, workbench.editor().cursorLine());
    workbench.editor().forms().open("Data");
    problems.openLine(0);
    assertEquals("Training", workbench.editor().forms().title());
    assertEquals("training.optimizer.learningRate", workbench.editor().forms().focused());

    workbench.editor().replace("learningRate: -", "learningRate: ");
    problems.waitForTitle("Problems");
    assertTrue(problems.says("No problems"));
  }

  @Test
  void listsThoseOfFilesThatAreNotOpenToo() throws IOException {
    Workspace workspace = workbench.window().getService(Workspace.class);
    Files.createDirectories(workspace.experiments());
    Path file = Files.writeString(workspace.experiments().resolve("unfinished.yaml"), "name: x\n");
    try {
      ProblemsPage problems = ProblemsPage.open(workbench.page());
      workspace.changed();
      problems.waitFor("unfinished");
      problems.openLine(0);
      assertTrue(workbench.page().getActiveEditor().getTitle().startsWith("unfinished"));
      workbench.closeEditors();
      problems.waitFor("unfinished");
    } finally {
      Files.delete(file);
      workspace.changed();
    }
    ProblemsPage.open(workbench.page()).waitForTitle("Problems");
  }
}
