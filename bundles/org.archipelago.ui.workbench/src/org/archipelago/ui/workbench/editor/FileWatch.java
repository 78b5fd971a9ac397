package org.archipelago.ui.workbench.editor;

import java.nio.file.Path;
import org.archipelago.ui.workbench.Messages;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;

/** Notices, within a second, that a file was changed, removed or brought back. */
final class FileWatch {

  private static final int MILLIS = 1000;

  private final Job job;
  private long seen;

  /** @param onChange called on the UI thread */
  FileWatch(Display display, Path file, Runnable onChange) {
    seen = file.toFile().lastModified();
    job = Job.createSystem(Messages.Editor_checking, monitor -> {
      long now = file.toFile().lastModified();
      if (now != seen && !display.isDisposed()) {
        seen = now;
        display.asyncExec(onChange);
      }
      again();
      return Status.OK_STATUS;
    });
    again();
  }

  private void again() {
    job.schedule(MILLIS);
  }

  void stop() {
    job.cancel();
  }
}
