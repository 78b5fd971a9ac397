package org.archipelago.store.experiment;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/** Values as YAML in one line, readable in block and in flow style. */
final class YamlScalars {

  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");
  private static final Pattern PLAIN =
      Pattern.compile("[\\p{L}_./][\\p{L}\\p{Nd}_./()%+-]*( [\\p{L}\\p{Nd}_./()%+-]+)*");
  private static final Pattern OTHER_TYPE =
      Pattern.compile("(?i:true|false|null|\\.inf|\\.nan)|\\.\\d.*");

  private YamlScalars() {}

  /** Whether a text is a decimal number as YAML writes it. */
  static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }

  /**
   * A value in YAML.
   *
   * @param value a {@link Number}, {@link Boolean}, {@link String}, {@link ExperimentText.Typed}, or a
   *     list or map of such
   * @param style quotes that a text keeps when it has them
   */
  static String write(Object value, ScalarStyle style) {
    if (value instanceof List<?> list) {
      return list.stream()
          .map(element -> write(element, ScalarStyle.PLAIN))
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> entry.getKey() + ": " + write(entry.getValue(), ScalarStyle.PLAIN))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof Double number) {
      return number(number);
    }
    if (value instanceof ExperimentText.Typed typed) {
      return isNumber(typed.text()) ? typed.text() : text(typed.text(), style);
    }
    return value instanceof String text ? text(text, style) : value.toString();
  }

  /** In plain form: {@code 64} rather than {@code 64.0}, {@code 1.0E-5} as {@code 1e-5}. */
  private static String number(double number) {
    if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      return Long.toString((long) number);
    }
    return Double.toString(number).replace(".0E", "e").replace('E', 'e');
  }

  private static String text(String text, ScalarStyle style) {
    boolean oneLine = text.chars().noneMatch(Character::isISOControl);
    if (style == ScalarStyle.SINGLE_QUOTED && oneLine) {
      return "'" + text.replace("'", "''") + "'";
    }
    boolean plain =
        style != ScalarStyle.DOUBLE_QUOTED
            && PLAIN.matcher(text).matches()
            && !OTHER_TYPE.matcher(text).matches();
    return plain ? text : quoted(text);
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (Character.isISOControl(c)) {
            quoted.append("\\u%04x".formatted((int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
