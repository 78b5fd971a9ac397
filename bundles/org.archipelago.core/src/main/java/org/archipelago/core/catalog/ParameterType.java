package org.archipelago.core.catalog;

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

  /** What a message calls it, such as {@code a whole number}. */
  public String article() {
    return article;
  }
}
