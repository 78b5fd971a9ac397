package org.archipelago.ui.workbench.run;

import java.io.IOException;
import java.util.List;
import org.archipelago.core.BaselineRound;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Language;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.Run;
import org.archipelago.core.RunControl;
import org.archipelago.engine.BaselineRequest;
import org.archipelago.engine.BaselineRunner;
import org.archipelago.results.RecordedWords;
import org.archipelago.ui.workbench.Messages;
import org.archipelago.ui.workbench.Workspace;
import org.archipelago.ui.workbench.export.RunReports;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;

/** Trains a run's baselines, keeps them beside its record and puts them on its charts; can be cancelled. */
final class BaselinesJob extends Job {

  private static final int STEPS = 1000;

  private final Workspace workspace;
  private final RunModel model;
  private final RunControl control = new RunControl();

  BaselinesJob(Workspace workspace, RunModel model) {
    super(NLS.bind(Messages.Baselines_job, model.snapshot().name()));
    this.workspace = workspace;
    this.model = model;
    setUser(true);
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    monitor.beginTask(getName(), STEPS);
    try {
      Run run = workspace.repository().open(model.id());
      int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
      List<BaselineRound> rounds =
          new BaselineRunner(workspace.catalog())
              .run(
                  BaselineRequest.of(run, workspace.experiments(), threads),
                  control,
                  new Steps(monitor));
      workspace.repository().saveBaselines(model.id(), rounds);
      model.baselines(rounds);
      return RunReports.writeInto(workspace, model.id());
    } catch (RunControl.StoppedException e) {
      return Status.CANCEL_STATUS;
    } catch (IOException | InvalidInputException e) {
      return Status.error(NLS.bind(Messages.Baselines_failed, e.getLocalizedMessage()), e);
    } finally {
      monitor.done();
    }
  }

  @Override
  protected void canceling() {
    control.stop();
  }

  /** Hands progress on to the job's monitor. */
  private static final class Steps implements ProgressListener {

    private final IProgressMonitor monitor;
    private String last = "";
    private int shown;

    Steps(IProgressMonitor monitor) {
      this.monitor = monitor;
    }

    @Override
    public synchronized void progress(String what, long done, long total) {
      if (!what.equals(last)) {
        last = what;
        monitor.subTask(RecordedWords.in(Language.current(), what));
      }
      int steps = total > 0 ? (int) (STEPS * done / total) : 0;
      if (steps > shown) {
        monitor.worked(steps - shown);
        shown = steps;
      }
    }
  }
}
