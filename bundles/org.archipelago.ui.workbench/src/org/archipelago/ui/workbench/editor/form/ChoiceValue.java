package org.archipelago.ui.workbench.editor.form;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** One of a few words. */
final class ChoiceValue implements ValueControl {

  private final Combo combo;
  private final Supplier<List<String>> choices;
  private final Optional<String> defaultChoice;

  ChoiceValue(
      Composite parent, ParameterDescriptor parameter, Supplier<List<String>> choices, Runnable onChange) {
    this.choices = choices;
    defaultChoice = parameter.defaultValue().map(Object::toString);
    combo = new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
    combo.setItems(choices.get().toArray(String[]::new));
    combo.addListener(SWT.MouseVerticalWheel, e -> e.doit = false); // the wheel scrolls, and chooses nothing
    combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> onChange.run()));
  }

  @Override
  public Control control() {
    return combo;
  }

  @Override
  public boolean shows(Optional<Object> value) {
    return offersChoices() && combo.getSelectionIndex() == index(value);
  }

  @Override
  public void show(Optional<Object> value) {
    if (!offersChoices()) {
      combo.setItems(choices.get().toArray(String[]::new));
    }
    int index = index(value);
    if (index < 0) {
      combo.deselectAll();
    } else {
      combo.select(index);
    }
  }

  private boolean offersChoices() {
    return List.of(combo.getItems()).equals(choices.get());
  }

  private int index(Optional<Object> value) {
    return value.map(Object::toString).or(() -> defaultChoice).map(combo::indexOf).orElse(-1);
  }

  @Override
  public Optional<Object> read() {
    int index = combo.getSelectionIndex();
    return index < 0 ? Optional.empty() : Optional.of(combo.getItem(index));
  }
}
