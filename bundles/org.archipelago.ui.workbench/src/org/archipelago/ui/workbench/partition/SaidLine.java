package org.archipelago.ui.workbench.partition;

import org.archipelago.ui.common.Palette;
import org.archipelago.ui.workbench.editor.form.Layouts;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** The line below all pages: what was done, or why something can't be. */
final class SaidLine {

  private final Label label;
  private final StudioModel model;

  SaidLine(Composite parent, StudioModel model) {
    this.model = model;
    label = new Label(parent, SWT.NONE);
    GridDataFactory.fillDefaults().grab(true, false).indent(10, 2).hint(200, SWT.DEFAULT).applyTo(label);
    model.onChange(this::show);
    show();
  }

  private void show() {
    if (label.isDisposed()) {
      return;
    }
    String words = Layouts.escaped(model.said().replace('\n', ' '));
    if (!label.getText().equals(words)) {
      label.setText(words);
      label.setToolTipText(words.isEmpty() ? null : model.said());
    }
    Palette colour = model.isRefused() ? Palette.ERROR : Palette.QUIET;
    colour.applyTo(label);
  }
}
