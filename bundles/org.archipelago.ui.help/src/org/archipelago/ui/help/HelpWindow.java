package org.archipelago.ui.help;

import org.archipelago.ui.common.Icons;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/** The help in a window of its own, beside a dialog that keeps views from being used. */
final class HelpWindow {

  private static final String KEY = "org.archipelago.ui.help.window";
  private static final int WIDTH = 560;
  private static final int HEIGHT = 620;

  private HelpWindow() {}

  /** Opens a page beside a dialog, in the window that is there already if one is. */
  static void open(Shell dialog, String link) {
    if (dialog.getData(KEY) instanceof HelpPane pane && !pane.isDisposed()) {
      pane.open(link);
      pane.getShell().forceActive();
      return;
    }
    Shell window = new Shell(dialog, SWT.SHELL_TRIM | SWT.MODELESS);
    window.setText(HelpMessages.windowTitle);
    window.setImage(Icons.HELP.image());
    window.setLayout(new FillLayout());
    HelpPane pane = new HelpPane(window);
    dialog.setData(KEY, pane);
    window.addListener(SWT.Traverse, event -> {
      if (event.detail == SWT.TRAVERSE_ESCAPE) {
        window.close();
      }
    });
    window.setBounds(beside(dialog));
    window.open();
    pane.open(link);
    pane.setFocus();
  }

  /** To the right of the dialog if there is room, else to its left, always on the screen. */
  private static Rectangle beside(Shell dialog) {
    Rectangle bounds = dialog.getBounds();
    Rectangle screen = dialog.getMonitor().getClientArea();
    int width = Math.min(WIDTH, screen.width);
    int height = Math.min(HEIGHT, screen.height);
    int right = bounds.x + bounds.width;
    int x = right + width <= screen.x + screen.width ? right : Math.max(screen.x, bounds.x - width);
    int y = Math.max(screen.y, Math.min(bounds.y, screen.y + screen.height - height));
    return new Rectangle(x, y, width, height);
  }

  /** Whether the window in front is a dialog's. */
  static boolean isDialog(Shell shell) {
    return shell != null && (shell.getStyle() & (SWT.APPLICATION_MODAL | SWT.PRIMARY_MODAL | SWT.SYSTEM_MODAL)) != 0;
  }

  static Shell active() {
    return Display.getCurrent().getActiveShell();
  }
}
