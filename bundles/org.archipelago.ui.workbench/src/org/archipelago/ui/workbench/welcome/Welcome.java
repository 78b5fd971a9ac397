package org.archipelago.ui.workbench.welcome;

import org.archipelago.store.samples.SampleExperiments;
import org.archipelago.ui.workbench.Workspace;
import org.archipelago.ui.workbench.wizard.CsvDrop;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.osgi.service.prefs.BackingStoreException;

/** The Welcome page, and what a window begins with. */
public final class Welcome {

  private static final String NODE = "org.archipelago.ui.workbench";
  private static final String AT_START = "welcomeAtStart";

  private Welcome() {}

  /**
   * Call it once a window is open: where no editor is, the Welcome page greets, at the very first start
   * with a sample beside it; and CSV files can be dropped anywhere on the window.
   */
  public static void windowOpened(IWorkbenchWindow window) {
    CsvDrop.accept(window);
    IWorkbenchPage page = window.getActivePage();
    if (page == null || page.getEditorReferences().length > 0 || !isShownAtStart()) {
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

  static boolean isShownAtStart() {
    return preferences().getBoolean(AT_START, true);
  }

  static void showAtStart(boolean show) {
    preferences().putBoolean(AT_START, show);
    try {
      preferences().flush();
    } catch (BackingStoreException e) {
      ILog.get().error(e.getMessage(), e);
    }
  }

  private static IEclipsePreferences preferences() {
    return InstanceScope.INSTANCE.getNode(NODE);
  }
}
