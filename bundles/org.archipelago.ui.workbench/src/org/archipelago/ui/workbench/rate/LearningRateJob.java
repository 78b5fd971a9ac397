package org.archipelago.ui.workbench.rate;

import java.util.List;
import java.util.stream.Collectors;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.LearningRateStep;
import org.archipelago.core.Problem;
import org.archipelago.core.RunControl;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.engine.LearningRateRequest;
import org.archipelago.engine.LearningRateTest;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;

/** Makes one learning-rate range test; can be cancelled at every step. */
final class LearningRateJob extends Job {

  /** Told how it goes, from the job's thread. */
  interface Listener {

    /** @param share 0 to 1 of what is being done */
    void progress(String what, double share);

    void done(List<LearningRateStep> steps);

    void failed(String why);
  }

  private final Catalog catalog;
  private final LearningRateRequest request;
  private final Listener listener;
  private final RunControl control = new RunControl();

  LearningRateJob(Catalog catalog, LearningRateRequest request, Listener listener) {
    super(NLS.bind(RateMessages.job, request.request().experiment().name()));
    this.catalog = catalog;
    this.request = request;
    this.listener = listener;
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    try {
      listener.done(
          new LearningRateTest(catalog)
              .run(
                  request,
                  control,
                  (what, done, total) ->
                      listener.progress(what, total > 0 ? (double) done / total : 0)));
      return Status.OK_STATUS;
    } catch (RunControl.StoppedException e) {
      return Status.CANCEL_STATUS;
    } catch (InvalidInputException e) {
      listener.failed(
          e.problems().stream().map(Problem::localizedMessage).collect(Collectors.joining(" ")));
      return Status.OK_STATUS;
    }
  }

  @Override
  protected void canceling() {
    control.stop();
  }
}
