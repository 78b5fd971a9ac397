package org.archipelago.data.skew;

import java.util.Arrays;

/**
 * How unlike clients are, from their rows of every class alone. Clients without rows have no measure and no part in the
 * means. A thousand clients of ten classes take about a millisecond, so that it can be made anew after every edit.
 */
public final class Skew {

  private static final SkewMeasure[] MEASURES = SkewMeasure.values();

  private final int[] sizes;
  /** By measure, then client; NaN for a client without rows. */
  private final double[][] measures;

  private Skew(int[] sizes, double[][] measures) {
    this.sizes = sizes;
    this.measures = measures;
  }

  /** @param counts rows by client and class, every client with as many classes; neither kept nor written to */
  public static Skew of(int[][] counts) {
    int[] totals = ClassShares.totals(counts);
    return of(counts, ClassShares.sizes(counts), new ClassShares(totals));
  }

  static Skew of(int[][] counts, int[] sizes, ClassShares all) {
    double[][] measures = new double[MEASURES.length][counts.length];
    double[] one = new double[MEASURES.length];
    for (int client = 0; client < counts.length; client++) {
      if (sizes[client] == 0) {
        Arrays.fill(one, Double.NaN);
      } else {
        all.measure(counts[client], sizes[client], one);
      }
      for (int measure = 0; measure < one.length; measure++) {
        measures[measure][client] = one[measure];
      }
    }
    return new Skew(sizes, measures);
  }

  public int clients() {
    return sizes.length;
  }

  /** Rows of a client. */
  public int size(int client) {
    return sizes[client];
  }

  /** Whether no client has a row, and nothing is to be measured. */
  public boolean isEmpty() {
    return Arrays.stream(sizes).allMatch(size -> size == 0);
  }

  /** A client's measure; NaN if it has no rows. */
  public double of(SkewMeasure measure, int client) {
    return measures[measure.ordinal()][client];
  }

  /** Mean over the clients that have rows; NaN if none has. */
  public double mean(SkewMeasure measure) {
    return mean(measure, false);
  }

  /** Mean over rows: every client weighs as many rows as it has. */
  public double weightedMean(SkewMeasure measure) {
    return mean(measure, true);
  }

  private double mean(SkewMeasure measure, boolean byRows) {
    double[] values = measures[measure.ordinal()];
    double sum = 0;
    long weights = 0;
    for (int client = 0; client < sizes.length; client++) {
      if (sizes[client] > 0) {
        int weight = byRows ? sizes[client] : 1;
        sum += weight * values[client];
        weights += weight;
      }
    }
    return sum / weights;
  }

  /**
   * Gini coefficient of the sizes of all clients: 0 when all are equal, 1 − 1/clients when one has all rows.
   */
  public double sizeGini() {
    int[] ascending = sizes.clone();
    Arrays.sort(ascending);
    long rows = 0;
    double ranked = 0;
    for (int i = 0; i < ascending.length; i++) {
      rows += ascending[i];
      ranked += (2.0 * i - ascending.length + 1) * ascending[i];
    }
    return ranked / ((double) ascending.length * rows);
  }
}
