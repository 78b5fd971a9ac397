package org.archipelago.ui.workbench.welcome;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens the Welcome page. */
public final class WelcomeHandler extends AbstractHandler {

  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    Welcome.open(HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage());
    return null;
  }
}
