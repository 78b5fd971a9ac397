package org.archipelago.data.table;

/** A column in which every cell that is not empty is a finite decimal number. */
public final class NumericColumn implements Column {

  private final String name;
  private final byte[] bytes;
  private final float[] narrow;
  private final double[] wide;

  private NumericColumn(String name, byte[] bytes, float[] narrow, double[] wide) {
    this.name = name;
    this.bytes = bytes;
    this.narrow = narrow;
    this.wide = wide;
  }

  /** @param values NaN where missing; handed over, not copied */
  public static NumericColumn of(String name, double[] values) {
    return new NumericColumn(name, null, null, values);
  }

  /** The same in half the memory, for numbers that fit: pixels, counts, years. */
  static NumericColumn ofFloats(String name, float[] values) {
    return new NumericColumn(name, null, values, null);
  }

  /** Whole numbers from 0 to 255, none missing. */
  static NumericColumn ofBytes(String name, byte[] values) {
    return new NumericColumn(name, values, null, null);
  }

  /** The number, or NaN where it is missing. */
  public double value(int row) {
    if (bytes != null) {
      return bytes[row] & 0xFF;
    }
    return narrow == null ? wide[row] : narrow[row];
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int rows() {
    if (bytes != null) {
      return bytes.length;
    }
    return narrow == null ? wide.length : narrow.length;
  }

  @Override
  public boolean isMissing(int row) {
    return Double.isNaN(value(row));
  }

  /** Whole numbers without a decimal point, so that {@code 2010} and {@code 2010.0} are the same. */
  @Override
  public String text(int row) {
    return isMissing(row) ? "" : text(value(row));
  }

  /** A number as {@link #text(int)} writes it. */
  public static String text(double value) {
    return isWhole(value) ? Long.toString((long) value) : Double.toString(value);
  }

  /** Whether the number is whole and small enough to be exact. */
  public static boolean isWhole(double value) {
    return value == StrictMath.rint(value) && Math.abs(value) <= 1L << 53;
  }
}
