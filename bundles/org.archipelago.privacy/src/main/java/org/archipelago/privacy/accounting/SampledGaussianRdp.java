package org.archipelago.privacy.accounting;

/**
 * Rényi differential privacy of one release of the Poisson-sampled Gaussian mechanism (Mironov, Talwar and Zhang,
 * "Rényi Differential Privacy of the Sampled Gaussian Mechanism", 2019, sections 3.2 and 3.3).
 *
 * <p>Without sampling (q = 1) the divergence of order α is α/(2σ²) (Mironov 2017, proposition 7). With sampling it is
 * log A(α)/(α − 1), where A is computed as 1 plus an excess, so that a small divergence is as accurate as a large one:
 * about 1e-13 relative at any q and σ for orders up to 100, 1e-11 at order 10000.
 */
public final class SampledGaussianRdp {

  /** Below this σ, fractional orders are answered by Minkowski's inequality. */
  private static final double SMALL_SIGMA = 0.01;

  private SampledGaussianRdp() {
  }

  /**
   * The divergence of each order.
   *
   * @param rate    q, the probability with which a record takes part; 0 &lt; q ≤ 1
   * @param noiseMultiplier σ, noise over sensitivity; finite, above 0
   * @param orders          the Rényi orders, 1 &lt; α ≤ 10000; not changed
   * @return as many divergences (nats, 0 or more) as orders; infinite where 1/σ² is beyond a double
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static double[] rdp(double rate, double noiseMultiplier, double... orders) {
    Arguments.rate("rate", rate);
    Arguments.positive("noiseMultiplier", noiseMultiplier);
    double[] result = new double[orders.length];
    int[] fractional = new int[orders.length];
    int fractionalCount = 0;
    for (int i = 0; i < orders.length; i++) {
      double alpha = Arguments.order("orders[" + i + "]", orders[i]);
      if (rate == 1) {
        result[i] = 0.5 * alpha / noiseMultiplier / noiseMultiplier;
      } else if (alpha == Math.rint(alpha)) {
        result[i] = divergence(logExcessOfInteger(rate, noiseMultiplier, alpha), alpha);
      } else if (noiseMultiplier < SMALL_SIGMA) {
        result[i] = minkowskiBound(rate, noiseMultiplier, alpha);
      } else {
        fractional[fractionalCount++] = i;
      }
    }
    double[] alphas = new double[fractionalCount];
    for (int i = 0; i < fractionalCount; i++) {
      alphas[i] = orders[fractional[i]];
    }
    double[] logExcess = SampledGaussianMoment.logExcess(rate, noiseMultiplier, alphas);
    for (int i = 0; i < fractionalCount; i++) {
      result[fractional[i]] = divergence(logExcess[i], alphas[i]);
    }
    return result;
  }

  private static double divergence(double logExcess, double alpha) {
    return LogMath.log1pExp(logExcess) / (alpha - 1);
  }

  /**
   * log(A(α) − 1) for an integer α: the binomial sum of section 3.2 less the binomial expansion of 1, term by term,
   * which leaves positive terms only.
   */
  private static double logExcessOfInteger(double q, double sigma, double alpha) {
    double logTaken = Math.log(q);
    double logLeft = Math.log1p(-q);
    double logBinomial = Math.log(alpha);
    double logSum = Double.NEGATIVE_INFINITY;
    for (int k = 2; k <= alpha; k++) {
      logBinomial += Math.log((alpha - k + 1) / k);
      double exponent = 0.5 * k * (k - 1) / sigma / sigma;
      double logTerm = logBinomial + (alpha - k) * logLeft + k * logTaken + LogMath.logExpm1(exponent);
      logSum = LogMath.logAddExp(logSum, logTerm);
    }
    return logSum;
  }

  /**
   * Minkowski's inequality in L^α, A(α)^(1/α) ≤ 1 − q + q·exp((α − 1)/(2σ²)): an upper bound for any σ, and for the
   * σ it is used for equal to A within a double's resolution, unless α is close to 1 or q below some 1e-100.
   */
  static double minkowskiBound(double q, double sigma, double alpha) {
    double logNorm = LogMath.logAddExp(Math.log1p(-q), Math.log(q) + 0.5 * (alpha - 1) / sigma / sigma);
    return alpha * logNorm / (alpha - 1);
  }
}
