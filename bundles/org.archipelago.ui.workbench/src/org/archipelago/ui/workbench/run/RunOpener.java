package org.archipelago.ui.workbench.run;

import java.io.IOException;
import java.util.Optional;
import org.archipelago.core.InvalidInputException;
import org.archipelago.ui.workbench.Messages;
import org.archipelago.ui.workbench.Workspace;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;

/** Brings a run into the Run view. */
public final class RunOpener {

  private RunOpener() {}

  /** Shows the run of that name: live if it is under way here, else as its record tells it. */
  public static void open(IWorkbenchPage page, String id) {
    Optional<LiveRun> live = page.getWorkbenchWindow().getService(RunService.class).live(id);
    if (live.isPresent()) {
      show(page, live.get().model());
      return;
    }
    Workspace workspace = page.getWorkbenchWindow().getService(Workspace.class);
    Job job = Job.create(NLS.bind(Messages.Run_opening, id), (ICoreRunnable) monitor -> {
      try {
        RunModel model = RunModel.of(workspace.repository().open(id));
        page.getWorkbenchWindow().getWorkbench().getDisplay().asyncExec(() -> show(page, model));
      } catch (IOException | InvalidInputException e) {
        throw new CoreException(Status.error(NLS.bind(Messages.Run_cannotOpen, id, e.getMessage()), e));
      }
    });
    job.setUser(true);
    job.schedule();
  }

  /** Shows a run; the view comes to the front and does not take the focus. */
  static void show(IWorkbenchPage page, RunModel model) {
    page.getWorkbenchWindow().getService(ShownRun.class).show(model);
    try {
      page.showView(RunView.ID, null, IWorkbenchPage.VIEW_VISIBLE);
    } catch (PartInitException e) {
      ILog.get().log(e.getStatus());
    }
  }
}
