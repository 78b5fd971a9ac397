package org.archipelago.ui.tests.pages;

import java.util.Optional;
import org.archipelago.app.UnexpectedErrors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;

/**
 * Notices the dialog that tells of an unexpected error, which would wait for a user for ever: closes it,
 * and the dialogs before it, so that whoever waits behind them gets its text as a failure.
 */
final class ErrorAlarm {

  private static boolean installed;
  private static boolean expected;
  private static Optional<String> told = Optional.empty();

  private ErrorAlarm() {}

  /** Fails, once, if the workbench has told of an error since. */
  static void check() {
    install(Display.getCurrent());
    if (told.isPresent()) {
      String text = told.get();
      told = Optional.empty();
      throw new AssertionError(text);
    }
  }

  /** The next dialog with that title is one that somebody waits for. */
  static void expect(String title) {
    expected |= title.equals(UnexpectedErrors.title());
  }

  private static void install(Display display) {
    if (!installed) {
      display.addFilter(SWT.Show, ErrorAlarm::shown);
      installed = true;
    }
  }

  private static void shown(Event event) {
    if (event.widget instanceof Shell shell && shell.getText().equals(UnexpectedErrors.title())) {
      if (!expected) {
        told = Optional.of(String.join("\n", Ui.allTexts(shell)));
        shell.getDisplay().asyncExec(() -> closeDialogs(shell.getDisplay()));
      }
      expected = false;
    }
  }

  private static void closeDialogs(Display display) {
    int modal = SWT.PRIMARY_MODAL | SWT.APPLICATION_MODAL | SWT.SYSTEM_MODAL;
    for (Shell shell : display.getShells()) {
      boolean dialog = !shell.isDisposed() && shell.getParent() != null && (shell.getStyle() & modal) != 0;
      if (dialog || !shell.isDisposed() && shell.getText().equals(UnexpectedErrors.title())) {
        shell.dispose();
      }
    }
  }
}
