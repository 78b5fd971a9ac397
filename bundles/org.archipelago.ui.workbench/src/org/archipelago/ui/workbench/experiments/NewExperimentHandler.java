package org.archipelago.ui.workbench.experiments;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Makes a new experiment, from wherever in the window: File, New Experiment and its key. */
public final class NewExperimentHandler extends AbstractHandler {

  /** The platform's own command for something new, so that its key is the usual one. */
  static final String COMMAND = "org.eclipse.ui.newWizard";

  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
    try {
      if (page.showView(ExperimentsView.ID) instanceof ExperimentsView view) {
        view.create();
      }
      return null;
    } catch (PartInitException e) {
      throw new ExecutionException(e.getMessage(), e);
    }
  }
}
