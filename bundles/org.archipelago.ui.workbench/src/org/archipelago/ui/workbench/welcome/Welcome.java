package org.archipelago.ui.workbench.welcome;

import org.archipelago.store.samples.SampleExperiments;
import org.archipelago.ui.workbench.Workspace;
import org.archipelago.ui.workbench.preferences.Settings;
import org.archipelago.ui.workbench.wizard.CsvDrop;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;

/** The Welcome page, and what a window begins with. */
public final class Welcome {

  private Welcome() {}

  /**
   * Call it once a window is open: where no editor is, the Welcome page greets, at the very first start
   * with a sample beside it; and CSV files can be dropped anywhere on the window.
   */
  public static void windowOpened(IWorkbenchWindow window) {
    CsvDrop.accept(window);
    IWorkbenchPage page = window.getActivePage();
    if (page == null || page.getEditorReferences().length > 0 || !Settings.isWelcomeShownAtStart()) {
      return;
    }
    if (!window.getService(Workspace.class).experiments().toFile().exists()) {
      Openers.open(page, SampleExperiments.all().getFirst());
    }
    open(page);
  }

  /** Brings the page to the front. */
  public static void open(IWorkbenchPage page) {
    try {
      page.openEditor(new WelcomeInput(), WelcomeEditor.ID);
    } catch (PartInitException e) {
      ILog.get().log(e.getStatus());
    }
  }
}
