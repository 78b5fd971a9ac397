package org.archipelago.learning.metrics;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * A sum of doubles without any rounding: whatever the order in which numbers are added and sums are
 * merged, the result is the same double, the one nearest to the true sum.
 *
 * <p>The small superaccumulator of Neal 2015, "Fast exact summation using small and large
 * superaccumulators": digits of 32 bits in longs, whose upper bits take up carries until they are passed
 * on. Not thread-safe.
 */
public final class ExactSum {

  private static final int DIGIT_BITS = 32;
  private static final long DIGIT_MASK = (1L << DIGIT_BITS) - 1;
  private static final int DIGITS = 67;
  private static final int MOST_PENDING = 1000;
  private static final int MANTISSA_BITS = 52;
  private static final long IMPLICIT_BIT = 1L << MANTISSA_BITS;
  private static final int EXPONENT_MASK = 0x7ff;

  /** The exponent of 2 of the lowest digit's unit, which is the smallest double. */
  static final int UNIT = -1074;

  private final long[] digits = new long[DIGITS];
  private int pending;
  private boolean finite = true;

  /** Adds a number; after one that is not finite the sum is not a number. */
  public void add(double number) {
    if (!Double.isFinite(number)) {
      finite = false;
      return;
    }
    long bits = Double.doubleToRawLongBits(number);
    int exponent = (int) (bits >>> MANTISSA_BITS) & EXPONENT_MASK;
    long mantissa = bits & (IMPLICIT_BIT - 1) | (exponent == 0 ? 0 : IMPLICIT_BIT);
    int place = Math.max(exponent, 1) - 1;
    int digit = place >> 5;
    int shift = place & (DIGIT_BITS - 1);
    long low = mantissa << shift & DIGIT_MASK;
    long high = mantissa >>> DIGIT_BITS - shift;
    if (bits < 0) {
      digits[digit] -= low;
      digits[digit + 1] -= high;
    } else {
      digits[digit] += low;
      digits[digit + 1] += high;
    }
    if (++pending == MOST_PENDING) {
      carry();
    }
  }

  /** Adds all that another sum holds, which stays as it is in value. */
  public void merge(ExactSum other) {
    carry();
    other.carry();
    finite &= other.finite;
    for (int i = 0; i < DIGITS; i++) {
      digits[i] += other.digits[i];
    }
    carry();
  }

  private void carry() {
    for (int i = 0; i < DIGITS - 1; i++) {
      digits[i + 1] += digits[i] >> DIGIT_BITS;
      digits[i] &= DIGIT_MASK;
    }
    pending = 0;
  }

  /** The double nearest to the sum; not a number if something added was not finite. */
  public double value() {
    if (!finite) {
      return Double.NaN;
    }
    BigInteger units = units();
    BigInteger size = units.abs();
    int dropped = Math.max(0, size.bitLength() - Long.SIZE);
    BigInteger top = size.shiftRight(dropped);
    if (dropped > 0 && size.getLowestSetBit() < dropped) {
      top = top.setBit(0); // what is dropped may decide to which side to round
    }
    return units.signum() * Math.scalb(top.doubleValue(), dropped + UNIT);
  }

  /** The sum in units of {@link #UNIT}. Only for one whose {@link #value()} is a number. */
  BigInteger units() {
    carry();
    BigInteger units = BigInteger.valueOf(digits[DIGITS - 1]);
    for (int i = DIGITS - 2; i >= 0; i--) {
      units = units.shiftLeft(DIGIT_BITS).add(BigInteger.valueOf(digits[i]));
    }
    return units;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof ExactSum that)) {
      return false;
    }
    carry();
    that.carry();
    return finite == that.finite && Arrays.equals(digits, that.digits);
  }

  @Override
  public int hashCode() {
    carry();
    return Arrays.hashCode(digits);
  }

  @Override
  public String toString() {
    return Double.toString(value());
  }
}
