package org.archipelago.app.about;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Says what this program is. */
public final class AboutHandler extends AbstractHandler {

  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    new AboutDialog(HandlerUtil.getActiveWorkbenchWindowChecked(event).getShell()).open();
    return null;
  }
}
