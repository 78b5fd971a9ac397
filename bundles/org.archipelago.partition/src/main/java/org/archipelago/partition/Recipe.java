package org.archipelago.partition;

import java.util.List;
import java.util.Optional;

/**
 * How a draft came about.
 *
 * @param dealing the rule that it was dealt by first; nothing where rows were given, such as by a file
 * @param byHand what was done afterwards, the earliest first, in English
 */
public record Recipe(Optional<Dealing> dealing, List<String> byHand) {

  /** Nothing is known. */
  public static final Recipe UNKNOWN = new Recipe(Optional.empty(), List.of());

  /** Read from a file of rows and clients. */
  public static Recipe readFrom(String fileName) {
    return new Recipe(Optional.empty(), List.of("Read from " + fileName));
  }

  public Recipe {
    byHand = List.copyOf(byHand);
  }

  /** Dealt by a rule, and nothing done by hand. */
  public static Recipe of(Dealing dealing) {
    return new Recipe(Optional.of(dealing), List.of());
  }
}
