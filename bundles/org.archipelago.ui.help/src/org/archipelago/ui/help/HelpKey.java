package org.archipelago.ui.help;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.PlatformUI;

/** Makes F1 ask for help on GTK, too, which would have it Ctrl+F1; elsewhere the system sees to it. */
public final class HelpKey {

  private HelpKey() {}

  /** Call it once, when the display is there. */
  public static void install(Display display) {
    if ("gtk".equals(SWT.getPlatform())) {
      display.addFilter(SWT.KeyDown, event -> {
        if (event.keyCode == SWT.F1 && event.stateMask == 0) {
          event.doit = false;
          event.type = SWT.None;
          help(event.widget instanceof Control control ? control : display.getActiveShell());
        }
      });
    }
  }

  private static void help(Control control) {
    for (Control asked = control; asked != null; asked = asked.getParent()) {
      if (asked.isListening(SWT.Help)) {
        asked.notifyListeners(SWT.Help, new Event());
        return;
      }
    }
    PlatformUI.getWorkbench().getHelpSystem().displayHelp();
  }
}
