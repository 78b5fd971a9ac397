package org.archipelago.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/**
 * Tells of an error in the program itself: that runs go on, where the details are, and how to copy them. An
 * error that comes again while one is being told is only logged.
 */
public final class UnexpectedErrors {

  private static final int COPY = 1;

  private boolean telling;

  /** The message's title. */
  public static String title() {
    return Messages.Error_title;
  }

  /**
   * Opens the message and waits for its end; called on the UI thread.
   *
   * @param shell window to stand before, or null
   */
  public void tell(Shell shell, Throwable error) {
    if (telling) {
      return;
    }
    telling = true;
    try {
      MessageDialog dialog =
          new MessageDialog(
              shell,
              title(),
              null,
              NLS.bind(Messages.Error_message, summary(error), Platform.getLogFileLocation()),
              MessageDialog.ERROR,
              0,
              Messages.Error_close,
              Messages.Error_copy);
      if (dialog.open() == COPY) {
        copy(error);
      }
    } finally {
      telling = false;
    }
  }

  private static String summary(Throwable error) {
    String message = error.getMessage();
    String kind = error.getClass().getSimpleName();
    return message == null || message.isBlank() ? kind : kind + ": " + message;
  }

  private static void copy(Throwable error) {
    StringWriter trace = new StringWriter();
    error.printStackTrace(new PrintWriter(trace));
    Clipboard clipboard = new Clipboard(Display.getCurrent());
    clipboard.setContents(new Object[] {trace.toString()}, new Transfer[] {TextTransfer.getInstance()});
    clipboard.dispose();
  }
}
