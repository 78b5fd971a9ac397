package org.archipelago.core.catalog;

/**
 * An interval of numbers, each end open or closed.
 *
 * @param low lower bound, may be −∞
 * @param lowOpen whether {@code low} itself is outside
 * @param high upper bound, may be +∞
 * @param highOpen whether {@code high} itself is outside
 */
public record Range(double low, boolean lowOpen, double high, boolean highOpen) {

  /** All finite numbers. */
  public static final Range ANY =
      new Range(Double.NEGATIVE_INFINITY, true, Double.POSITIVE_INFINITY, true);

  /** Greater than 0. */
  public static final Range POSITIVE = new Range(0, true, Double.POSITIVE_INFINITY, true);

  /** 0 or more. */
  public static final Range NOT_NEGATIVE = atLeast(0);

  public static Range atLeast(double low) {
    return new Range(low, false, Double.POSITIVE_INFINITY, true);
  }

  /** Both ends inside. */
  public static Range between(double low, double high) {
    return new Range(low, false, high, false);
  }

  /** {@code low} outside, {@code high} inside. */
  public static Range above(double low, double high) {
    return new Range(low, true, high, false);
  }

  /** Both ends outside. */
  public static Range inside(double low, double high) {
    return new Range(low, true, high, true);
  }

  public boolean contains(double value) {
    return Double.isFinite(value)
        && (lowOpen ? value > low : value >= low)
        && (highOpen ? value < high : value <= high);
  }

  /** Such as {@code " greater than 0 and at most 1"}, with the space; empty for all numbers. */
  public String words() {
    String lower =
        low == Double.NEGATIVE_INFINITY ? "" : (lowOpen ? " greater than " : " of at least ") + plain(low);
    String upper =
        high == Double.POSITIVE_INFINITY ? "" : (highOpen ? " less than " : " at most ") + plain(high);
    return lower + (lower.isEmpty() || upper.isEmpty() ? "" : " and") + upper;
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
