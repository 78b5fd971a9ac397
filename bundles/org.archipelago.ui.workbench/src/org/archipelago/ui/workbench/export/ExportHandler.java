package org.archipelago.ui.workbench.export;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.archipelago.core.InvalidInputException;
import org.archipelago.ui.workbench.Messages;
import org.archipelago.ui.workbench.Workspace;
import org.archipelago.ui.workbench.run.RunModel;
import org.archipelago.ui.workbench.run.ShownRun;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/** Asks for a file, writes something of the run shown to it in a job, and offers to open it. */
public abstract class ExportHandler extends AbstractHandler {

  /** Title of the dialogs. */
  abstract String title();

  /** Ending of the file, without the point. */
  abstract String ending();

  /** Whether people can look at the file with what their system has. */
  abstract boolean isForReading();

  /** Writes the file; called off the UI thread. */
  abstract void write(Workspace workspace, String runId, Path file) throws IOException;

  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
    RunModel run = window.getService(ShownRun.class).get().orElse(null);
    if (run == null || run.id().isEmpty()) {
      MessageDialog.openInformation(window.getShell(), title(), Messages.Export_nothing);
      return null;
    }
    String chosen = askForFile(window.getShell(), run.id());
    if (chosen != null) {
      export(window, run.id(), Path.of(chosen));
    }
    return null;
  }

  private String askForFile(Shell shell, String id) {
    FileDialog dialog = new FileDialog(shell, SWT.SAVE);
    dialog.setText(title());
    dialog.setFilterExtensions(new String[] {"*." + ending(), "*.*"});
    dialog.setFileName(id + "." + ending());
    if (dialog.getFilterPath().isEmpty()) {
      dialog.setFilterPath(System.getProperty("user.home"));
    }
    dialog.setOverwrite(true);
    return dialog.open();
  }

  /** Writes that run to that file and says how it went. */
  public final void export(IWorkbenchWindow window, String runId, Path file) {
    Workspace workspace = window.getService(Workspace.class);
    Job job = Job.create(title(), (ICoreRunnable) monitor -> {
      String problem = problem(workspace, runId, file);
      window.getShell().getDisplay().asyncExec(() -> tell(window.getShell(), file, problem));
    });
    job.setUser(true);
    job.schedule();
  }

  /** Writes beside the file first: what was there stays whole if it fails. */
  private String problem(Workspace workspace, String runId, Path file) {
    Path temporary = file.resolveSibling("." + file.getFileName() + ".part");
    try {
      write(workspace, runId, temporary);
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
      return "";
    } catch (IOException | InvalidInputException e) {
      try {
        Files.deleteIfExists(temporary);
      } catch (IOException remains) {
        e.addSuppressed(remains);
      }
      return reason(e);
    }
  }

  private static String reason(Exception e) {
    return switch (e) {
      case AccessDeniedException denied -> Messages.Export_denied;
      case NoSuchFileException missing -> Messages.Export_noFolder;
      case FileSystemException system when system.getReason() != null ->
          NLS.bind(Messages.Export_refused, system.getReason());
      default -> e.getMessage();
    };
  }

  private void tell(Shell shell, Path file, String problem) {
    if (!problem.isEmpty()) {
      MessageDialog.openError(shell, title(), NLS.bind(Messages.Export_failed, file, problem));
      return;
    }
    List<String> buttons = new ArrayList<>(List.of(Messages.Export_close, Messages.Export_showFolder));
    if (isForReading()) {
      buttons.add(Messages.Export_open);
    }
    MessageDialog dialog =
        new MessageDialog(
            shell,
            title(),
            null,
            NLS.bind(Messages.Export_done, file),
            MessageDialog.INFORMATION,
            buttons.size() - 1,
            buttons.toArray(String[]::new));
    switch (dialog.open()) {
      case 1 -> Program.launch(file.toAbsolutePath().getParent().toString());
      case 2 -> Program.launch(file.toString());
      default -> { }
    }
  }
}
