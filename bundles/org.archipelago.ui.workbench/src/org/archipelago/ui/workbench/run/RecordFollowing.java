package org.archipelago.ui.workbench.run;

import java.io.IOException;
import org.archipelago.core.InvalidInputException;
import org.archipelago.store.run.RunFollower;
import org.archipelago.ui.workbench.Messages;
import org.archipelago.ui.workbench.Workspace;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;

/**
 * Reads a record into a model, and as long as the model is shown goes on doing so with whatever another
 * process adds to it.
 */
final class RecordFollowing extends Job {

  private static final int LOOK_AGAIN_MILLIS = 1000;

  private final String id;
  private final RunModel model;
  private final RunFollower follower;
  private final ShownRun shown;
  private final Runnable whenRead;
  private boolean read;

  /** @param whenRead called, not on the UI thread, once what is there by now is in the model */
  RecordFollowing(Workspace workspace, String id, RunModel model, ShownRun shown, Runnable whenRead) {
    super(NLS.bind(Messages.Run_opening, id));
    this.id = id;
    this.model = model;
    this.follower = new RunFollower(workspace.runs().resolve(id));
    this.shown = shown;
    this.whenRead = whenRead;
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    try {
      boolean ended = follower.read(model);
      if (ended) {
        model.baselines(follower.baselines());
      }
      if (!read) {
        read = true;
        whenRead.run();
      }
      if (!ended) {
        model.remark(Messages.Run_elsewhere);
        if (shown.isShown(model)) {
          schedule(LOOK_AGAIN_MILLIS);
        }
      }
      return Status.OK_STATUS;
    } catch (IOException | InvalidInputException e) {
      return Status.error(NLS.bind(Messages.Run_cannotOpen, id, e.getLocalizedMessage()), e);
    }
  }
}
