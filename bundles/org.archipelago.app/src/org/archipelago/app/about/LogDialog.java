package org.archipelago.app.about;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.archipelago.ui.workbench.experiments.FileManager;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/** The end of the log, where what happened last stands. */
final class LogDialog extends Dialog {

  private static final int REVEAL = IDialogConstants.CLIENT_ID;
  private static final int COPY = IDialogConstants.CLIENT_ID + 1;
  private static final int MOST_BYTES = 200_000;
  private static final int WIDTH = 780;
  private static final int HEIGHT = 420;

  private final Path file;
  private StyledText text;

  LogDialog(Shell shell, Path file) {
    super(shell);
    this.file = file;
    setShellStyle(SWT.SHELL_TRIM | SWT.MODELESS);
    setBlockOnOpen(false);
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText(NLS.bind(AboutMessages.log_title, file));
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    Composite area = (Composite) super.createDialogArea(parent);
    text = new StyledText(area, SWT.READ_ONLY | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL | SWT.BORDER);
    text.setFont(JFaceResources.getTextFont());
    text.setMargins(8, 8, 8, 8);
    GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, HEIGHT).applyTo(text);
    Display display = text.getDisplay();
    Job.createSystem(AboutMessages.log_reading, (ICoreRunnable) monitor -> {
      String end = end();
      display.asyncExec(() -> show(end));
    }).schedule();
    return area;
  }

  private String end() {
    if (!Files.exists(file)) {
      return AboutMessages.log_empty;
    }
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      long from = Math.max(0, log.length() - MOST_BYTES);
      log.seek(from);
      byte[] bytes = new byte[(int) (log.length() - from)];
      log.readFully(bytes);
      String read = new String(bytes, StandardCharsets.UTF_8);
      return from == 0 ? read : read.substring(read.indexOf('\n') + 1);
    } catch (IOException e) {
      return NLS.bind(AboutMessages.log_failed, e.getMessage());
    }
  }

  private void show(String end) {
    if (!text.isDisposed()) {
      text.setText(end);
      text.setSelection(text.getCharCount());
      text.showSelection();
    }
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    createButton(parent, COPY, AboutMessages.copy, false);
    createButton(parent, REVEAL, AboutMessages.log_reveal, false);
    createButton(parent, IDialogConstants.CANCEL_ID, AboutMessages.close, true);
  }

  @Override
  protected void buttonPressed(int id) {
    if (id == REVEAL) {
      FileManager.reveal(file);
    } else if (id == COPY) {
      text.selectAll();
      text.copy();
      text.setSelection(text.getCharCount());
    } else {
      super.buttonPressed(id);
    }
  }
}
