package org.archipelago.ui.workbench.editor.form;

import java.util.Optional;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.ParameterType;
import org.archipelago.store.experiment.ExperimentText.Typed;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.ModifyListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;

/** A number or a text. */
final class TextValue implements ValueControl {

  private static final int NUMBER_CHARS = 12;
  private static final int PROSE_LINES = 4;

  private final Text text;
  private final boolean number;
  private boolean showing;

  TextValue(Composite parent, ParameterDescriptor parameter, Runnable onChange) {
    number = parameter.type() == ParameterType.INTEGER || parameter.type() == ParameterType.NUMBER;
    boolean prose = parameter.name().equals(HeadPart.DESCRIPTION);
    text = new Text(parent, SWT.BORDER | (prose ? SWT.MULTI | SWT.WRAP | SWT.V_SCROLL : SWT.SINGLE));
    text.setMessage(Hints.whenEmpty(parameter));
    text.addTraverseListener(
        e -> e.doit |= e.detail == SWT.TRAVERSE_TAB_NEXT || e.detail == SWT.TRAVERSE_TAB_PREVIOUS);
    ModifyListener listener =
        e -> {
          if (!showing) {
            onChange.run();
          }
        };
    text.addModifyListener(listener);
    GridDataFactory data = GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER);
    int width = NUMBER_CHARS * Hints.charWidth(text);
    int height = prose ? PROSE_LINES * text.getLineHeight() : SWT.DEFAULT;
    (number ? data.hint(width, SWT.DEFAULT) : data.grab(true, false).hint(width, height)).applyTo(text);
  }

  @Override
  public Control control() {
    return text;
  }

  @Override
  public boolean shows(Optional<Object> value) {
    return text.getText().equals(written(value));
  }

  @Override
  public void show(Optional<Object> value) {
    showing = true;
    text.setText(written(value));
    showing = false;
  }

  private static String written(Optional<Object> value) {
    return value.map(Object::toString).orElse("");
  }

  @Override
  public Optional<Object> read() {
    String typed = number ? text.getText().strip() : text.getText();
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(number ? new Typed(typed) : typed);
  }
}
