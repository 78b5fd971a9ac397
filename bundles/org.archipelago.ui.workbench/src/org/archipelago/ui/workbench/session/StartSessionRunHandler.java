package org.archipelago.ui.workbench.session;

import org.archipelago.ui.common.Questions;
import org.archipelago.ui.workbench.run.RunModel;
import org.archipelago.ui.workbench.run.RunOpener;
import org.archipelago.ui.workbench.run.RunView;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchPage;
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
      sessions.startRun().ifPresent(run -> show(window.getActivePage(), run));
    }
    return null;
  }

  /** The Run view must take the focus: it may be behind the Session view, which has it. */
  private static void show(IWorkbenchPage page, RunModel run) {
    RunOpener.show(page, run);
    page.activate(page.findView(RunView.ID));
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
