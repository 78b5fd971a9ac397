package org.archipelago.ui.workbench.run;

import org.archipelago.ui.workbench.Messages;
import org.archipelago.ui.workbench.Workspace;
import org.archipelago.ui.workbench.export.RunReports;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;

/** Stands for a run in the progress display, where it can be cancelled, and adds the report at its end. */
final class RunJob extends Job {

  private static final int STEPS = 1000;

  private final LiveRun run;
  private final Runnable whenEnded;
  private final Workspace workspace;

  RunJob(LiveRun run, Runnable whenEnded, Workspace workspace) {
    super(NLS.bind(Messages.Run_job, run.model().snapshot().name()));
    this.run = run;
    this.whenEnded = whenEnded;
    this.workspace = workspace;
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    monitor.beginTask(getName(), STEPS);
    Runnable report = new ProgressReport(monitor);
    run.model().addListener(report);
    try {
      run.await();
      return RunReports.writeInto(workspace, run.model().id());
    } finally {
      run.model().removeListener(report);
      whenEnded.run();
      monitor.done();
    }
  }

  @Override
  protected void canceling() {
    run.stop();
  }

  @Override
  public boolean belongsTo(Object family) {
    return family == RunService.class;
  }

  /** Hands the run's progress on to the job's monitor. */
  private final class ProgressReport implements Runnable {

    private final IProgressMonitor monitor;
    private int shown;

    ProgressReport(IProgressMonitor monitor) {
      this.monitor = monitor;
    }

    @Override
    public synchronized void run() {
      RunSnapshot now = run.model().snapshot();
      int steps = now.header().isPresent() ? (int) (now.progress() * STEPS) : 0;
      if (steps > shown) {
        monitor.worked(steps - shown);
        monitor.subTask(NLS.bind(Messages.Run_rounds, now.round(), now.rounds()));
        shown = steps;
      }
    }
  }
}
