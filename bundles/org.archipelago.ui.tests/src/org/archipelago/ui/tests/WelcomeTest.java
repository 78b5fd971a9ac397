package org.archipelago.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.archipelago.ui.tests.pages.Ui;
import org.archipelago.ui.tests.pages.WelcomePage;
import org.archipelago.ui.tests.pages.WorkbenchPage;
import org.archipelago.ui.tests.pages.WorkbenchPage.Command;
import org.archipelago.ui.workbench.Workspace;
import org.archipelago.ui.workbench.run.RunService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WelcomeTest {

  private final WorkbenchPage workbench = new WorkbenchPage();
  private WelcomePage welcome;

  @BeforeEach
  void openIt() {
    workbench.closeEditors();
    workbench.execute(Command.WELCOME);
    welcome = new WelcomePage(workbench.page());
  }

  @AfterEach
  void closeEditors() {
    workbench.closeEditors();
  }

  @Test
  void startsASampleInOneClick() {
    RunService runs = workbench.window().getService(RunService.class);
    welcome.press("Run This Sample");
    assertEquals("digits-privacy", workbench.page().getActiveEditor().getTitle());
    Ui.waitUntil("a run is under way", () -> !runs.live().isEmpty());
    workbench.run().waitForRound(1);
    workbench.execute(Command.STOP);
    Ui.waitUntil("the run has ended", () -> runs.live().isEmpty());
  }

  @Test
  void opensAnotherSample() {
    welcome.follow("Breast cancer diagnosis across five hospitals");
    assertEquals("wdbc-hospitals", workbench.page().getActiveEditor().getTitle());
  }

  @Test
  void listsWhatWasWorkedOnLast() throws IOException {
    Workspace workspace = workbench.window().getService(Workspace.class);
    Files.createDirectories(workspace.experiments());
    Path file = Files.writeString(workspace.experiments().resolve("of-last-week.yaml"), "name: x\n");
    try {
      workspace.changed();
      Ui.waitUntil(() -> "it is listed in " + welcome.links(), () -> welcome.links().contains("of-last-week"));
      welcome.follow("of-last-week");
      assertTrue(workbench.page().getActiveEditor().getTitle().startsWith("of-last-week"));
    } finally {
      workbench.closeEditors();
      Files.delete(file);
      workspace.changed();
    }
  }
}
