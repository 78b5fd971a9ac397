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
  private static final int NARROWEST = 420;
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
    makeRoom(dialog);
    window.setBounds(beside(dialog));
    window.open();
    pane.open(link);
    pane.setFocus();
  }

  /** Moves a dialog to the right where on neither side of it is room to read, though beside it there could be. */
  private static void makeRoom(Shell dialog) {
    Rectangle bounds = dialog.getBounds();
    Rectangle screen = dialog.getMonitor().getClientArea();
    int left = bounds.x - screen.x;
    int right = screen.width - left - bounds.width;
    if (Math.max(left, right) < NARROWEST && left + right >= NARROWEST) {
      dialog.setLocation(screen.x + left + right, bounds.y);
    }
  }

  /** On the side of the dialog where there is more room, and no wider than that, always on the screen. */
  private static Rectangle beside(Shell dialog) {
    Rectangle bounds = dialog.getBounds();
    Rectangle screen = dialog.getMonitor().getClientArea();
    int left = bounds.x - screen.x;
    int right = screen.x + screen.width - bounds.x - bounds.width;
    int width = Math.min(WIDTH, Math.max(NARROWEST, Math.max(left, right)));
    int height = Math.min(HEIGHT, screen.height);
    int x = right >= left
        ? Math.min(bounds.x + bounds.width, screen.x + screen.width - width)
        : Math.max(screen.x, bounds.x - width);
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
