package org.archipelago.ui.workbench.editor;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.handlers.IHandlerService;

/** Goes to the next and the previous page of an editor by the workbench's own keys. */
public final class PageSwitching {

  private static final int TRIES = 10;
  private static final int PAUSE_MILLIS = 50;

  private final CTabFolder folder;
  private final Runnable focus;

  /** @param focus puts the focus into the page in front */
  public PageSwitching(CTabFolder folder, IWorkbenchPartSite site, Runnable focus) {
    this.folder = folder;
    this.focus = focus;
    IHandlerService handlers = site.getService(IHandlerService.class);
    for (String tab : new String[] {"Tab", "SubTab"}) {
      handlers.activateHandler("org.eclipse.ui.navigate.next" + tab, handler(1));
      handlers.activateHandler("org.eclipse.ui.navigate.previous" + tab, handler(-1));
    }
  }

  private AbstractHandler handler(int step) {
    return new AbstractHandler() {
      @Override
      public Object execute(ExecutionEvent event) {
        go(step);
        return null;
      }
    };
  }

  private void go(int step) {
    folder.setSelection(Math.floorMod(folder.getSelectionIndex() + step, folder.getItemCount()));
    folder.notifyListeners(SWT.Selection, new Event());
    folder.getDisplay().asyncExec(() -> focus(TRIES));
  }

  /** A control that GTK has not yet brought to the screen loses the focus again: so it is looked after for a while. */
  private void focus(int tries) {
    if (folder.isDisposed() || tries == 0) {
      return;
    }
    Control focused = folder.getDisplay().getFocusControl();
    if (tries == TRIES || focused == null || focused == folder) {
      focus.run();
    }
    folder.getDisplay().timerExec(PAUSE_MILLIS, () -> focus(tries - 1));
  }
}
