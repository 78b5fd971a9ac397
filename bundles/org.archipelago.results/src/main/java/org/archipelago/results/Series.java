package org.archipelago.results;

import java.util.Arrays;

/**
 * A curve: finite values over ascending positions, mostly rounds. Immutable.
 *
 * <p>A position without a value is not in the series, so that its size is the number of points to
 * draw.
 */
public final class Series {

  private final String name;
  private final String unit;
  private final int size;
  private final double[] x;
  private final double[] y;
  private final double min;
  private final double max;

  private Series(String name, String unit, int size, double[] x, double[] y, double min, double max) {
    this.name = name;
    this.unit = unit;
    this.size = size;
    this.x = x;
    this.y = y;
    this.min = min;
    this.max = max;
  }

  /**
   * @param name what the curve shows, for people to read
   * @param unit unit of its values; empty when they have none
   * @param x positions, ascending
   * @param y as many values
   */
  public static Series of(String name, String unit, double[] x, double[] y) {
    Builder builder = new Builder(name, unit);
    if (x.length != y.length) {
      throw new IllegalArgumentException(x.length + " positions for " + y.length + " values");
    }
    for (int i = 0; i < x.length; i++) {
      builder.add(x[i], y[i]);
    }
    return builder.snapshot();
  }

  public String name() {
    return name;
  }

  public String unit() {
    return unit;
  }

  public int size() {
    return size;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  /** Position of point i, from 0. */
  public double x(int i) {
    return x[checked(i)];
  }

  /** Value of point i, from 0. */
  public double y(int i) {
    return y[checked(i)];
  }

  /** Position of the last point; the series must not be empty. */
  public double lastX() {
    return x(size - 1);
  }

  /** Value of the last point; the series must not be empty. */
  public double lastY() {
    return y(size - 1);
  }

  /** All positions, in an array of the caller's own. */
  public double[] xs() {
    return Arrays.copyOf(x, size);
  }

  /** All values, in an array of the caller's own. */
  public double[] ys() {
    return Arrays.copyOf(y, size);
  }

  /**
   * The number of the point whose position is nearest, from 0; of two as near the first; −1 when empty.
   */
  public int nearest(double position) {
    int found = Arrays.binarySearch(x, 0, size, position);
    if (found >= 0 || size == 0) {
      return size == 0 ? -1 : found;
    }
    int after = -found - 1;
    if (after == size) {
      return size - 1;
    }
    return after > 0 && position - x[after - 1] <= x[after] - position ? after - 1 : after;
  }

  /** Smallest value; positive infinity when empty. */
  public double min() {
    return min;
  }

  /** Largest value; negative infinity when empty. */
  public double max() {
    return max;
  }

  private int checked(int i) {
    if (i < 0 || i >= size) {
      throw new IndexOutOfBoundsException("point " + i + " of " + size);
    }
    return i;
  }

  @Override
  public String toString() {
    return name + Arrays.toString(ys());
  }

  /**
   * Collects points one by one. A snapshot costs nothing, whatever its size: points that are there
   * never change. Not thread-safe.
   */
  static final class Builder {

    private final String name;
    private final String unit;
    private int size;
    private double[] x = new double[16];
    private double[] y = new double[16];
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    Builder(String name, String unit) {
      this.name = name;
      this.unit = unit;
    }

    /** Adds a point; one whose value is infinite or not a number has no place on a curve. */
    void add(double position, double value) {
      if (size > 0 && !(position > x[size - 1])) {
        throw new IllegalArgumentException(position + " does not lie after " + x[size - 1]);
      }
      if (!Double.isFinite(value)) {
        return;
      }
      if (size == x.length) {
        x = Arrays.copyOf(x, 2 * size);
        y = Arrays.copyOf(y, 2 * size);
      }
      x[size] = position;
      y[size] = value;
      min = Math.min(min, value);
      max = Math.max(max, value);
      size++;
    }

    Series snapshot() {
      return new Series(name, unit, size, x, y, min, max);
    }
  }
}
