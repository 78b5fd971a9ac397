package org.archipelago.privacy.accounting;

import org.apache.commons.math3.special.Erf;

/** Arithmetic on logarithms, where the numbers themselves would overflow, vanish or cancel. */
final class LogMath {

  private static final double SQRT_PI = Math.sqrt(Math.PI);
  /** From here on the continued fraction of {@link #erfcx} is at double precision with its fixed depth. */
  private static final double CONTINUED_FRACTION_FROM = 2;
  private static final int CONTINUED_FRACTION_DEPTH = 100;

  private LogMath() {
  }

  /** log(exp(a) + exp(b)); −∞ stands for log 0. */
  static double logAddExp(double a, double b) {
    double high = Math.max(a, b);
    double low = Math.min(a, b);
    return Double.isInfinite(high) ? high : high + Math.log1p(Math.exp(low - high));
  }

  /** log(1 + exp(v)). */
  static double log1pExp(double v) {
    return v > 0 ? v + Math.log1p(Math.exp(-v)) : Math.log1p(Math.exp(v));
  }

  /** log(exp(v) − 1) for v ≥ 0; −∞ at 0. */
  static double logExpm1(double v) {
    return v > 1 ? v + Math.log1p(-Math.exp(-v)) : Math.log(Math.expm1(v));
  }

  /**
   * The scaled complementary error function exp(x²)·erfc(x) for x ≥ 0, which neither underflows nor loses digits
   * where erfc does: Laplace's continued fraction (Abramowitz and Stegun 7.1.14) from 2 on.
   */
  static double erfcx(double x) {
    if (x < CONTINUED_FRACTION_FROM) {
      return Math.exp(x * x) * Erf.erfc(x);
    }
    double tail = x;
    for (int k = CONTINUED_FRACTION_DEPTH; k >= 1; k--) {
      tail = x + 0.5 * k / tail;
    }
    return 1 / (SQRT_PI * tail);
  }
}
