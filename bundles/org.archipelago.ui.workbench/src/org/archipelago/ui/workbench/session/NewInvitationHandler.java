package org.archipelago.ui.workbench.session;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/** Issues one more invitation and copies it. */
public final class NewInvitationHandler extends AbstractHandler {

  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
    window.getService(Sessions.class)
        .invite()
        .ifPresent(invitation -> CopyInvitationHandler.copy(window, invitation));
    return null;
  }
}
