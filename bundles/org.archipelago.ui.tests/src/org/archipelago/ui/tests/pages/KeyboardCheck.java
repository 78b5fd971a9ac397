package org.archipelago.ui.tests.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/**
 * Whether a dialog can be used by keyboard as it is read: no mnemonic twice among what can be seen, Tab
 * leads from left to right and from top to bottom, and Enter presses a button. Page objects ask when they
 * come to a page, so that every page that a test or the tour comes to is held to it.
 */
public final class KeyboardCheck {

  private KeyboardCheck() {}

  /** Fails with all that is wrong with the dialog as it is now. */
  public static void check(Shell dialog) {
    List<String> wrong = wrongWith(dialog);
    if (!wrong.isEmpty()) {
      throw new AssertionError(dialog.getText() + ": " + String.join("; ", wrong));
    }
  }

  /** What is wrong; empty if nothing is. */
  public static List<String> wrongWith(Shell dialog) {
    List<String> wrong = new ArrayList<>();
    Map<String, String> taken = new HashMap<>();
    for (Control control : Ui.all(dialog, Control.class)) {
      String text = textOf(control);
      String mnemonic = text.replace("&&", "").replaceFirst("[^&]*&?(.?).*", "$1").toLowerCase(Locale.ROOT);
      if (control.isVisible() && !mnemonic.isEmpty()) {
        String other = taken.put(mnemonic, text);
        if (other != null) {
          wrong.add("'" + other + "' and '" + text + "' have the same mnemonic");
        }
      }
    }
    if (dialog.getDefaultButton() == null) {
      wrong.add("Enter presses no button");
    }
    checkOrder(dialog, wrong);
    return wrong;
  }

  private static String textOf(Control control) {
    if (control instanceof Button button) {
      return button.getText();
    }
    if (control instanceof Group group) {
      return group.getText();
    }
    return control instanceof Label label && (label.getStyle() & SWT.SEPARATOR) == 0 ? label.getText() : "";
  }

  private static void checkOrder(Composite parent, List<String> wrong) {
    Control before = null;
    for (Control control : parent.getTabList()) {
      if (!control.isVisible() || control.getSize().x == 0 || control.getSize().y == 0 || !isReached(control)) {
        continue;
      }
      if (before != null && isBefore(control.getBounds(), before.getBounds())) {
        wrong.add("Tab leads from " + before + " back to " + control + " in " + parent);
      }
      before = control;
      if (control instanceof Composite composite) {
        checkOrder(composite, wrong);
      }
    }
  }

  /** Whether Tab stops there, or at something in it. */
  private static boolean isReached(Control control) {
    if (control instanceof Composite composite && composite.getChildren().length > 0) {
      return Arrays.stream(composite.getChildren()).anyMatch(KeyboardCheck::isReached);
    }
    boolean onlyRead = control instanceof Text && (control.getStyle() & SWT.READ_ONLY) != 0;
    return !(control instanceof Label) && !onlyRead && (control.getStyle() & SWT.NO_FOCUS) == 0;
  }

  /** Above it, or in the same row and left of it. */
  private static boolean isBefore(Rectangle one, Rectangle other) {
    boolean above = one.y + one.height <= other.y;
    boolean below = other.y + other.height <= one.y;
    return above || !below && one.x + one.width <= other.x;
  }
}
