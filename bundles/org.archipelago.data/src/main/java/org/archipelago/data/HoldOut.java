package org.archipelago.data;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.archipelago.core.RandomStream;

/** Draws a stratified share of rows, and the strata to draw by. */
final class HoldOut {

  /** Number of strata that numbers are put in. */
  static final int DECILES = 10;

  private HoldOut() {}

  /**
   * Draws {@code share} of all rows, rounded, as evenly from the strata as whole rows allow (the
   * largest remainders are rounded up, the lower stratum on ties), but never a stratum's last row.
   *
   * @param strata of every row, in [0, count)
   * @return whether the row is drawn
   */
  static boolean[] draw(int[] strata, int count, double share, RandomStream random) {
    int[] sizes = sizes(strata, count, share);
    boolean[] drawn = new boolean[strata.length];
    for (int stratum = 0; stratum < count; stratum++) {
      int wanted = stratum;
      int[] rows = IntStream.range(0, strata.length).filter(row -> strata[row] == wanted).toArray();
      random.shuffle(rows);
      for (int i = 0; i < sizes[stratum]; i++) {
        drawn[rows[i]] = true;
      }
    }
    return drawn;
  }

  private static int[] sizes(int[] strata, int count, double share) {
    long[] rows = new long[count];
    Arrays.stream(strata).forEach(stratum -> rows[stratum]++);
    int[] sizes = new int[count];
    Arrays.setAll(sizes, stratum -> (int) Math.floor(share * rows[stratum]));
    long left = Math.round(share * strata.length) - Arrays.stream(sizes).sum();
    int[] byRemainder =
        IntStream.range(0, count)
            .boxed()
            .sorted(Comparator.comparingDouble(stratum -> sizes[stratum] - share * rows[stratum]))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int stratum : byRemainder) {
      if (left > 0 && sizes[stratum] + 1 < rows[stratum]) {
        sizes[stratum]++;
        left--;
      }
    }
    return sizes;
  }

  /** For every number the tenth of all that it is in, from 0; equal numbers are in the same. */
  static int[] deciles(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int[] deciles = new int[values.length];
    Arrays.setAll(deciles, row -> (int) ((long) DECILES * firstPlace(sorted, values[row]) / values.length));
    return deciles;
  }

  private static int firstPlace(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
