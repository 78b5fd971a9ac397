package org.archipelago.ui.workbench.session;

import java.util.Optional;
import org.archipelago.engine.Invitation;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/** Copies the invitation that is chosen in the Session view, else the first that is free. */
public final class CopyInvitationHandler extends AbstractHandler {

  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
    Sessions sessions = window.getService(Sessions.class);
    Optional<Invitation> chosen =
        window.getActivePage().findView(SessionView.ID) instanceof SessionView view
            ? view.chosenInvitation()
            : Optional.empty();
    chosen
        .filter(invitation -> invitation.usedBy().isEmpty())
        .or(() -> sessions.snapshot().firstFree())
        .or(sessions::invite)
        .ifPresent(invitation -> copy(window, invitation));
    return null;
  }

  static void copy(IWorkbenchWindow window, Invitation invitation) {
    Clipboard clipboard = new Clipboard(window.getShell().getDisplay());
    try {
      clipboard.setContents(
          new Object[] {invitation.text()}, new Transfer[] {TextTransfer.getInstance()});
    } finally {
      clipboard.dispose();
    }
    window.getService(Sessions.class).copied(invitation);
  }
}
