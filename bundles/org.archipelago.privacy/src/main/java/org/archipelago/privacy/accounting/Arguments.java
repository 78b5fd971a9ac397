package org.archipelago.privacy.accounting;

/** Checks of arguments, with messages that name the parameter, the value found and what is allowed. */
final class Arguments {

  /** The work for an order grows with it, and no order near this one was ever the best. */
  private static final double LARGEST_ORDER = 10_000;

  private Arguments() {
  }

  /** A finite number above zero. */
  static double positive(String name, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw outOfRange(name, value, "a finite number > 0");
    }
    return value;
  }

  /** A finite number, zero or above. */
  static double notNegative(String name, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw outOfRange(name, value, "a finite number >= 0");
    }
    return value;
  }

  /** A whole number, zero or above. */
  static long notNegative(String name, long value) {
    if (value < 0) {
      throw outOfRange(name, value, "a whole number >= 0");
    }
    return value;
  }

  /** A whole number, one or above. */
  static long atLeastOne(String name, long value) {
    if (value < 1) {
      throw outOfRange(name, value, "a whole number >= 1");
    }
    return value;
  }

  /** A number in (0, 1]: a sampling rate. */
  static double rate(String name, double value) {
    if (!(value > 0 && value <= 1)) {
      throw outOfRange(name, value, "0 < " + name + " <= 1");
    }
    return value;
  }

  /** A number in (0, 1), without both ends: δ, a tolerance. */
  static double openUnitInterval(String name, double value) {
    if (!(value > 0 && value < 1)) {
      throw outOfRange(name, value, "0 < " + name + " < 1");
    }
    return value;
  }

  /** A Rényi order. */
  static double order(String name, double value) {
    if (!(value > 1 && value <= LARGEST_ORDER)) {
      throw outOfRange(name, value, "1 < order <= 10000");
    }
    return value;
  }

  static IllegalArgumentException outOfRange(String name, Object value, String allowed) {
    return new IllegalArgumentException(name + " is " + value + "; allowed: " + allowed);
  }
}
