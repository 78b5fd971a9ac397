package org.archipelago.ui.workbench.session;

import org.archipelago.ui.common.Questions;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/** Closes the session; asks first if somebody would lose by it. */
public final class CloseSessionHandler extends AbstractHandler {

  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
    Sessions sessions = window.getService(Sessions.class);
    if (harmless(sessions.snapshot()) || agreed(window, sessions.snapshot())) {
      new CloseSessionJob(sessions).schedule();
    }
    return null;
  }

  private static boolean harmless(SessionSnapshot now) {
    return now.phase() == SessionPhase.OVER
        || now.phase() == SessionPhase.OPEN && now.participants().isEmpty();
  }

  private static boolean agreed(IWorkbenchWindow window, SessionSnapshot now) {
    String question =
        now.phase() == SessionPhase.RUNNING
            ? SessionMessages.close_running
            : NLS.bind(SessionMessages.close_waiting, now.participants().size());
    return Questions.agreed(
        window.getShell(),
        SessionMessages.close_title,
        question,
        SessionMessages.close_close,
        SessionMessages.close_keep);
  }
}
