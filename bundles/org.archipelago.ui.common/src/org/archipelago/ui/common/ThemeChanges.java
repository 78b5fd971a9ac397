package org.archipelago.ui.common;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;

/**
 * Brings what style sheets don't reach over to another theme while windows are open: colours of the
 * {@link Palette}, and whatever asks to be told. Use it on the UI thread.
 */
public final class ThemeChanges {

  private static final Color ANY = new Color(127, 126, 125);
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

  /**
   * To call just before another theme is set. SWT on GTK takes a control that has no colour of its own to
   * look as it should, though it may look as the theme at that time let it; one with a colour is drawn anew.
   */
  public static void prepare(Display display) {
    for (Shell shell : display.getShells()) {
      giveColour(shell);
    }
  }

  private static void giveColour(Control control) {
    control.setForeground(ANY);
    if (control instanceof Composite composite) {
      for (Control child : composite.getChildren()) {
        giveColour(child);
      }
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
          ground(shell);
          redraw(shell);
        }
      });
    }
  }

  /** Words stand on what is around them; a theme that was taken back leaves them on the system's ground. */
  private static void ground(Composite parent) {
    for (Control child : parent.getChildren()) {
      if (child instanceof Composite composite) {
        ground(composite);
      } else if (child instanceof Label || isTicked(child)) {
        child.setBackground(parent.getBackground());
      }
    }
  }

  private static boolean isTicked(Control control) {
    return control instanceof Button && (control.getStyle() & (SWT.CHECK | SWT.RADIO)) != 0;
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
