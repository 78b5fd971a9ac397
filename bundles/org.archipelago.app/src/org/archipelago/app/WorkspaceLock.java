package org.archipelago.app;

import java.io.File;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.osgi.service.datalocation.Location;
import org.eclipse.osgi.util.NLS;

/**
 * Keeps a workspace for one workbench at a time. The operating system holds the lock for the process, so that a
 * crash leaves none behind; the lock's file alone says nothing.
 */
public final class WorkspaceLock {

  /** Why a workspace can't be used, and what to do about it. */
  public record Refusal(String title, String advice) {}

  private WorkspaceLock() {}

  /** Takes the workspace for this process; tells why if that is not possible. */
  public static Optional<Refusal> take(Location workspace) {
    String folder = new File(workspace.getURL().getPath()).getPath();
    try {
      return workspace.lock()
          ? Optional.empty()
          : Optional.of(
              new Refusal(Messages.Workspace_inUseTitle, NLS.bind(Messages.Workspace_inUse, folder)));
    } catch (IOException e) {
      return Optional.of(
          new Refusal(
              Messages.Workspace_unusableTitle,
              NLS.bind(Messages.Workspace_unusable, folder, e.getMessage())));
    }
  }
}
