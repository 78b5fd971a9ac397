package org.archipelago.ui.workbench.partition;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.RunControl;
import org.archipelago.core.Seed;
import org.archipelago.partition.Draft;
import org.archipelago.partition.goal.Goals;
import org.archipelago.partition.goal.Solution;
import org.archipelago.partition.goal.Solver;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;

/** Looks for a partition that meets goals, in the background; stopped, it gives the best so far. */
final class SolverJob {

  private static final int LOOK_AGAIN_MILLIS = 100;

  /** @param refusal why the goals make no sense; in place of a solution */
  record Outcome(Optional<Solution> solution, Optional<String> refusal) {}

  private final Display display;
  private final Consumer<String> progress;
  private final Consumer<Outcome> outcomes;
  private RunControl control = new RunControl();

  /**
   * @param progress takes what is being done, on the UI thread
   * @param outcomes takes what came of it, on the UI thread
   */
  SolverJob(Display display, Consumer<String> progress, Consumer<Outcome> outcomes) {
    this.display = display;
    this.progress = progress;
    this.outcomes = outcomes;
  }

  void solve(Draft draft, List<String> goals, Seed seed) {
    RunControl own = new RunControl();
    control = own;
    Job job = new Job(StudioMessages.job_solver) {
      @Override
      protected IStatus run(IProgressMonitor monitor) {
        monitor.beginTask(StudioMessages.job_solver, IProgressMonitor.UNKNOWN);
        Outcome found = found(draft, goals, seed, own, monitor);
        tell(own, () -> outcomes.accept(found));
        return Status.OK_STATUS;
      }

      @Override
      protected void canceling() {
        own.stop();
      }
    };
    job.schedule();
  }

  private Outcome found(Draft draft, List<String> goals, Seed seed, RunControl own, IProgressMonitor monitor) {
    long[] told = new long[1];
    try {
      Solution solution =
          Solver.solve(draft, Goals.parse(goals), seed, (what, done, total) -> {
            long now = System.currentTimeMillis();
            if (now - told[0] > LOOK_AGAIN_MILLIS) {
              told[0] = now;
              monitor.subTask(Problem.localized(what));
              tell(own, () -> progress.accept(Problem.localized(what)));
            }
          }, own);
      return new Outcome(Optional.of(solution), Optional.empty());
    } catch (InvalidInputException e) {
      return new Outcome(Optional.empty(), Optional.of(e.getLocalizedMessage()));
    } catch (RuntimeException | OutOfMemoryError e) {
      ILog.of(SolverJob.class).error(StudioMessages.job_solver, e);
      return new Outcome(Optional.empty(), Optional.of(String.valueOf(e.getLocalizedMessage())));
    }
  }

  private void tell(RunControl own, Runnable news) {
    if (!display.isDisposed()) {
      display.asyncExec(() -> {
        if (own == control) {
          news.run();
        }
      });
    }
  }

  /** Stops looking; what was found so far is told. */
  void stop() {
    control.stop();
  }
}
