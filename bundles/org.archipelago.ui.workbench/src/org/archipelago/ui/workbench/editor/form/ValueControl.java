package org.archipelago.ui.workbench.editor.form;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** A control in which a parameter's value is shown and changed. */
interface ValueControl {

  Control control();

  /** Whether the control shows what the file says: texts and lists of texts as they are written. */
  boolean shows(Optional<Object> value);

  /** @param value what the file says; nothing for the default */
  void show(Optional<Object> value);

  /** What to write to the file; nothing to leave the field out. */
  Optional<Object> read();

  /**
   * @param choices the words of which the value is one; none where it may be any
   * @param onChange called at every change that the user makes
   */
  static ValueControl of(
      Composite parent, ParameterDescriptor parameter, Supplier<List<String>> choices, Runnable onChange) {
    if (!choices.get().isEmpty()) {
      return new ChoiceValue(parent, parameter, choices, onChange);
    }
    return switch (parameter.type()) {
      case FLAG -> new FlagValue(parent, parameter, onChange);
      case TEXT_LIST, NUMBER_LIST, TEXT_GROUPS -> new ListValue(parent, parameter, onChange);
      default -> new TextValue(parent, parameter, onChange);
    };
  }
}
