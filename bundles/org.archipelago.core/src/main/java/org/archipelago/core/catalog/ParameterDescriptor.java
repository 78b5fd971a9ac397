package org.archipelago.core.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.archipelago.core.Problem;

/**
 * One parameter of a component, described once: form, command line, file schema and validation are
 * derived from it. Build with {@link #integer}, {@link #number} and the like.
 *
 * @param name key in the file, camel case
 * @param label what people call it; the name's words if nothing else is said
 * @param type what kind of value it takes
 * @param range bounds of a number, or of each number in a list
 * @param choices allowed values of a {@link ParameterType#CHOICE}; empty otherwise
 * @param component kind of a {@link ParameterType#COMPONENT}
 * @param defaultValue used when the file does not name the parameter
 * @param required whether the file must name it; an absent optional parameter without a default has
 *     no value
 * @param unit such as {@code rows}; empty when it has none
 * @param text one sentence of help
 * @param source where the parameter is defined, such as a paper and section; may be empty
 */
public record ParameterDescriptor(
    String name,
    String label,
    ParameterType type,
    Range range,
    List<String> choices,
    Optional<ComponentKind> component,
    Optional<Object> defaultValue,
    boolean required,
    String unit,
    String text,
    String source) {

  private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

  public ParameterDescriptor {
    choices = List.copyOf(choices);
    if (defaultValue.isPresent() && !isPossibleDefault(defaultValue.get(), type, range, choices)) {
      throw new IllegalArgumentException(
          "the default of '%s' is %s %s, which the parameter itself does not allow"
              .formatted(name, defaultValue.get().getClass().getSimpleName(), defaultValue.get()));
    }
  }

  private static boolean isPossibleDefault(
      Object value, ParameterType type, Range range, List<String> choices) {
    return switch (type) {
      case COMPONENT -> value instanceof String;
      case CHOICE -> value instanceof String text && choices.contains(text);
      case INTEGER, NUMBER ->
          type.accepts(value) && range.contains(((Number) value).doubleValue());
      default -> type.accepts(value);
    };
  }

  public static ParameterDescriptor integer(String name, Range range, String text) {
    return of(name, ParameterType.INTEGER, range, List.of(), Optional.empty(), text);
  }

  public static ParameterDescriptor number(String name, Range range, String text) {
    return of(name, ParameterType.NUMBER, range, List.of(), Optional.empty(), text);
  }

  public static ParameterDescriptor numbers(String name, Range range, String text) {
    return of(name, ParameterType.NUMBER_LIST, range, List.of(), Optional.empty(), text);
  }

  public static ParameterDescriptor flag(String name, String text) {
    return of(name, ParameterType.FLAG, Range.ANY, List.of(), Optional.empty(), text);
  }

  public static ParameterDescriptor text(String name, String text) {
    return of(name, ParameterType.TEXT, Range.ANY, List.of(), Optional.empty(), text);
  }

  public static ParameterDescriptor texts(String name, String text) {
    return of(name, ParameterType.TEXT_LIST, Range.ANY, List.of(), Optional.empty(), text);
  }

  public static ParameterDescriptor groups(String name, String text) {
    return of(name, ParameterType.TEXT_GROUPS, Range.ANY, List.of(), Optional.empty(), text);
  }

  public static ParameterDescriptor choice(String name, List<String> choices, String text) {
    return of(name, ParameterType.CHOICE, Range.ANY, choices, Optional.empty(), text);
  }

  /** A component inside a component; its default, if it has one, is the id with that id's defaults. */
  public static ParameterDescriptor component(String name, ComponentKind kind, String text) {
    return of(name, ParameterType.COMPONENT, Range.ANY, List.of(), Optional.of(kind), text);
  }

  private static ParameterDescriptor of(
      String name,
      ParameterType type,
      Range range,
      List<String> choices,
      Optional<ComponentKind> component,
      String text) {
    return new ParameterDescriptor(
        name, words(name), type, range, choices, component, Optional.empty(), true, "", text, "");
  }

  /** A camel-case name as people write it: {@code learningRate} becomes {@code Learning rate}. */
  private static String words(String name) {
    String words = WORD_START.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT);
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /** The same, called so where people see it. */
  public ParameterDescriptor withLabel(String newLabel) {
    return new ParameterDescriptor(
        name, newLabel, type, range, choices, component, defaultValue, required, unit, text, source);
  }

  ParameterDescriptor withText(String newText) {
    return new ParameterDescriptor(
        name, label, type, range, choices, component, defaultValue, required, unit, newText, source);
  }

  /**
   * The same, no longer required.
   *
   * @param value of the Java type that {@link #type} says; the id for a component
   */
  public ParameterDescriptor withDefault(Object value) {
    return new ParameterDescriptor(
        name, label, type, range, choices, component, Optional.of(value), false, unit, text, source);
  }

  /** The same, no longer required, and without a value when the file names none. */
  public ParameterDescriptor optional() {
    return new ParameterDescriptor(
        name, label, type, range, choices, component, Optional.empty(), false, unit, text, source);
  }

  public ParameterDescriptor withUnit(String newUnit) {
    return new ParameterDescriptor(
        name, label, type, range, choices, component, defaultValue, required, newUnit, text, source);
  }

  public ParameterDescriptor withSource(String newSource) {
    return new ParameterDescriptor(
        name, label, type, range, choices, component, defaultValue, required, unit, text, newSource);
  }

  /** What is allowed, for messages and help: {@code a number greater than 0 and at most 1}. */
  public String allowed() {
    return switch (type) {
      case CHOICE -> "one of " + String.join(", ", choices);
      case COMPONENT -> article(component.orElseThrow().key());
      default -> type.article() + range.words();
    };
  }

  /** The same in the language that this process speaks. */
  public String localizedAllowed() {
    return Problem.localized(allowed());
  }

  private static String article(String noun) {
    return ("aeio".indexOf(noun.charAt(0)) < 0 ? "a " : "an ") + noun;
  }
}
