package org.archipelago.data.skew;

import java.util.Arrays;
import org.archipelago.core.RandomStream;

/**
 * Rows dealt at random to clients of given sizes, as counts by class: the multivariate hypergeometric distribution. Where
 * clients are small it is quicker to deal row by row.
 */
final class Dealing {

  /** So many rows are dealt in the time of one draw from the hypergeometric distribution. */
  private static final int ROWS_IN_A_DRAW = 12;

  private final int[] sizes;
  private final int[] totals;
  private final int rows;
  private final Hypergeometric hypergeometric;
  /** Class of every row; none where rows are not dealt one by one. */
  private final int[] labels;

  /** @param totals rows of every class, adding up to the sizes' sum */
  Dealing(int[] sizes, int[] totals) {
    this.sizes = sizes;
    this.totals = totals;
    this.rows = Arrays.stream(totals).sum();
    boolean oneByOne = rows < (long) sizes.length * totals.length * ROWS_IN_A_DRAW;
    this.hypergeometric = new Hypergeometric(oneByOne ? 0 : rows);
    this.labels = new int[oneByOne ? rows : 0];
    int row = 0;
    for (int label = 0; oneByOne && label < totals.length; label++) {
      Arrays.fill(labels, row, row + totals[label], label);
      row += totals[label];
    }
  }

  int[] sizes() {
    return sizes;
  }

  /** Rows by client and class. */
  int[][] draw(RandomStream random) {
    return labels.length > 0 ? oneByOne(random) : countByCount(random);
  }

  private int[][] oneByOne(RandomStream random) {
    int[][] counts = new int[sizes.length][totals.length];
    int[] left = labels.clone();
    int rowsLeft = rows;
    for (int client = 0; client < sizes.length; client++) {
      for (int i = 0; i < sizes[client]; i++) {
        int drawn = random.nextInt(rowsLeft);
        counts[client][left[drawn]]++;
        left[drawn] = left[--rowsLeft];
      }
    }
    return counts;
  }

  private int[][] countByCount(RandomStream random) {
    int[][] counts = new int[sizes.length][totals.length];
    int[] left = totals.clone();
    int allLeft = rows;
    for (int client = 0; client < sizes.length; client++) {
      int wanted = sizes[client];
      int others = allLeft;
      for (int label = 0; wanted > 0; label++) {
        others -= left[label];
        int taken = hypergeometric.draw(left[label], others, wanted, random);
        counts[client][label] = taken;
        left[label] -= taken;
        wanted -= taken;
      }
      allLeft -= sizes[client];
    }
    return counts;
  }
}
