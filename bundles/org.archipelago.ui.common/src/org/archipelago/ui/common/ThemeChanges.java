package org.archipelago.ui.common;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;

/**
 * Brings what style sheets don't reach over to another theme while windows are open: colours of the
 * {@link Palette}, and whatever asks to be told. Use it on the UI thread.
 */
public final class ThemeChanges {

  private static final Map<Control, Runnable> LISTENERS = new LinkedHashMap<>();

  static {
    PlatformUI.getWorkbench()
        .getService(IEventBroker.class)
        .subscribe(IThemeEngine.Events.THEME_CHANGED, event -> later());
  }

  private ThemeChanges() {}

  /** Calls back after every change of the theme, until the control is disposed. */
  public static void onChange(Control owner, Runnable restyle) {
    if (LISTENERS.put(owner, restyle) == null) {
      owner.addDisposeListener(event -> LISTENERS.remove(owner));
    }
  }

  /** Makes sure that palette colours follow the theme. */
  static void watch() {
    // The class has been initialised by now: that is all.
  }

  /** The style sheets have their turn first. */
  private static void later() {
    Display display = PlatformUI.getWorkbench().getDisplay();
    if (!display.isDisposed()) {
      display.asyncExec(() -> {
        for (Shell shell : display.getShells()) {
          Palette.reapply(shell);
        }
        List.copyOf(LISTENERS.values()).forEach(Runnable::run);
        for (Shell shell : display.getShells()) {
          redraw(shell);
        }
      });
    }
  }

  private static void redraw(Composite parent) {
    parent.redraw();
    for (Control child : parent.getChildren()) {
      if (child instanceof Composite composite) {
        redraw(composite);
      } else {
        child.redraw();
      }
    }
  }
}
