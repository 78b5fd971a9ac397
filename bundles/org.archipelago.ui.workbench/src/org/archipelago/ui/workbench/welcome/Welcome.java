package org.archipelago.ui.workbench.welcome;

import java.util.Arrays;
import org.archipelago.store.samples.SampleExperiments;
import org.archipelago.ui.workbench.Workspace;
import org.archipelago.ui.workbench.preferences.Settings;
import org.archipelago.ui.workbench.wizard.DataDrop;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;

/** The Welcome page, and what a window begins with. */
public final class Welcome {

  /** What the platform calls an editor of which it has kept no input. */
  private static final String NOTHING_KEPT = "org.eclipse.ui.internal.emptyEditorTab";

  private Welcome() {}

  /**
   * Call it once a window is open: where no editor is, the Welcome page greets, at the very first start
   * with a sample beside it; and CSV files can be dropped anywhere on the window.
   */
  public static void windowOpened(IWorkbenchWindow window) {
    DataDrop.accept(window);
    IWorkbenchPage page = window.getActivePage();
    if (page == null) {
      return;
    }
    closeEmptyTabs(page);
    if (page.getEditorReferences().length > 0 || !Settings.isWelcomeShownAtStart()) {
      return;
    }
    if (!window.getService(Workspace.class).experiments().toFile().exists()) {
      Openers.open(page, SampleExperiments.all().getFirst());
    }
    open(page);
  }

  /**
   * Where the program was killed, the layout that was kept on the way still names editors that an orderly
   * end would have left out: this page and samples.
   */
  private static void closeEmptyTabs(IWorkbenchPage page) {
    page.closeEditors(
        Arrays.stream(page.getEditorReferences())
            .filter(editor -> editor.getId().equals(NOTHING_KEPT))
            .toArray(IEditorReference[]::new),
        false);
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
