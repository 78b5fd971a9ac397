package org.archipelago.app.about;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.ui.handlers.HandlerUtil;

/** Shows what has been logged. */
public final class LogHandler extends AbstractHandler {

  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    new LogDialog(
        HandlerUtil.getActiveWorkbenchWindowChecked(event).getShell(),
        Platform.getLogFileLocation().toFile().toPath()).open();
    return null;
  }
}
