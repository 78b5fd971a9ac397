package org.archipelago.ui.workbench.wizard;

import java.nio.file.Path;
import java.util.Locale;
import org.archipelago.data.table.Tables;
import org.archipelago.ui.workbench.Workspace;
import org.archipelago.ui.workbench.welcome.Openers;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.ui.IWorkbenchWindow;

/** Takes files that are dropped on a window: a table, words or images begin an experiment, an experiment is opened. */
public final class DataDrop {

  private DataDrop() {}

  /** From now on the window takes files. */
  public static void accept(IWorkbenchWindow window) {
    DropTarget target = new DropTarget(window.getShell(), DND.DROP_COPY | DND.DROP_DEFAULT);
    target.setTransfer(new Transfer[] {FileTransfer.getInstance()});
    target.addDropListener(new DropTargetAdapter() {
      @Override
      public void dragEnter(DropTargetEvent event) {
        event.detail = DND.DROP_COPY;
      }

      @Override
      public void drop(DropTargetEvent event) {
        if (event.data instanceof String[] files && files.length > 0) {
          window.getShell().getDisplay().asyncExec(() -> take(window, Path.of(files[0])));
        }
      }
    });
  }

  /** Does with a file what its ending asks for. */
  public static void take(IWorkbenchWindow window, Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (Tables.isNamedSo(file)) {
      NewExperimentWizard.open(window, file);
    } else if (name.endsWith(Workspace.ENDING)) {
      Openers.open(window.getActivePage(), file);
    } else {
      MessageDialog.openInformation(
          window.getShell(),
          WizardMessages.title,
          NLS.bind(WizardMessages.dropOther, file.getFileName()));
    }
  }
}
