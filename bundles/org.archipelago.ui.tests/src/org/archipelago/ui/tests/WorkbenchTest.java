package org.archipelago.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Supplier;
import org.archipelago.app.UnexpectedErrors;
import org.archipelago.store.samples.SampleExperiments;
import org.archipelago.ui.tests.pages.Ui;
import org.archipelago.ui.tests.pages.WorkbenchPage;
import org.archipelago.ui.tests.pages.WorkbenchPage.Command;
import org.archipelago.ui.workbench.FederationPerspective;
import org.archipelago.ui.workbench.run.ShownRun;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.preference.IPreferenceNode;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;

class WorkbenchTest {

  private final WorkbenchPage workbench = new WorkbenchPage();

  @Test
  void opensWithTheFederationPerspective() {
    assertEquals("Archipelago", workbench.window().getShell().getText());
    assertEquals(FederationPerspective.ID, workbench.page().getPerspective().getId());
  }

  @Test
  void listsTheSamples() {
    var samples = workbench.experiments().under("Samples");
    assertEquals(SampleExperiments.all().size(), samples.size());
    assertTrue(samples.getFirst().startsWith("digits-privacy"), samples.getFirst());
    assertTrue(samples.getFirst().contains("with a privacy budget"), samples.getFirst());
  }

  @Test
  void saysWhatToDoWhereNoRunIsShown() {
    workbench.window().getService(ShownRun.class).show(null);
    workbench.run().waitFor("Open a sample");
    assertFalse(workbench.isEnabled(Command.PAUSE));
    assertFalse(workbench.isEnabled(Command.STOP));
    assertFalse(workbench.isEnabled(Command.EXPORT_MODEL));
  }

  @Test
  void tellsOfAnErrorOfItsOwn() {
    Supplier<String> said = Ui.answerNextDialog("Unexpected Error", "Close");
    new UnexpectedErrors().tell(workbench.window().getShell(), new IllegalStateException("the table is gone"));
    String message = said.get();
    assertTrue(message.contains("IllegalStateException: the table is gone"), message);
    assertTrue(message.contains("Runs go on"), message);
    assertTrue(message.contains(Platform.getLogFileLocation().toString()), message);
  }

  @Test
  void anErrorThatNobodyWaitsForEndsTheTest() {
    Ui.drain();
    Shell shell = workbench.window().getShell();
    shell.getDisplay()
        .asyncExec(() -> new UnexpectedErrors().tell(shell, new IllegalStateException("the table is gone")));
    AssertionError error =
        assertThrows(AssertionError.class, () -> Ui.waitUntil("what never comes", () -> false));
    assertTrue(error.getMessage().contains("the table is gone"), error.getMessage());
  }

  @Test
  void preferencesAndProgressCanBeOpened() throws PartInitException {
    for (String id : List.of("org.archipelago.app.keys")) {
      IPreferenceNode node = PlatformUI.getWorkbench().getPreferenceManager().find(id);
      assertNotNull(node, id);
      node.createPage();
      assertNotNull(node.getPage(), id);
      node.disposeResources();
    }
    IViewPart progress = workbench.page().showView(IPageLayout.ID_PROGRESS_VIEW);
    assertTrue(workbench.page().isPartVisible(progress));
    workbench.page().hideView(progress);
  }
}
