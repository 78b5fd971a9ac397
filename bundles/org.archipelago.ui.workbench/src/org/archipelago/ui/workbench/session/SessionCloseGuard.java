package org.archipelago.ui.workbench.session;

import java.lang.reflect.InvocationTargetException;
import org.archipelago.ui.common.Questions;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchListener;
import org.eclipse.ui.IWorkbenchWindow;

/**
 * Asks before the workbench is closed while participants may join or wait. Of a session whose run is under
 * way the run itself has asked already.
 */
public final class SessionCloseGuard implements IWorkbenchListener {

  private final Sessions sessions;

  public SessionCloseGuard(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public boolean preShutdown(IWorkbench workbench, boolean forced) {
    SessionSnapshot now = sessions.snapshot();
    if (now.phase() == SessionPhase.NONE) {
      return true;
    }
    if (!forced && now.phase() == SessionPhase.OPEN && !agreed(workbench, now)) {
      return false;
    }
    new CloseSessionJob(sessions).schedule();
    return closed(workbench);
  }

  private static boolean agreed(IWorkbench workbench, SessionSnapshot now) {
    IWorkbenchWindow window = workbench.getActiveWorkbenchWindow();
    return Questions.agreed(
        window == null ? null : window.getShell(),
        SessionMessages.close_title,
        NLS.bind(SessionMessages.close_workbench, now.experiment(), now.participants().size()),
        SessionMessages.close_close,
        SessionMessages.close_keep);
  }

  private static boolean closed(IWorkbench workbench) {
    try {
      workbench.getProgressService()
          .busyCursorWhile(monitor -> Job.getJobManager().join(Sessions.class, monitor));
      return true;
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      return false;
    }
  }

  @Override
  public void postShutdown(IWorkbench workbench) {}
}
