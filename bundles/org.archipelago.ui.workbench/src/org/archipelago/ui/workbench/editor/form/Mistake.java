package org.archipelago.ui.workbench.editor.form;

import org.archipelago.ui.common.Icons;
import org.archipelago.ui.common.Palette;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** What is wrong with a field, under it; takes no room while nothing is. */
final class Mistake extends Composite {

  /** Name of the widget data that holds the path of the field. */
  static final String KEY = "mistakeOf";

  private final Label text;

  Mistake(Composite parent, String path) {
    super(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).spacing(5, 0).applyTo(this);
    GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(this);
    Label icon = new Label(this, SWT.NONE);
    icon.setImage(Icons.MISTAKE.image());
    GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.BEGINNING).applyTo(icon);
    text = new Label(this, SWT.WRAP);
    text.setData(KEY, path);
    Layouts.wrap(text);
    setVisible(false);
  }

  /** @return whether the room it takes has changed */
  boolean show(String message) {
    boolean changed = !text.getText().equals(Layouts.escaped(message));
    if (changed) {
      Layouts.ground(this);
      Palette.ERROR.applyTo(text);
      text.setText(Layouts.escaped(message));
    }
    return Layouts.show(this, !message.isEmpty()) || changed;
  }
}
