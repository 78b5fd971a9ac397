package org.archipelago.data.skew;

import java.util.Arrays;
import org.archipelago.core.RandomStream;

/** Rows dealt at random to clients of given sizes, as counts by class: the multivariate hypergeometric distribution. */
final class Dealing {

  private final int[] sizes;
  private final int[] totals;
  private final int rows;
  private final Hypergeometric hypergeometric;

  /** @param totals rows of every class, adding up to the sizes' sum */
  Dealing(int[] sizes, int[] totals) {
    this.sizes = sizes;
    this.totals = totals;
    this.rows = Arrays.stream(totals).sum();
    this.hypergeometric = new Hypergeometric(rows);
  }

  int[] sizes() {
    return sizes;
  }

  /** Rows by client and class. */
  int[][] draw(RandomStream random) {
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
