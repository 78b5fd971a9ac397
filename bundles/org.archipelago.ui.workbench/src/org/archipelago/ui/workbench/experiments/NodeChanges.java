package org.archipelago.ui.workbench.experiments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.archipelago.core.InvalidInputException;
import org.archipelago.store.samples.SampleExperiment;
import org.archipelago.ui.workbench.Messages;
import org.archipelago.ui.workbench.Workspace;
import org.archipelago.ui.workbench.editor.FileInput;
import org.archipelago.ui.workbench.experiments.Node.DamagedRunNode;
import org.archipelago.ui.workbench.experiments.Node.FileNode;
import org.archipelago.ui.workbench.experiments.Node.PartitionNode;
import org.archipelago.ui.workbench.experiments.Node.RunNode;
import org.archipelago.ui.workbench.partition.StudioInput;
import org.archipelago.ui.workbench.run.RunService;
import org.archipelago.ui.workbench.run.ShownRun;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.operations.IUndoContext;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;

/** Makes, copies, renames and deletes what stands in the tree; every change can be undone. */
final class NodeChanges {

  private final IWorkbenchPage page;
  private final IUndoContext undoContext;
  private final Workspace workspace;
  private final NodeOpener opener;
  private final RunService runs;
  private final WorkspaceChanges changes;

  /** @param undoContext where changes are kept to be undone */
  NodeChanges(IWorkbenchPage page, NodeOpener opener, IUndoContext undoContext) {
    this.page = page;
    this.opener = opener;
    this.undoContext = undoContext;
    this.workspace = page.getWorkbenchWindow().getService(Workspace.class);
    this.runs = page.getWorkbenchWindow().getService(RunService.class);
    this.changes = new WorkspaceChanges(workspace, runs.origins(), this::moved);
  }

  static boolean canDuplicate(Node node) {
    return node.isExperiment() || node instanceof RunNode;
  }

  static boolean canDelete(Node node) {
    return node instanceof FileNode || node instanceof PartitionNode || node instanceof RunNode || node instanceof DamagedRunNode;
  }

  /** Asks for a name and makes an experiment; tells its file if one was made. */
  Optional<Path> create(Optional<SampleExperiment> suggested) {
    NewExperimentDialog dialog =
        new NewExperimentDialog(shell(), workspace.experiments(), suggested);
    if (dialog.open() != Window.OK) {
      return Optional.empty();
    }
    Path file = dialog.file();
    String label = NLS.bind(Messages.Change_new, file.getFileName());
    return made(changes.create(label, file, dialog.text()), file);
  }

  /** Makes another experiment with the same text. */
  Optional<Path> duplicate(Node node) {
    try {
      NodeText copied = NodeText.of(node);
      Path file = workspace.newExperimentFile(copied.stem());
      String text = copied.read(workspace);
      String name = ExperimentText.name(text).orElse("");
      String copy = NLS.bind(Messages.Duplicate_name, name);
      String label = NLS.bind(Messages.Change_duplicate, file.getFileName());
      return made(changes.create(label, file, ExperimentText.withName(text, copy)), file);
    } catch (IOException | InvalidInputException e) {
      failed(NLS.bind(Messages.Duplicate_failed, e.getLocalizedMessage()), e);
      return Optional.empty();
    }
  }

  private Optional<Path> made(WorkspaceChange change, Path file) {
    if (!execute(change)) {
      return Optional.empty();
    }
    opener.edit(new FileInput(file));
    return Optional.of(file);
  }

  /** Asks for another name; what is open of the experiment is saved first, if the user agrees. */
  void rename(FileNode node) {
    Path from = node.file();
    InputDialog dialog =
        new InputDialog(
            shell(),
            Messages.Rename_title,
            NLS.bind(Messages.Rename_message, from.getFileName()),
            FileName.stem(from),
            typed -> FileName.mistake(workspace.experiments(), typed, from).orElse(null));
    if (dialog.open() != Window.OK) {
      return;
    }
    Path to = FileName.file(workspace.experiments(), dialog.getValue());
    if (!to.equals(from) && saved(new FileInput(from))) {
      execute(changes.rename(NLS.bind(Messages.Change_rename, from.getFileName()), from, to));
    }
  }

  /** Deletes what can be deleted of the nodes; each can be brought back by Undo. */
  void delete(List<Node> nodes) {
    for (Node node : nodes) {
      switch (node) {
        case FileNode file -> deleteFile(file.file(), new FileInput(file.file()));
        case PartitionNode partition ->
            deleteFile(partition.file(), new StudioInput(partition.file(), Optional.empty()));
        case RunNode run -> deleteRun(run.id(), run.name(), !run.state().ended());
        case DamagedRunNode run -> deleteRun(run.id(), run.id(), false);
        default -> { }
      }
    }
  }

  private void deleteFile(Path file, IEditorInput input) {
    if (saved(input)) {
      execute(changes.delete(NLS.bind(Messages.Change_delete, file.getFileName()), file));
    }
  }

  private void deleteRun(String id, String name, boolean active) {
    if (active || runs.live(id).isPresent()) {
      MessageDialog.openInformation(
          shell(), Messages.Delete_title, NLS.bind(Messages.Delete_runIsActive, name));
      return;
    }
    page.getWorkbenchWindow().getService(ShownRun.class).forget(id);
    execute(changes.delete(NLS.bind(Messages.Change_deleteRun, name), workspace.runs().resolve(id)));
  }

  /** Whether nothing unsaved of that file would be lost; asks if something would. */
  private boolean saved(IEditorInput input) {
    IEditorPart editor = page.findEditor(input);
    return editor == null || page.saveEditor(editor, true);
  }

  /** An editor goes with its file to another name, and is closed when the file goes to the trash. */
  private void moved(Path from, Path to) {
    IEditorPart studio = page.findEditor(new StudioInput(from, Optional.empty()));
    IEditorPart editor = studio == null ? page.findEditor(new FileInput(from)) : studio;
    if (editor != null) {
      page.closeEditor(editor, false);
      if (studio == null && to.getParent().equals(workspace.experiments())) {
        opener.edit(new FileInput(to));
      }
    }
  }

  private boolean execute(WorkspaceChange change) {
    change.addContext(undoContext);
    IAdaptable info = new IAdaptable() {
      @Override
      public <T> T getAdapter(Class<T> type) {
        return type == Shell.class ? type.cast(shell()) : null;
      }
    };
    try {
      page.getWorkbenchWindow().getWorkbench().getOperationSupport().getOperationHistory()
          .execute(change, null, info);
      return true;
    } catch (ExecutionException e) {
      failed(e.getLocalizedMessage(), e);
      return false;
    }
  }

  private void failed(String message, Exception cause) {
    ErrorDialog.openError(shell(), Messages.Change_title, null, Status.error(message, cause));
  }

  private Shell shell() {
    return page.getWorkbenchWindow().getShell();
  }
}
