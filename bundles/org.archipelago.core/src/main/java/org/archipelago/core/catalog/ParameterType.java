package org.archipelago.core.catalog;

import java.util.List;
import java.util.function.Predicate;

/** Types a parameter can have, with the Java type its value has in {@link ParameterValues}. */
public enum ParameterType {
  /** {@link Integer}. */
  INTEGER("a whole number"),
  /** {@link Double}, finite. */
  NUMBER("a number"),
  /** {@link Boolean}. */
  FLAG("true or false"),
  /** {@link String}. */
  TEXT("a text"),
  /** {@link String}, one of the descriptor's choices. */
  CHOICE("one of the choices"),
  /** {@code List<String>}. */
  TEXT_LIST("a list of texts"),
  /** {@code List<Double>}. */
  NUMBER_LIST("a list of numbers"),
  /** {@code List<List<String>>}. */
  TEXT_GROUPS("a list of lists of texts"),
  /** {@link ComponentSpec} of the descriptor's component kind. */
  COMPONENT("a component");

  private final String article;

  ParameterType(String article) {
    this.article = article;
  }

  /** Whether a value is of the Java type that this type says. */
  public boolean accepts(Object value) {
    return switch (this) {
      case INTEGER -> value instanceof Integer;
      case NUMBER -> value instanceof Double;
      case FLAG -> value instanceof Boolean;
      case TEXT, CHOICE -> value instanceof String;
      case TEXT_LIST -> isListOf(value, String.class::isInstance);
      case NUMBER_LIST -> isListOf(value, Double.class::isInstance);
      case TEXT_GROUPS -> isListOf(value, TEXT_LIST::accepts);
      case COMPONENT -> value instanceof ComponentSpec;
    };
  }

  private static boolean isListOf(Object value, Predicate<Object> element) {
    return value instanceof List<?> list && list.stream().allMatch(element);
  }

  /** What a message calls it, such as {@code a whole number}. */
  public String article() {
    return article;
  }
}
