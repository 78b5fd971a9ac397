package org.archipelago.results;

/** Curves without their noise, for the eye. */
public final class Smoothing {

  private Smoothing() {}

  /**
   * Exponential moving average with the bias towards its start taken out (Kingma and Ba 2015, "Adam",
   * section 3; TensorBoard's scalar charts do the same): s₀ = 0, sₜ = w·sₜ₋₁ + (1 − w)·xₜ, shown is
   * sₜ / (1 − wᵗ). The first point stays where it is. Every point counts as one step, however far it
   * lies from the one before.
   *
   * @param weight w, of the past: 0 (no change) to below 1
   */
  public static Series exponential(Series series, double weight) {
    if (!(weight >= 0 && weight < 1)) {
      throw new IllegalArgumentException("weight must be from 0 to below 1, but is " + weight);
    }
    if (weight == 0) {
      return series;
    }
    double[] y = series.ys();
    double sum = 0;
    double rest = 1;
    for (int i = 0; i < y.length; i++) {
      sum = weight * sum + (1 - weight) * y[i];
      rest *= weight;
      y[i] = sum / (1 - rest);
    }
    return Series.of(series.name(), series.unit(), series.xs(), y);
  }
}
