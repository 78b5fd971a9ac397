package org.archipelago.ui.workbench.experiments;

import java.util.List;
import org.archipelago.ui.workbench.Messages;
import org.archipelago.ui.workbench.Workspace;
import org.archipelago.ui.workbench.editor.ExperimentEditor;
import org.archipelago.ui.workbench.editor.ExperimentInput;
import org.archipelago.ui.workbench.editor.FileInput;
import org.archipelago.ui.workbench.editor.SampleInput;
import org.archipelago.ui.workbench.experiments.Node.DamagedRunNode;
import org.archipelago.ui.workbench.experiments.Node.FileNode;
import org.archipelago.ui.workbench.experiments.Node.PartitionNode;
import org.archipelago.ui.workbench.experiments.Node.RunNode;
import org.archipelago.ui.workbench.experiments.Node.SampleNode;
import org.archipelago.ui.workbench.experiments.Node.StartingNode;
import org.archipelago.ui.workbench.partition.StudioOpener;
import org.archipelago.ui.workbench.run.RunOpener;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;

/** Shows what stands in the tree: experiments in editors, runs in the Run view, files in the file manager. */
final class NodeOpener {

  private final IWorkbenchPage page;
  private final Workspace workspace;

  NodeOpener(IWorkbenchPage page) {
    this.page = page;
    this.workspace = page.getWorkbenchWindow().getService(Workspace.class);
  }

  static boolean canOpen(Node node) {
    return node.isExperiment()
        || node instanceof PartitionNode
        || node instanceof RunNode
        || node instanceof DamagedRunNode
        || node instanceof StartingNode;
  }

  /** Whether selecting it is enough to see it in the Run view. */
  static boolean showsARun(Node node) {
    return node instanceof RunNode || node instanceof StartingNode;
  }

  static boolean canReveal(Node node) {
    return NodeChanges.canDelete(node);
  }

  void open(Node node) {
    switch (node) {
      case SampleNode sample -> edit(input(sample));
      case FileNode file -> edit(input(file));
      case PartitionNode partition -> StudioOpener.open(page, partition.file());
      case RunNode run -> RunOpener.open(page, run.id());
      case StartingNode starting -> RunOpener.show(page, starting.run().model());
      case DamagedRunNode run ->
          MessageDialog.openError(shell(), Messages.Experiments_damagedTitle, run.problem());
      default -> { }
    }
  }

  /** Opens an experiment and its partition in the studio. */
  void openStudio(Node node) {
    open(node);
    if (page.getActiveEditor() instanceof ExperimentEditor editor) {
      StudioOpener.open(page, editor);
    }
  }

  /** Shows runs on the same charts. */
  void compare(List<RunNode> compared) {
    RunOpener.openAll(page, compared.stream().map(RunNode::id).toList());
  }

  static SampleInput input(SampleNode node) {
    return new SampleInput(node.sample().id(), node.sample().title(), node.sample().text());
  }

  static FileInput input(FileNode node) {
    return new FileInput(node.file());
  }

  void edit(ExperimentInput input) {
    try {
      page.openEditor(input, ExperimentEditor.ID);
    } catch (PartInitException e) {
      ErrorDialog.openError(shell(), Messages.Experiments_open, null, e.getStatus());
    }
  }

  void reveal(Node node) {
    switch (node) {
      case FileNode file -> FileManager.reveal(file.file());
      case PartitionNode partition -> FileManager.reveal(partition.file());
      case RunNode run -> FileManager.reveal(workspace.runs().resolve(run.id()));
      case DamagedRunNode run -> FileManager.reveal(workspace.runs().resolve(run.id()));
      default -> { }
    }
  }

  private Shell shell() {
    return page.getWorkbenchWindow().getShell();
  }
}
