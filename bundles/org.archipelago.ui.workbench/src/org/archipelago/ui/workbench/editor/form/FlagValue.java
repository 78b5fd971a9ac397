package org.archipelago.ui.workbench.editor.form;

import java.util.Optional;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Yes or no. */
final class FlagValue implements ValueControl {

  private final Button button;
  private final boolean defaultValue;

  FlagValue(Composite parent, ParameterDescriptor parameter, Runnable onChange) {
    defaultValue = parameter.defaultValue().filter(Boolean.TRUE::equals).isPresent();
    button = new Button(parent, SWT.CHECK);
    button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> onChange.run()));
  }

  @Override
  public Control control() {
    return button;
  }

  @Override
  public boolean shows(Optional<Object> value) {
    return button.getSelection() == flag(value);
  }

  @Override
  public void show(Optional<Object> value) {
    button.setSelection(flag(value));
  }

  private boolean flag(Optional<Object> value) {
    return value.map(written -> Boolean.parseBoolean(written.toString())).orElse(defaultValue);
  }

  @Override
  public Optional<Object> read() {
    return Optional.of(button.getSelection());
  }
}
