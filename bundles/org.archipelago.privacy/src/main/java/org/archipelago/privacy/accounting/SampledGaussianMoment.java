package org.archipelago.privacy.accounting;

import java.util.Arrays;

/**
 * The α-th moment of the sampled Gaussian mechanism's privacy loss for real α, by quadrature.
 *
 * <p>Mironov, Talwar and Zhang 2019, section 3.3, define A(α) = E[(1 − q + q·r(x))^α] for x drawn from the noise,
 * r(x) = exp((2x − 1)/(2σ²)), and give a series of alternating terms for fractional α. Here the definition itself is
 * integrated, because that loses no digits: r has mean 1, so with u = q(r − 1)
 * <pre>A(α) − 1 = E[(1 + u)^α − 1 − αu],</pre>
 * whose integrand is nowhere negative (Bernoulli's inequality). Small A − 1, as with tiny q or large σ, keep their full
 * relative accuracy. The trapezoidal rule on the whole line converges exponentially for such analytic integrands
 * (Trefethen and Weideman 2014, section 5); the step is halved until all orders stand still.
 */
final class SampledGaussianMoment {

  /** Beyond ten standard deviations past the outermost peak lies less than exp(−45) of the integral. */
  private static final double TAIL = 10;
  /** Terms this far below the largest one, as logarithms, do not reach the sum's last bit. */
  private static final double NEGLIGIBLE = 45;
  private static final double FIRST_STEP = 0.5;
  private static final int MAX_HALVINGS = 12;
  private static final double TOLERANCE = 1e-13;
  /** Below this |u| and α|u| the gap (1 + u)^α − 1 − αu is summed as its binomial series, else it would cancel. */
  private static final double SERIES_BELOW = 0.25;
  private static final double SERIES_BELOW_TIMES_ORDER = 2;
  /** From here on q(exp(t) − 1) and q·exp(t) are the same double. */
  private static final double LARGE_LOG_RATIO = 50;

  private final double q;
  private final double logQ;
  private final double inverseSigma;
  private final double[] orders;
  /** Per order: the largest logarithm of a term so far, and the sum of all terms divided by that term. */
  private final double[] largest;
  private final double[] sum;

  private SampledGaussianMoment(double q, double sigma, double[] orders) {
    this.q = q;
    this.logQ = Math.log(q);
    this.inverseSigma = 1 / sigma;
    this.orders = orders;
    this.largest = new double[orders.length];
    Arrays.fill(largest, Double.NEGATIVE_INFINITY);
    this.sum = new double[orders.length];
  }

  /**
   * log(A(α) − 1) for each order.
   *
   * @param q      sampling rate, 0 &lt; q &lt; 1
   * @param sigma  noise multiplier, at least 0.01: the number of points grows with 1/σ
   * @param orders the α, each above 1
   * @return as many values as orders; −∞ where A − 1 is below what a double holds
   */
  static double[] logExcess(double q, double sigma, double[] orders) {
    return orders.length == 0 ? new double[0] : new SampledGaussianMoment(q, sigma, orders).integrate();
  }

  private double[] integrate() {
    // in units of σ: the integrand's peaks are at 0, at most at 2/σ where u² rules, and at α/σ
    double right = Math.max(2, Arrays.stream(orders).max().orElseThrow()) * inverseSigma + TAIL;
    double tolerance = TOLERANCE + Math.ulp(right * right);
    addNodes(-TAIL, right, FIRST_STEP);
    double[] previous = estimate(FIRST_STEP);
    double step = FIRST_STEP;
    for (int i = 0; i < MAX_HALVINGS; i++) {
      addNodes(-TAIL + step / 2, right, step);
      step /= 2;
      double[] current = estimate(step);
      if (sameWithin(tolerance, previous, current)) {
        return current;
      }
      previous = current;
    }
    throw new ArithmeticException("the moments of the sampled Gaussian did not converge for rate " + q
        + " and noiseMultiplier " + 1 / inverseSigma);
  }

  private void addNodes(double from, double to, double step) {
    long count = (long) Math.ceil((to - from) / step);
    for (long i = 0; i <= count; i++) {
      addNode(from + i * step);
    }
  }

  private void addNode(double x) {
    double logDensity = -x * x / 2;
    double logRatio = inverseSigma * (x - inverseSigma / 2);
    double u = logRatio > LARGE_LOG_RATIO ? Math.exp(logQ + logRatio) : q * Math.expm1(logRatio);
    double log1pU = Double.isInfinite(u) ? logQ + logRatio : Math.log1p(u);
    for (int i = 0; i < orders.length; i++) {
      // for u ≥ 0 the gap is at most (1 + u)^α; for u < 0 at most α
      double bound = logDensity + (u < 0 ? Math.log(orders[i]) : orders[i] * log1pU);
      if (bound > largest[i] - NEGLIGIBLE) {
        add(i, logDensity + logGap(orders[i], u, log1pU));
      }
    }
  }

  private void add(int i, double logTerm) {
    if (logTerm > largest[i]) {
      sum[i] = sum[i] * Math.exp(largest[i] - logTerm) + 1;
      largest[i] = logTerm;
    } else if (logTerm > Double.NEGATIVE_INFINITY) {
      sum[i] += Math.exp(logTerm - largest[i]);
    }
  }

  private double[] estimate(double step) {
    double logWeight = Math.log(step / Math.sqrt(2 * Math.PI));
    double[] result = new double[orders.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = largest[i] + Math.log(sum[i]) + logWeight;
    }
    return result;
  }

  private static boolean sameWithin(double tolerance, double[] a, double[] b) {
    for (int i = 0; i < a.length; i++) {
      if (a[i] != b[i] && !(Math.abs(a[i] - b[i]) <= tolerance)) {
        return false;
      }
    }
    return true;
  }

  /** log((1 + u)^α − 1 − αu) for u > −1, given also log(1 + u), which stays finite where u does not. */
  private static double logGap(double alpha, double u, double log1pU) {
    if (Math.abs(u) <= Math.min(SERIES_BELOW, SERIES_BELOW_TIMES_ORDER / alpha)) {
      return 2 * Math.log(Math.abs(u)) + Math.log(seriesOverSquare(alpha, u));
    }
    if (u < 0) {
      return Math.log(Math.expm1(alpha * log1pU) - alpha * u);
    }
    // (1 + αu)/(1 + u) = α − (α − 1)/(1 + u)
    double slope = alpha - (alpha - 1) * Math.exp(-log1pU);
    return alpha * log1pU + Math.log1p(-slope * Math.exp((1 - alpha) * log1pU));
  }

  /** The binomial series of (1 + u)^α from its square term on, divided by u². */
  private static double seriesOverSquare(double alpha, double u) {
    double term = alpha * (alpha - 1) / 2;
    double total = term;
    for (int k = 3; Math.abs(term) > total * 1e-17; k++) {
      term *= u * (alpha - k + 1) / k;
      total += term;
    }
    return total;
  }
}
