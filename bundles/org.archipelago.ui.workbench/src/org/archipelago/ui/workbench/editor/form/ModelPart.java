package org.archipelago.ui.workbench.editor.form;

import org.archipelago.engine.Forecast;
import org.archipelago.results.Format;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** How large the model is with this experiment's data, and what each of its layers gives. */
final class ModelPart {

  private static final int BYTES_A_NUMBER = 4;

  private final Label words;

  ModelPart(Composite parent) {
    words = Layouts.quiet(parent, Messages.Model_waiting);
    words.setData("modelSize", Boolean.TRUE);
  }

  void show(Forecast forecast) {
    Layouts.setText(
        words,
        NLS.bind(
            Messages.Model_words,
            new Object[] {
              Format.count(forecast.parameters()),
              Format.bytes((double) BYTES_A_NUMBER * forecast.parameters()),
              forecast.modelShape().replace("-", " \u2192 ")
            }));
  }
}
