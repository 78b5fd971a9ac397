package org.archipelago.ui.workbench.session;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

/** Closes the session; participants are given some seconds to hear of it. */
final class CloseSessionJob extends Job {

  private final Sessions sessions;

  CloseSessionJob(Sessions sessions) {
    super(SessionMessages.closing);
    this.sessions = sessions;
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    sessions.close();
    return Status.OK_STATUS;
  }

  @Override
  public boolean belongsTo(Object family) {
    return family == Sessions.class;
  }
}
