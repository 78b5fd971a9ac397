package org.archipelago.learning;

/**
 * How a client's training hides its single rows: DP-SGD (Abadi et al. 2016, "Deep learning with differential
 * privacy", algorithm 1). Each row takes part in a step by itself with the same probability q; its gradient is
 * shortened to a largest L2 norm C; normal noise of standard deviation σ·C is added to the sum; the sum is divided
 * by the expected number of rows, which does not depend on who was drawn.
 *
 * @param clipNorm C, above 0
 * @param noiseMultiplier σ, at least 0; with 0 nothing is hidden
 * @param samplingRate q, up to 1; 0 for the batch size divided by the client's rows
 */
public record DpSgd(double clipNorm, double noiseMultiplier, double samplingRate) {

  /** Takes up what rounding a quotient may bring beyond a whole number of steps. */
  private static final double ROUNDING = 1e-9;

  public DpSgd {
    if (!(clipNorm > 0 && noiseMultiplier >= 0 && samplingRate >= 0 && samplingRate <= 1)) {
      throw new IllegalArgumentException(
          "there is no DP-SGD with norm %s, noise %s and rate %s"
              .formatted(clipNorm, noiseMultiplier, samplingRate));
    }
  }

  /** q of a client with so many rows, at least 1. */
  public double rate(LocalWork work, int rows) {
    return samplingRate > 0 ? samplingRate : (double) work.batch(rows) / rows;
  }

  /** Steps that such a client takes in a round: those asked for, or 1 / q an epoch, rounded up. */
  public int stepsIn(LocalWork work, int rows) {
    if (work.steps() > 0 || samplingRate == 0) {
      return work.stepsIn(rows);
    }
    return Math.multiplyExact((int) Math.ceil(1 / samplingRate - ROUNDING), work.epochs());
  }

  /** The expected number of rows in a step. */
  public double expectedRows(LocalWork work, int rows) {
    return rate(work, rows) * rows;
  }

  /**
   * Rows of the largest batch: ten standard deviations and twenty more than expected, or all. That many are
   * exceeded with a probability below 1e-17, far below any δ; what comes then is left out.
   */
  int largestBatch(LocalWork work, int rows) {
    double expected = expectedRows(work, rows);
    return (int) Math.min(rows, Math.ceil(expected + 10 * Math.sqrt(expected) + 20));
  }
}
