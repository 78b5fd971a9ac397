package org.archipelago.ui.workbench.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.archipelago.ui.workbench.experiments.FileManager;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Shell;

/** Says where a file was written, and offers to look at it. */
final class ExportedDialog {

  private static final int SHOW_FOLDER = 1;
  private static final int OPEN = 2;

  private ExportedDialog() {}

  /** Opens it as soon as what is open now has closed. */
  static void openLater(Shell shell, Path file, boolean isForReading) {
    shell.getDisplay().asyncExec(() -> {
      if (!shell.isDisposed()) {
        open(shell, file, isForReading);
      }
    });
  }

  private static void open(Shell shell, Path file, boolean isForReading) {
    List<String> buttons = new ArrayList<>(List.of(ExportMessages.close, ExportMessages.showFolder));
    if (isForReading) {
      buttons.add(ExportMessages.open);
    }
    MessageDialog dialog =
        new MessageDialog(
            shell,
            ExportMessages.exported,
            null,
            NLS.bind(ExportMessages.done, file),
            MessageDialog.INFORMATION,
            buttons.size() - 1,
            buttons.toArray(String[]::new));
    switch (dialog.open()) {
      case SHOW_FOLDER -> FileManager.reveal(file);
      case OPEN -> Program.launch(file.toString());
      default -> { }
    }
  }
}
