package org.archipelago.ui.common;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;

/** Questions before something that can't be taken back. */
public final class Questions {

  private Questions() {}

  /**
   * Asks whether to do it. Enter and Escape both keep things as they are.
   *
   * @param act text of the button that does it
   * @param keep text of the button that does not
   */
  public static boolean agreed(Shell shell, String title, String question, String act, String keep) {
    MessageDialog dialog =
        new MessageDialog(shell, title, null, question, MessageDialog.QUESTION, 1, act, keep);
    return dialog.open() == 0;
  }
}
