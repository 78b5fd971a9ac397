package org.archipelago.data.skew;

import java.util.Arrays;

/**
 * What a figure comes to by chance: when the clients keep their sizes, and rows are dealt to them at random.
 *
 * @param mean over the random dealings
 * @param low of the band in which 95 in 100 random dealings lie
 * @param high likewise
 */
public record NullBand(double mean, double low, double high) {

  private static final double OUTSIDE_EACH_SIDE = 0.025;

  /**
   * From values of random dealings, at least one. The band's ends are their order statistics: with 39 of them the
   * smallest and the largest, with 199 the fifth from either end, so that another random dealing lies inside with
   * probability 0.95.
   */
  public static NullBand of(double[] values) {
    double[] ascending = values.clone();
    Arrays.sort(ascending);
    int fromEnd = Math.max(1, (int) ((ascending.length + 1) * OUTSIDE_EACH_SIDE));
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return new NullBand(
        sum / values.length, ascending[fromEnd - 1], ascending[ascending.length - fromEnd]);
  }

  public boolean contains(double value) {
    return low <= value && value <= high;
  }
}
