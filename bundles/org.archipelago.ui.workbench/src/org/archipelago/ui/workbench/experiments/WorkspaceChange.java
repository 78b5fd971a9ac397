package org.archipelago.ui.workbench.experiments;

import java.io.IOException;
import org.archipelago.ui.workbench.Messages;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.operations.AbstractOperation;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.osgi.util.NLS;

/** A change of the workspace's files that can be undone and done again. */
final class WorkspaceChange extends AbstractOperation {

  /** Something that moves files. */
  interface Step {
    void run() throws IOException;
  }

  private final Step act;
  private final Step undo;
  private final Step redo;
  private final Runnable afterwards;

  /**
   * @param label what Edit, Undo calls it
   * @param afterwards called after each step, whether it succeeded or not
   */
  WorkspaceChange(String label, Step act, Step undo, Step redo, Runnable afterwards) {
    super(label);
    this.act = act;
    this.undo = undo;
    this.redo = redo;
    this.afterwards = afterwards;
  }

  @Override
  public IStatus execute(IProgressMonitor monitor, IAdaptable info) throws ExecutionException {
    return step(act);
  }

  @Override
  public IStatus undo(IProgressMonitor monitor, IAdaptable info) throws ExecutionException {
    return step(undo);
  }

  @Override
  public IStatus redo(IProgressMonitor monitor, IAdaptable info) throws ExecutionException {
    return step(redo);
  }

  private IStatus step(Step step) throws ExecutionException {
    try {
      step.run();
      return Status.OK_STATUS;
    } catch (IOException e) {
      throw new ExecutionException(NLS.bind(Messages.Change_failed, getLabel(), reason(e)), e);
    } finally {
      afterwards.run();
    }
  }

  private static String reason(IOException e) {
    if (e instanceof java.nio.file.FileAlreadyExistsException) {
      return NLS.bind(Messages.Change_exists, e.getMessage());
    }
    if (e instanceof java.nio.file.NoSuchFileException) {
      return NLS.bind(Messages.Change_gone, e.getMessage());
    }
    return e.getMessage();
  }
}
