package org.archipelago.ui.workbench.session;

import org.archipelago.ui.common.Questions;
import org.archipelago.ui.workbench.run.RunOpener;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/** Starts the session's run with the simulated clients and whoever has joined. */
public final class StartSessionRunHandler extends AbstractHandler {

  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
    Sessions sessions = window.getService(Sessions.class);
    SessionSnapshot now = sessions.snapshot();
    if (!now.participants().isEmpty() || agreed(window, now)) {
      sessions.startRun().ifPresent(run -> RunOpener.show(window.getActivePage(), run));
    }
    return null;
  }

  private static boolean agreed(IWorkbenchWindow window, SessionSnapshot now) {
    return Questions.agreed(
        window.getShell(),
        SessionMessages.alone_title,
        NLS.bind(SessionMessages.alone_question, now.simulated()),
        SessionMessages.alone_start,
        SessionMessages.alone_wait);
  }
}
