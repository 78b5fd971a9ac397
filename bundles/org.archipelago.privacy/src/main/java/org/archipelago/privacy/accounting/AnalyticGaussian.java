package org.archipelago.privacy.accounting;

import java.util.function.DoublePredicate;
import org.apache.commons.math3.special.Erf;

/**
 * The exact (ε, δ) trade-off of one Gaussian release without sampling (Balle and Wang, "Improving the Gaussian
 * Mechanism for Differential Privacy", 2018, theorem 8):
 * <pre>δ(ε, σ) = Φ(1/(2σ) − εσ) − exp(ε)·Φ(−1/(2σ) − εσ).</pre>
 *
 * <p>T releases with σ are as one with σ/√T. Answers are accurate to some 1e-11 relative; of two neighbouring doubles
 * the one that keeps the promise is returned.
 */
public final class AnalyticGaussian {

  private static final double SQRT_2 = Math.sqrt(2);
  private static final double SQRT_PI = Math.sqrt(Math.PI);
  private static final double LOG_2 = Math.log(2);
  /** Below this half distance, two values of erfcx are subtracted by their Taylor series. */
  private static final double TAYLOR_BELOW = 1e-4;
  /** From here on the derivative of erfcx is taken from its asymptotic series. */
  private static final double ASYMPTOTIC_FROM = 100;

  private AnalyticGaussian() {
  }

  /**
   * The smallest δ at a given ε.
   *
   * @param epsilon         ε in nats, 0 or more, finite
   * @param noiseMultiplier σ, noise over L2 sensitivity; finite, above 0
   * @return δ, 0 to 1; 0 when below the smallest double
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static double delta(double epsilon, double noiseMultiplier) {
    Arguments.notNegative("epsilon", epsilon);
    Arguments.positive("noiseMultiplier", noiseMultiplier);
    return Math.exp(logDelta(epsilon, noiseMultiplier));
  }

  /**
   * The smallest ε at a given δ.
   *
   * @param noiseMultiplier σ, noise over L2 sensitivity; finite, above 0
   * @param delta           δ, 0 &lt; δ &lt; 1
   * @return ε in nats, 0 or more; infinite when beyond a double
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static double epsilon(double noiseMultiplier, double delta) {
    Arguments.positive("noiseMultiplier", noiseMultiplier);
    double logDelta = Math.log(Arguments.openUnitInterval("delta", delta));
    return smallest(epsilon -> logDelta(epsilon, noiseMultiplier) <= logDelta);
  }

  /**
   * The smallest noise multiplier that is (ε, δ)-differentially private: what algorithm 1 of the paper computes,
   * found by bisection down to neighbouring doubles.
   *
   * @param epsilon ε in nats, 0 or more, finite
   * @param delta   δ, 0 &lt; δ &lt; 1
   * @return σ, noise over L2 sensitivity, above 0
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static double noiseMultiplier(double epsilon, double delta) {
    Arguments.notNegative("epsilon", epsilon);
    double logDelta = Math.log(Arguments.openUnitInterval("delta", delta));
    return smallest(sigma -> sigma > 0 && logDelta(epsilon, sigma) <= logDelta);
  }

  /**
   * log δ. With a = 1/(2σ) − εσ and b = 1/(2σ) + εσ, b² − a² = 2ε turns exp(ε)·Φ(−b) into
   * exp(−a²/2)·erfcx(b/√2)/2, which neither overflows nor vanishes.
   */
  static double logDelta(double epsilon, double sigma) {
    double centre = 0.5 / sigma / SQRT_2;
    double shift = epsilon * sigma / SQRT_2;
    double a = centre - shift;
    double b = centre + shift;
    if (centre < TAYLOR_BELOW) {
      return -a * a - LOG_2 + Math.log(fallOfErfcx(shift, centre));
    }
    if (a > 0) {
      return Math.log(0.5 * (Erf.erfc(-a) - Math.exp(-a * a) * LogMath.erfcx(b)));
    }
    return -a * a - LOG_2 + Math.log(LogMath.erfcx(-a) - LogMath.erfcx(b));
  }

  /** erfcx(x − h) − erfcx(x + h) for small h without cancellation, from f' = 2xf − 2/√π. */
  private static double fallOfErfcx(double x, double h) {
    if (x > ASYMPTOTIC_FROM) {
      return 2 * h / (SQRT_PI * x * x);
    }
    double f = LogMath.erfcx(x);
    double first = 2 * x * f - 2 / SQRT_PI;
    double second = 2 * f + 2 * x * first;
    double third = 4 * first + 2 * x * second;
    return -2 * h * (first + h * h / 6 * third);
  }

  /** The smallest double, 0 or more, that passes a test that all larger ones pass; infinite when none does. */
  private static double smallest(DoublePredicate test) {
    if (test.test(0)) {
      return 0;
    }
    double failing = 0;
    double passing = 1;
    while (!test.test(passing)) {
      failing = passing;
      passing *= 2;
      if (Double.isInfinite(passing)) {
        return passing;
      }
    }
    for (double middle = between(failing, passing); middle > failing && middle < passing;
        middle = between(failing, passing)) {
      if (test.test(middle)) {
        passing = middle;
      } else {
        failing = middle;
      }
    }
    return passing;
  }

  private static double between(double low, double high) {
    return low + (high - low) / 2;
  }
}
