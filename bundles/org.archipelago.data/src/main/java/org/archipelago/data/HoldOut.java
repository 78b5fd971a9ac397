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

  /**
   * The same of rows of which some stay together: whole groups are drawn, by the stratum that most of a group's rows are
   * in, as long as they bring a stratum nearer to its share; at least one group, and never a stratum's last.
   *
   * @param groups number of every row's group, from 0
   * @return whether the row is drawn; no row is where all are one group
   */
  static boolean[] draw(int[] strata, int[] groups, int count, double share, RandomStream random) {
    int[] wanted = sizes(strata, count, share);
    int[] stratumOf = GroupDeal.labels(groups, strata, count);
    int[] rows = new int[stratumOf.length];
    Arrays.stream(groups).forEach(group -> rows[group]++);
    boolean[] drawn = new boolean[rows.length];
    for (int stratum = 0; stratum < count; stratum++) {
      int of = stratum;
      int[] inStratum = IntStream.range(0, rows.length).filter(group -> stratumOf[group] == of).toArray();
      random.shuffle(inStratum);
      int left = wanted[stratum];
      for (int i = 0; i < inStratum.length - 1; i++) {
        if (2 * left >= rows[inStratum[i]] && left > 0) {
          drawn[inStratum[i]] = true;
          left -= rows[inStratum[i]];
        }
      }
    }
    if (share > 0 && rows.length > 1 && !any(drawn)) {
      drawn[smallest(rows)] = true;
    }
    boolean[] ofRow = new boolean[groups.length];
    for (int row = 0; row < groups.length; row++) {
      ofRow[row] = drawn[groups[row]];
    }
    return ofRow;
  }

  private static boolean any(boolean[] drawn) {
    return IntStream.range(0, drawn.length).anyMatch(i -> drawn[i]);
  }

  private static int smallest(int[] rows) {
    int smallest = 0;
    for (int group = 1; group < rows.length; group++) {
      smallest = rows[group] < rows[smallest] ? group : smallest;
    }
    return smallest;
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
