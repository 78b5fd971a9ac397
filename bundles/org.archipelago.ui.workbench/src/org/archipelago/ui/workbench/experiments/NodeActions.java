package org.archipelago.ui.workbench.experiments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.archipelago.ui.common.Questions;
import org.archipelago.ui.workbench.Messages;
import org.archipelago.ui.workbench.Workspace;
import org.archipelago.ui.workbench.editor.ExperimentEditor;
import org.archipelago.ui.workbench.editor.ExperimentInput;
import org.archipelago.ui.workbench.editor.FileInput;
import org.archipelago.ui.workbench.editor.SampleInput;
import org.archipelago.ui.workbench.experiments.Node.DamagedRunNode;
import org.archipelago.ui.workbench.experiments.Node.FileNode;
import org.archipelago.ui.workbench.experiments.Node.RunNode;
import org.archipelago.ui.workbench.experiments.Node.SampleNode;
import org.archipelago.ui.workbench.run.RunOpener;
import org.archipelago.ui.workbench.run.RunService;
import org.archipelago.ui.workbench.run.RunStarter;
import org.archipelago.ui.workbench.run.ShownRun;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;

/** What can be done with what is selected in the tree. */
final class NodeActions {

  private final IWorkbenchPage page;
  private final Workspace workspace;
  private final RunService runs;

  NodeActions(IWorkbenchPage page) {
    this.page = page;
    this.workspace = page.getWorkbenchWindow().getService(Workspace.class);
    this.runs = page.getWorkbenchWindow().getService(RunService.class);
  }

  boolean canOpen(Node node) {
    return canRun(node) || node instanceof RunNode;
  }

  boolean canRun(Node node) {
    return node instanceof SampleNode || node instanceof FileNode;
  }

  boolean canDelete(Node node) {
    return node instanceof FileNode || node instanceof RunNode || node instanceof DamagedRunNode;
  }

  void open(Node node) {
    switch (node) {
      case SampleNode sample -> edit(input(sample));
      case FileNode file -> edit(new FileInput(file.file()));
      case RunNode run -> RunOpener.open(page, run.id());
      case DamagedRunNode run ->
          MessageDialog.openError(shell(), Messages.Experiments_damagedTitle, run.problem());
      default -> { }
    }
  }

  private static SampleInput input(SampleNode node) {
    return new SampleInput(node.sample().id(), node.sample().title(), node.sample().text());
  }

  private IEditorPart edit(ExperimentInput input) {
    try {
      return page.openEditor(input, ExperimentEditor.ID);
    } catch (PartInitException e) {
      ErrorDialog.openError(shell(), Messages.Experiments_open, null, e.getStatus());
      return null;
    }
  }

  void run(Node node) {
    if (!canRun(node)) {
      return;
    }
    open(node);
    if (page.getActiveEditor() instanceof ExperimentEditor editor) {
      RunStarter.start(page, editor);
    }
  }

  void delete(Node node) {
    switch (node) {
      case FileNode file -> deleteFile(file);
      case RunNode run -> deleteRun(run.id(), run.name());
      case DamagedRunNode run -> deleteRun(run.id(), run.id());
      default -> { }
    }
  }

  private void deleteFile(FileNode node) {
    if (!confirmed(NLS.bind(Messages.Delete_file, NodeLabels.fileName(node)))) {
      return;
    }
    IEditorPart editor = page.findEditor(new FileInput(node.file()));
    if (editor != null) {
      page.closeEditor(editor, false);
    }
    inBackground(() -> Files.deleteIfExists(node.file()), NodeLabels.fileName(node));
  }

  private void deleteRun(String id, String name) {
    if (runs.live(id).isPresent()) {
      MessageDialog.openInformation(
          shell(), Messages.Delete_title, NLS.bind(Messages.Delete_runIsActive, name));
      return;
    }
    if (!confirmed(NLS.bind(Messages.Delete_run, name))) {
      return;
    }
    page.getWorkbenchWindow().getService(ShownRun.class).forget(id);
    inBackground(() -> deleteFolder(workspace.runs().resolve(id)), name);
  }

  private boolean confirmed(String question) {
    return Questions.agreed(
        shell(), Messages.Delete_title, question, Messages.Delete_delete, Messages.Delete_keep);
  }

  /** Something that touches the disk. */
  private interface DiskWork {
    void run() throws IOException;
  }

  private void inBackground(DiskWork work, String name) {
    Job.create(NLS.bind(Messages.Delete_job, name), (ICoreRunnable) monitor -> {
      try {
        work.run();
      } catch (IOException e) {
        throw new CoreException(
            Status.error(NLS.bind(Messages.Delete_failed, name, e.getMessage()), e));
      } finally {
        workspace.changed();
      }
    }).schedule();
  }

  private static void deleteFolder(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private Shell shell() {
    return page.getWorkbenchWindow().getShell();
  }
}
