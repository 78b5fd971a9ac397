package org.archipelago.ui.workbench.editor.form;

import java.util.ArrayList;
import java.util.List;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.ParameterType;
import org.archipelago.core.catalog.Range;
import org.archipelago.results.Format;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Control;

/** The short words beside a field: its unit, what it may be, and its default. */
final class Hints {

  /** A line may only be broken behind the dot. */
  private static final String BETWEEN = "\u00a0· ";

  private Hints() {}

  /** What a parameter is, what it may be, and its default. */
  static String of(ParameterDescriptor parameter) {
    List<String> parts = new ArrayList<>();
    String range = range(parameter.range());
    if (!range.isEmpty()) {
      parts.add(parameter.type() == ParameterType.NUMBER_LIST ? NLS.bind(Messages.Hint_each, range) : range);
    }
    if (parameter.type() == ParameterType.TEXT_LIST || parameter.type() == ParameterType.NUMBER_LIST) {
      parts.add(Messages.Hint_commas);
    }
    if (parameter.type() == ParameterType.TEXT_GROUPS) {
      parts.add(Messages.Hint_groups);
    }
    parameter
        .defaultValue()
        .map(value -> value instanceof List<?> list && list.isEmpty() ? Messages.Hint_none : plain(value))
        .ifPresent(value -> parts.add(NLS.bind(Messages.Hint_default, value)));
    return (parameter.text() + " " + String.join(BETWEEN, parts)).strip();
  }

  /** What an empty field shows in grey: its default, or that it has to be filled. */
  static String whenEmpty(ParameterDescriptor parameter) {
    return parameter
        .defaultValue()
        .map(Hints::plain)
        .orElse(parameter.required() ? Messages.Hint_required : Messages.Hint_optional);
  }

  /** In signs, such as {@code ≥ 1} or {@code > 0, ≤ 1}. */
  static String range(Range range) {
    List<String> parts = new ArrayList<>();
    if (Double.isFinite(range.low())) {
      parts.add((range.lowOpen() ? ">\u00a0" : "≥\u00a0") + count(range.low()));
    }
    if (Double.isFinite(range.high())) {
      parts.add((range.highOpen() ? "<\u00a0" : "≤\u00a0") + count(range.high()));
    }
    return String.join(", ", parts);
  }

  private static String count(double bound) {
    return bound == Math.rint(bound) && Math.abs(bound) < 1e15 ? Format.count((long) bound) : plain(bound);
  }

  /** A value as a field shows it. */
  static String plain(Object value) {
    if (value instanceof List<?> list) {
      return ListText.write(list);
    }
    if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
      return Long.toString(number.longValue());
    }
    return value instanceof Double number
        ? number.toString().replace(".0E", "e").replace('E', 'e')
        : value.toString();
  }

  /** All there is to say of a parameter. */
  static String help(ParameterDescriptor parameter) {
    return parameter.source().isEmpty()
        ? parameter.text()
        : parameter.text() + "\n" + NLS.bind(Messages.Hint_source, parameter.source());
  }

  static int charWidth(Control control) {
    GC gc = new GC(control);
    try {
      return (int) Math.ceil(gc.getFontMetrics().getAverageCharacterWidth());
    } finally {
      gc.dispose();
    }
  }
}
