package org.archipelago.ui.workbench.run;

import org.archipelago.ui.workbench.Workspace;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/** Trains what the run shown is held against: the pooled data, and each client alone. */
public final class BaselinesHandler extends AbstractHandler {

  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
    window.getService(ShownRun.class).get()
        .filter(run -> !run.id().isEmpty())
        .ifPresent(run -> new BaselinesJob(window.getService(Workspace.class), run).schedule());
    return null;
  }
}
