package org.archipelago.ui.workbench.run;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import org.archipelago.ui.common.Questions;
import org.archipelago.ui.workbench.Messages;
import org.archipelago.ui.workbench.preferences.Settings;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchListener;
import org.eclipse.ui.IWorkbenchWindow;

/** Asks before the workbench is closed while a run is under way. */
public final class CloseGuard implements IWorkbenchListener {

  private final RunService runs;

  public CloseGuard(RunService runs) {
    this.runs = runs;
  }

  @Override
  public boolean preShutdown(IWorkbench workbench, boolean forced) {
    List<LiveRun> live = runs.live();
    if (live.isEmpty()) {
      return true;
    }
    if (!forced && Settings.isClosingAskedAbout() && !agreed(shell(workbench), live)) {
      return false;
    }
    live.forEach(LiveRun::stop);
    return ended(workbench);
  }

  private static boolean agreed(Shell shell, List<LiveRun> live) {
    String what =
        live.size() == 1
            ? NLS.bind(Messages.Close_oneRun, live.getFirst().model().snapshot().name())
            : NLS.bind(Messages.Close_runs, live.size());
    return Questions.agreed(
        shell, Messages.Close_title, what, Messages.Close_stopAndClose, Messages.Close_keepRunning);
  }

  /** Waits until the records are whole; the analyst may change their mind. */
  private static boolean ended(IWorkbench workbench) {
    try {
      workbench.getProgressService()
          .busyCursorWhile(monitor -> Job.getJobManager().join(RunService.class, monitor));
      return true;
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      return false;
    }
  }

  private static Shell shell(IWorkbench workbench) {
    IWorkbenchWindow window = workbench.getActiveWorkbenchWindow();
    return window == null ? null : window.getShell();
  }

  @Override
  public void postShutdown(IWorkbench workbench) {}
}
