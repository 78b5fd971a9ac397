package org.archipelago.data.scaling;

/**
 * Smallest and largest value that a column can have by its definition.
 *
 * @param minimum finite
 * @param maximum finite, above {@code minimum}
 */
public record ValueRange(double minimum, double maximum) {

  public ValueRange {
    if (!(minimum < maximum) || Double.isInfinite(maximum - minimum)) {
      throw new IllegalArgumentException("not a range: " + minimum + " to " + maximum);
    }
  }
}
