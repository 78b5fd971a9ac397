package org.archipelago.ui.workbench.editor.form;

import java.util.List;
import java.util.Optional;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.ParameterType;
import org.archipelago.store.experiment.ExperimentText.Typed;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.TraverseListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;

/** A list, its parts between commas; or a list of lists, one a line. */
final class ListValue implements ValueControl {

  private static final int LINES = 5;

  private final Text text;
  private final ParameterType type;
  private boolean showing;

  ListValue(Composite parent, ParameterDescriptor parameter, Runnable onChange) {
    type = parameter.type();
    text = new Text(parent, isGroups() ? SWT.BORDER | SWT.MULTI | SWT.V_SCROLL | SWT.WRAP : SWT.BORDER);
    text.setMessage(Hints.whenEmpty(parameter));
    text.addModifyListener(e -> {
      if (!showing) {
        onChange.run();
      }
    });
    TraverseListener tabs =
        e -> e.doit |= e.detail == SWT.TRAVERSE_TAB_NEXT || e.detail == SWT.TRAVERSE_TAB_PREVIOUS;
    text.addTraverseListener(tabs);
    int height = isGroups() ? LINES * text.getLineHeight() : SWT.DEFAULT;
    GridDataFactory.fillDefaults().grab(true, false).hint(100, height).applyTo(text);
  }

  private boolean isGroups() {
    return type == ParameterType.TEXT_GROUPS;
  }

  @Override
  public Control control() {
    return text;
  }

  @Override
  public boolean shows(Optional<Object> value) {
    return read().map(ListValue::plain).equals(value);
  }

  /** The same with numbers as the texts that were typed. */
  private static Object plain(Object value) {
    return ((List<?>) value).stream()
        .map(part -> part instanceof Typed typed ? typed.text() : part)
        .toList();
  }

  @Override
  public void show(Optional<Object> value) {
    showing = true;
    text.setText(value.map(this::written).orElse(""));
    showing = false;
  }

  private String written(Object value) {
    if (!(value instanceof List<?> list)) {
      return value.toString();
    }
    return isGroups()
        ? String.join(
            Text.DELIMITER,
            list.stream()
                .map(part -> ListText.write(part instanceof List<?> group ? group : List.of(part)))
                .toList())
        : ListText.write(list);
  }

  @Override
  public Optional<Object> read() {
    List<?> parts =
        switch (type) {
          case TEXT_GROUPS ->
              text.getText().lines().map(ListText::parse).filter(group -> !group.isEmpty()).toList();
          case NUMBER_LIST -> ListText.parse(text.getText()).stream().map(Typed::new).toList();
          default -> ListText.parse(text.getText());
        };
    return parts.isEmpty() ? Optional.empty() : Optional.of(parts);
  }
}
