package org.archipelago.ui.common;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** Puts the keyboard's focus where one begins. SWT itself gives up at a radio button that isn't chosen. */
public final class Focus {

  private Focus() {}

  /**
   * Focuses the first control in it, at any depth, that is for typing or choosing: of radio buttons the one that
   * is chosen.
   *
   * @return whether there was one
   */
  public static boolean first(Control control) {
    if (!control.isVisible() || !control.isEnabled()) {
      return false;
    }
    if (control instanceof Composite composite && composite.getChildren().length > 0) {
      for (Control child : composite.getChildren()) {
        if (first(child)) {
          return true;
        }
      }
      return false;
    }
    return takesKeys(control) && control.forceFocus();
  }

  private static boolean takesKeys(Control control) {
    if (control instanceof Button button && (button.getStyle() & SWT.RADIO) != 0) {
      return button.getSelection();
    }
    return !(control instanceof Label)
        && !(control instanceof Canvas)
        && control.getClass() != Composite.class;
  }
}
