package org.archipelago.ui.workbench.editor.form;

import org.archipelago.ui.common.Palette;
import org.archipelago.ui.common.ThemeChanges;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** How forms lay their parts out. */
public final class Layouts {

  /** Least width to which wrapping texts may shrink. */
  private static final int NARROW = 120;

  private Layouts() {}

  /** Parts one below the other, as wide as there is room. */
  public static Composite column(Composite parent, int spacing) {
    Composite column = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, spacing).applyTo(column);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(column);
    return column;
  }

  /** A text that steps back, as wide as there is room. */
  public static Label quiet(Composite parent, String text) {
    Label label = new Label(parent, SWT.WRAP);
    label.setText(escaped(text));
    Palette.QUIET.applyTo(label);
    wrap(label);
    return label;
  }

  /** Lets a control that wraps be as wide as there is room. */
  public static void wrap(Control control) {
    GridDataFactory.fillDefaults().grab(true, false).hint(NARROW, SWT.DEFAULT).applyTo(control);
  }

  /** Gives a part that was hidden while the theme was applied the ground of what it stands on. */
  public static void ground(Composite part) {
    part.setBackgroundMode(SWT.INHERIT_FORCE);
    Runnable match = () -> part.setBackground(part.getParent().getBackground());
    match.run();
    part.getDisplay().asyncExec(() -> { // what it stands on may be new, and gets its theme with the next events
      if (!part.isDisposed()) {
        match.run();
      }
    });
    ThemeChanges.onChange(part, match);
  }

  /** Gives a label another text; what stands around it is laid out anew, and measured only where it changes. */
  public static void setText(Label label, String text) {
    String shown = escaped(text);
    if (!label.getText().equals(shown)) {
      label.setText(shown);
      label.requestLayout();
    }
  }

  /** A text with which a label shows its ampersands. */
  public static String escaped(String text) {
    return text.replace("&", "&&");
  }

  /** Shows or hides a control that has grid data; hidden, it takes no room. */
  public static boolean show(Control control, boolean visible) {
    GridData data = (GridData) control.getLayoutData();
    boolean changed = data.exclude == visible;
    data.exclude = !visible;
    control.setVisible(visible);
    return changed;
  }
}
