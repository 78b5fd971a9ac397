package org.archipelago.ui.workbench.editor;

import java.util.function.Consumer;
import org.archipelago.store.experiment.ReadResult;
import org.archipelago.ui.workbench.Messages;
import org.archipelago.ui.workbench.Workspace;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;

/** Checks an experiment's text a moment after its last change, off the UI thread. */
final class ExperimentCheck {

  private static final int DELAY_MILLIS = 200;

  private final Display display;
  private final Workspace workspace;
  private final Consumer<ReadResult> consumer;
  private Job job;

  /** @param consumer called on the UI thread with the result for the newest text */
  ExperimentCheck(Display display, Workspace workspace, Consumer<ReadResult> consumer) {
    this.display = display;
    this.workspace = workspace;
    this.consumer = consumer;
  }

  /** Asks for a check; one asked for earlier is forgotten. Call it on the UI thread. */
  void request(String text, String fileName) {
    cancel();
    job = new Job(Messages.Editor_checking) {
      @Override
      protected IStatus run(IProgressMonitor monitor) {
        ReadResult result = workspace.read(text, fileName);
        deliver(this, result);
        return Status.OK_STATUS;
      }
    };
    job.setSystem(true);
    job.schedule(DELAY_MILLIS);
  }

  private void deliver(Job from, ReadResult result) {
    if (!display.isDisposed()) {
      display.asyncExec(() -> {
        if (from == job) {
          consumer.accept(result);
        }
      });
    }
  }

  /** Forgets the check under way. */
  void cancel() {
    if (job != null) {
      job.cancel();
      job = null;
    }
  }
}
