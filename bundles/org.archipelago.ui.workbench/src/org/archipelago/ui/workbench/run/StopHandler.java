package org.archipelago.ui.workbench.run;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Stops the run shown. */
public final class StopHandler extends AbstractHandler {

  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    ShownLiveRun.of(HandlerUtil.getActiveWorkbenchWindowChecked(event)).ifPresent(LiveRun::stop);
    return null;
  }
}
