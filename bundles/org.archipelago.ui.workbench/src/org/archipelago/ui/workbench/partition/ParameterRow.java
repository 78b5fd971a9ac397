package org.archipelago.ui.workbench.partition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.ParameterType;
import org.archipelago.results.Format;
import org.archipelago.ui.workbench.editor.form.Layouts;
import org.archipelago.ui.workbench.editor.form.ListText;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.FocusListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Text;

/** A parameter of the rule: a slider with its number, or a field. */
final class ParameterRow {

  /** Name of the widget data that holds a control's parameter. */
  static final String PARAMETER = "parameter";

  private static final int NUMBER_WIDTH = 62;
  private static final int PAGE = SliderScale.PLACES / 20;
  private static final int STEP = SliderScale.PLACES / 100;

  private final ParameterDescriptor parameter;
  private final BiConsumer<Optional<Object>, Boolean> changed;
  private final List<String> columns;
  private SliderScale scale;
  private Text text;
  private Scale slider;
  private Combo choice;
  private Button flag;
  private boolean showing;
  private String shown = "";

  /**
   * @param most the most that makes sense of whole numbers
   * @param columns of the table, of which a parameter may name one
   * @param changed takes the new value, and whether more of the same movement may follow
   */
  ParameterRow(
      Composite parent,
      ParameterDescriptor parameter,
      int most,
      List<String> columns,
      BiConsumer<Optional<Object>, Boolean> changed) {
    this.parameter = parameter;
    this.changed = changed;
    this.columns = parameter.name().equals("column") ? columns : parameter.choices();
    scale = SliderScale.of(parameter, most);
    Composite head = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).spacing(6, 0).applyTo(head);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
    if (parameter.type() == ParameterType.FLAG) {
      flag(head);
      return;
    }
    Label label = new Label(head, SWT.WRAP);
    label.setText(Layouts.escaped(parameter.label()));
    label.setToolTipText(help());
    GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(60, SWT.DEFAULT).applyTo(label);
    if (isNumber()) {
      text(head, SWT.RIGHT);
      GridDataFactory.fillDefaults().hint(NUMBER_WIDTH, SWT.DEFAULT).applyTo(text);
      slider(parent);
    } else if (!this.columns.isEmpty()) {
      choice(parent);
    } else {
      text(parent, parameter.type() == ParameterType.TEXT_GROUPS ? SWT.MULTI | SWT.V_SCROLL : SWT.SINGLE);
      int height = parameter.type() == ParameterType.TEXT_GROUPS ? 4 * text.getLineHeight() : SWT.DEFAULT;
      GridDataFactory.fillDefaults().grab(true, false).hint(80, height).applyTo(text);
    }
  }

  private boolean isNumber() {
    return parameter.type() == ParameterType.INTEGER || parameter.type() == ParameterType.NUMBER;
  }

  private String help() {
    return parameter.text() + "\n" + parameter.localizedAllowed()
        + (parameter.unit().isEmpty() ? "" : " (" + parameter.unit() + ")");
  }

  private void name(Control control) {
    control.setData(PARAMETER, parameter.name());
    control.setToolTipText(help());
  }

  private void flag(Composite parent) {
    flag = new Button(parent, SWT.CHECK);
    flag.setText(Layouts.escaped(parameter.label()));
    flag.addSelectionListener(SelectionListener.widgetSelectedAdapter(e ->
        changed.accept(Optional.of(flag.getSelection()), false)));
    name(flag);
  }

  private void choice(Composite parent) {
    choice = new Combo(parent, SWT.READ_ONLY);
    choice.setItems(columns.toArray(String[]::new));
    choice.addSelectionListener(SelectionListener.widgetSelectedAdapter(e ->
        changed.accept(Optional.of(choice.getText()), false)));
    GridDataFactory.fillDefaults().grab(true, false).hint(80, SWT.DEFAULT).applyTo(choice);
    name(choice);
  }

  private void text(Composite parent, int style) {
    text = new Text(parent, SWT.BORDER | style);
    text.addFocusListener(FocusListener.focusLostAdapter(e -> typed()));
    text.addListener(SWT.DefaultSelection, e -> typed());
    text.addListener(SWT.Traverse, e ->
        e.doit |= e.detail == SWT.TRAVERSE_TAB_NEXT || e.detail == SWT.TRAVERSE_TAB_PREVIOUS);
    parameter.defaultValue().ifPresent(value -> text.setMessage(written(value)));
    name(text);
  }

  private void slider(Composite parent) {
    slider = new Scale(parent, SWT.HORIZONTAL);
    slider.setMaximum(SliderScale.PLACES);
    slider.setIncrement(STEP);
    slider.setPageIncrement(PAGE);
    slider.addListener(SWT.Selection, e -> moved());
    GridDataFactory.fillDefaults().grab(true, false).hint(80, SWT.DEFAULT).applyTo(slider);
    name(slider);
  }

  private void moved() {
    if (!showing) {
      Object value = value(scale.value(slider.getSelection()));
      text.setText(written(value));
      changed.accept(Optional.of(value), true);
    }
  }

  private Object value(double number) {
    return parameter.type() == ParameterType.INTEGER ? (Object) (int) Math.rint(number) : (Object) number;
  }

  private void typed() {
    Optional<Object> read = read(text.getText().strip());
    if (!showing && !read.map(ParameterRow::written).orElse("").equals(shown)) {
      show(read);
      changed.accept(read, false);
    }
  }

  /** What was typed; nothing where it is empty or no such value. */
  private Optional<Object> read(String typed) {
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    return switch (parameter.type()) {
      case INTEGER, NUMBER -> number(typed);
      case TEXT_LIST -> Optional.of(ListText.parse(typed));
      case NUMBER_LIST -> numbers(ListText.parse(typed));
      case TEXT_GROUPS -> Optional.of(typed.lines().map(ListText::parse).filter(group -> !group.isEmpty()).toList());
      default -> Optional.of(typed);
    };
  }

  private Optional<Object> number(String typed) {
    try {
      double number = Double.parseDouble(typed.replace(",", ""));
      return parameter.range().contains(number) ? Optional.of(value(number)) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Object> numbers(List<String> parts) {
    List<Double> numbers = new ArrayList<>();
    for (String part : parts) {
      try {
        numbers.add(Double.valueOf(part));
      } catch (NumberFormatException e) {
        return Optional.empty();
      }
    }
    return Optional.of(numbers);
  }

  private static String written(Object value) {
    if (value instanceof Double number) {
      return Format.plain(number);
    }
    if (value instanceof List<?> list && list.stream().anyMatch(List.class::isInstance)) {
      return String.join(Text.DELIMITER, list.stream().map(group -> ListText.write((List<?>) group)).toList());
    }
    return value instanceof List<?> list ? ListText.write(list) : value.toString();
  }

  /** Shows a value; nothing for none. */
  void show(Optional<Object> value) {
    showing = true;
    Optional<Object> seen = value.or(parameter::defaultValue);
    shown = seen.map(ParameterRow::written).orElse("");
    if (flag != null) {
      flag.setSelection(Boolean.TRUE.equals(seen.orElse(false)));
    } else if (choice != null) {
      choice.setText(shown);
    } else if (!text.getText().equals(shown)) {
      text.setText(shown);
    }
    if (slider != null && seen.orElse(null) instanceof Number number) {
      scale = scale.reaching(number.doubleValue());
      int place = scale.place(number.doubleValue());
      if (!value(scale.value(slider.getSelection())).equals(seen.get()) && slider.getSelection() != place) {
        slider.setSelection(place);
      }
    }
    showing = false;
  }
}
