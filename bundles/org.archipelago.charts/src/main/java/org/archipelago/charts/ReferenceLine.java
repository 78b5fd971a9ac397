package org.archipelago.charts;

/**
 * A level to compare with.
 *
 * @param value where it lies on the axis of values
 * @param label written at the line
 * @param kind what it means
 */
public record ReferenceLine(double value, String label, Kind kind) {

  /** What a reference line means. */
  public enum Kind {
    /** What one gets for nothing, such as the majority class's accuracy. */
    BASELINE,
    /** What must not be exceeded, such as a privacy budget. */
    LIMIT
  }
}
