package org.archipelago.ui.workbench.session;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Language;
import org.archipelago.core.Problem;
import org.archipelago.engine.SessionOptions;
import org.archipelago.results.RecordedWords;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;

/** Opens a session in a job. */
record SessionOpening(Sessions sessions, SessionRequest request) {

  /**
   * Schedules the job; cancelling it leaves nothing open.
   *
   * @param ended told from the job's thread with what was wrong; empty if the session is open
   */
  Job start(SessionOptions options, int invitations, Consumer<List<Problem>> ended) {
    Job job = new Job(NLS.bind(SessionMessages.openingJob, request.experiment().name())) {
      @Override
      protected IStatus run(IProgressMonitor monitor) {
        try {
          open(options, invitations, monitor);
          ended.accept(List.of());
          return Status.OK_STATUS;
        } catch (OperationCanceledException e) {
          return Status.CANCEL_STATUS;
        } catch (InvalidInputException e) {
          ended.accept(e.problems());
          return Status.OK_STATUS;
        } catch (IOException e) {
          ended.accept(List.of(Problem.atField("session", String.valueOf(e.getMessage()))));
          return Status.OK_STATUS;
        }
      }

      @Override
      public boolean belongsTo(Object family) {
        return family == Sessions.class;
      }
    };
    job.schedule();
    return job;
  }

  private void open(SessionOptions options, int invitations, IProgressMonitor monitor)
      throws IOException {
    monitor.beginTask(SessionMessages.opening, IProgressMonitor.UNKNOWN);
    sessions.open(
        request,
        options,
        invitations,
        (what, done, total) -> {
          monitor.subTask(RecordedWords.in(Language.current(), what));
          if (monitor.isCanceled()) {
            throw new OperationCanceledException();
          }
        });
  }
}
