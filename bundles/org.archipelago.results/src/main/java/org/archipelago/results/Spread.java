package org.archipelago.results;

import java.util.Arrays;

/**
 * How values spread: the five-number summary (Tukey 1977, chapter 2).
 *
 * @param count number of values, at least 1
 * @param min smallest
 * @param lowerQuartile a quarter of the values lies at or below it
 * @param median middle
 * @param upperQuartile a quarter of the values lies at or above it
 * @param max largest
 */
public record Spread(
    int count, double min, double lowerQuartile, double median, double upperQuartile, double max) {

  /**
   * Quartiles interpolate linearly between neighbours (Hyndman and Fan 1996, definition 7).
   *
   * @param values at least one, finite; not changed
   */
  public static Spread of(double[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("no values");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Spread(
        sorted.length,
        sorted[0],
        quantile(sorted, 0.25),
        quantile(sorted, 0.5),
        quantile(sorted, 0.75),
        sorted[sorted.length - 1]);
  }

  /**
   * The values below which these shares of all lie, by the same definition.
   *
   * @param values at least one, finite; not changed
   */
  public static double[] quantiles(double[] values, double... shares) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return Arrays.stream(shares).map(share -> quantile(sorted, share)).toArray();
  }

  private static double quantile(double[] sorted, double share) {
    double position = share * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
