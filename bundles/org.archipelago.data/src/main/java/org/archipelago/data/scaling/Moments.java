package org.archipelago.data.scaling;

/**
 * Number, mean and sum of squared deviations of some values: what a client gives of a column, and
 * what such contributions add up to. Carries the same as n, Σx and Σx², without their cancellation.
 *
 * @param count number of values
 * @param mean their mean; 0 when there are none
 * @param squares sum of their squared deviations from it
 */
public record Moments(long count, double mean, double squares) {

  /** Of no values. */
  public static final Moments NONE = new Moments(0, 0, 0);

  /** With one value more (Welford 1962, "Note on a method for calculating corrected sums"). */
  public Moments with(double value) {
    double delta = value - mean;
    double newMean = mean + delta / (count + 1);
    return new Moments(count + 1, newMean, squares + delta * (value - newMean));
  }

  /** Of both together (Chan, Golub and LeVeque 1979, "Updating formulae and a pairwise algorithm"). */
  public Moments plus(Moments other) {
    if (count == 0) {
      return other;
    }
    if (other.count == 0) {
      return this;
    }
    long total = count + other.count;
    double delta = other.mean - mean;
    return new Moments(
        total,
        mean + delta * other.count / total,
        squares + other.squares + delta * delta * ((double) count * other.count / total));
  }

  /** Standard deviation with divisor n; 0 when there are no values. */
  public double deviation() {
    return count == 0 ? 0 : StrictMath.sqrt(squares / count);
  }

  /** Takes the mean to 0 and the deviation to 1; a constant column keeps the scale 1. */
  public Affine standardising() {
    double deviation = deviation();
    return new Affine(mean, deviation > 0 && Double.isFinite(deviation) ? deviation : 1);
  }
}
