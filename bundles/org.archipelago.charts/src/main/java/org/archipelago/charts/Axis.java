package org.archipelago.charts;

import java.util.function.DoubleFunction;

/**
 * An axis of values.
 *
 * @param label what it measures
 * @param unit unit of its numbers; empty when they have none
 * @param rule which values it reaches
 * @param logarithmic whether equal steps are equal factors; only for values above 0
 * @param ticks how a number at the axis is written
 */
public record Axis(
    String label, String unit, Rule rule, boolean logarithmic, DoubleFunction<String> ticks) {

  /** Which values an axis reaches. */
  public enum Rule {
    /** From zero to a little over the largest value: amounts, such as bytes or ε. */
    FROM_ZERO,
    /** Up to 1, and from 0 unless all values lie above one half: shares, such as an accuracy. */
    SHARE,
    /** Up to 1 and from 0, or down to −1 where values are negative; lower ones are cut off: R². */
    UP_TO_ONE,
    /** As far as the values reach; zero is included where it is near: losses. */
    VALUES
  }
}
