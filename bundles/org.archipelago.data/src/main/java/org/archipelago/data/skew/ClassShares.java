package org.archipelago.data.skew;

/** The classes of all clients' rows together, against which every client is measured. */
public final class ClassShares {

  private static final double LN_2 = StrictMath.log(2);
  /** Most clients have few rows of a class, and the logarithm is what measuring takes its time for. */
  private static final double[] LOG_2 = new double[4096];

  static {
    for (int i = 1; i < LOG_2.length; i++) {
      LOG_2[i] = StrictMath.log(i) / LN_2;
    }
  }

  private final double[] shares;
  /** share × log2(share) of every class. */
  private final double[] xLogX;

  /** @param totals rows of every class; at least one row in all */
  public ClassShares(int[] totals) {
    long rows = 0;
    for (int total : totals) {
      rows += total;
    }
    shares = new double[totals.length];
    xLogX = new double[totals.length];
    for (int label = 0; label < totals.length; label++) {
      shares[label] = (double) totals[label] / rows;
      xLogX[label] = xLog2(shares[label]);
    }
  }

  /** Rows of every class of all clients together. */
  public static int[] totals(int[][] counts) {
    int[] totals = new int[counts.length == 0 ? 0 : counts[0].length];
    for (int[] row : counts) {
      for (int label = 0; label < totals.length; label++) {
        totals[label] += row[label];
      }
    }
    return totals;
  }

  /** Rows of every client. */
  public static int[] sizes(int[][] counts) {
    int[] sizes = new int[counts.length];
    for (int client = 0; client < counts.length; client++) {
      for (int count : counts[client]) {
        sizes[client] += count;
      }
    }
    return sizes;
  }

  /**
   * All measures of one client.
   *
   * @param counts its rows of every class
   * @param size its rows, at least 1
   * @param measures written to, in the order of {@link SkewMeasure}
   */
  public void measure(int[] counts, int size, double[] measures) {
    double divergence = 0;
    double affinity = 0;
    double absolute = 0;
    double moved = 0;
    double cumulative = 0;
    double squares = 0;
    double negativeEntropy = 0;
    double logSize = log2(size);
    for (int label = 0; label < shares.length; label++) {
      double share = (double) counts[label] / size;
      double all = shares[label];
      double shareLog = counts[label] == 0 ? 0 : share * (log2(counts[label]) - logSize);
      divergence += (shareLog + xLogX[label]) / 2 - xLog2((share + all) / 2);
      affinity += Math.sqrt(share * all);
      absolute += Math.abs(share - all);
      cumulative += share - all;
      moved += Math.abs(cumulative);
      squares += share * share;
      negativeEntropy += shareLog;
    }
    measures[SkewMeasure.JENSEN_SHANNON.ordinal()] = Math.max(0, divergence);
    measures[SkewMeasure.HELLINGER.ordinal()] = Math.sqrt(Math.max(0, 1 - affinity));
    measures[SkewMeasure.L1.ordinal()] = absolute;
    measures[SkewMeasure.EARTH_MOVER.ordinal()] = moved;
    measures[SkewMeasure.HERFINDAHL.ordinal()] = squares;
    measures[SkewMeasure.ENTROPY.ordinal()] =
        shares.length < 2 ? 1 : Math.abs(negativeEntropy) / (StrictMath.log(shares.length) / LN_2);
  }

  private static double log2(int x) {
    return x < LOG_2.length ? LOG_2[x] : StrictMath.log(x) / LN_2;
  }

  private static double xLog2(double x) {
    return x == 0 ? 0 : x * StrictMath.log(x) / LN_2;
  }
}
