package org.archipelago.ui.help;

import org.eclipse.core.runtime.ILog;
import org.eclipse.help.IContext;
import org.eclipse.help.IHelpResource;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.help.AbstractHelpUI;

/** What opens when F1 is pressed or the help is asked for otherwise. */
public final class WorkbenchHelp extends AbstractHelpUI {

  @Override
  public void displayHelp() {
    open(HelpPages.START);
  }

  @Override
  public void displaySearch() {
    open(HelpPages.START);
  }

  @Override
  public void displayDynamicHelp() {
    open(HelpPages.START);
  }

  @Override
  public void displayHelpResource(String href) {
    open(href);
  }

  @Override
  public void displayContext(IContext context, int x, int y) {
    IHelpResource[] topics = context == null ? new IHelpResource[0] : context.getRelatedTopics();
    open(topics.length == 0 ? HelpPages.START : link(topics[0].getHref()));
  }

  /** The platform puts the bundle before the page. */
  private static String link(String href) {
    String bundle = "/org.archipelago.ui.help/";
    return href.startsWith(bundle) ? href.substring(bundle.length()) : href;
  }

  @Override
  public boolean isContextHelpDisplayed() {
    return false;
  }

  private static void open(String link) {
    Shell active = HelpWindow.active();
    if (HelpWindow.isDialog(active)) {
      HelpWindow.open(active, link);
      return;
    }
    IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
    IWorkbenchPage page = window == null ? null : window.getActivePage();
    if (page == null) {
      return;
    }
    try {
      ((HelpView) page.showView(HelpView.ID)).open(link);
    } catch (PartInitException e) {
      ILog.get().log(e.getStatus());
    }
  }
}
