package org.archipelago.ui.workbench.wizard;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens the wizard for a new experiment. */
public final class NewExperimentHandler extends AbstractHandler {

  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    NewExperimentWizard.open(HandlerUtil.getActiveWorkbenchWindowChecked(event), null);
    return null;
  }
}
