package org.archipelago.learning.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Errors in units in the last place against 40 digits. */
class DoubleMathTest {

  private static final MathContext DIGITS = new MathContext(40);

  private final Random random = new Random(1);

  @Test
  void exp() {
    double worst = 0;
    for (int i = 0; i < 3000; i++) {
      double x = i % 2 == 0 ? 1400 * random.nextDouble() - 700 : 4 * random.nextDouble() - 2;
      BigDecimal error = new BigDecimal(DoubleMath.exp(x)).subtract(exact(x)).abs();
      worst = Math.max(worst, error.doubleValue() / Math.ulp(StrictMath.exp(x)));
    }
    assertTrue(worst < 1, worst + " ulp");
    assertEquals(0, DoubleMath.exp(-800));
    assertEquals(Double.MIN_VALUE, DoubleMath.exp(-744.5));
    assertEquals(Double.POSITIVE_INFINITY, DoubleMath.exp(709.79));
    assertEquals(0, DoubleMath.exp(Double.NEGATIVE_INFINITY));
    assertEquals(1, DoubleMath.exp(0));
    assertTrue(Double.isNaN(DoubleMath.exp(Double.NaN)));
  }

  /** By e^log(x) = x: log(x) = y + log(x·e^−y), whose last term is about its argument less 1. */
  @Test
  void log() {
    double worst = 0;
    for (int i = 0; i < 3000; i++) {
      double x = i % 2 == 0 ? Math.exp(1400 * random.nextDouble() - 700) : 2 * random.nextDouble();
      double y = DoubleMath.log(x);
      BigDecimal quotient = new BigDecimal(x).divide(exact(y), DIGITS);
      double error = Math.abs(quotient.subtract(BigDecimal.ONE).doubleValue());
      worst = Math.max(worst, error / Math.ulp(y));
    }
    assertTrue(worst < 1, worst + " ulp");
    assertEquals(0, DoubleMath.log(1));
    assertEquals(StrictMath.log(1e-310), DoubleMath.log(1e-310));
    assertEquals(Double.NEGATIVE_INFINITY, DoubleMath.log(0));
    assertEquals(Double.POSITIVE_INFINITY, DoubleMath.log(Double.POSITIVE_INFINITY));
    assertTrue(Double.isNaN(DoubleMath.log(-1)) && Double.isNaN(DoubleMath.log(Double.NaN)));
  }

  /** e^x by its series at x / 2^12, squared twelve times. */
  private static BigDecimal exact(double x) {
    MathContext digits = new MathContext(60);
    BigDecimal small = new BigDecimal(x).divide(new BigDecimal(4096), digits);
    BigDecimal term = BigDecimal.ONE;
    BigDecimal sum = BigDecimal.ONE;
    for (int n = 1; n < 40; n++) {
      term = term.multiply(small, digits).divide(new BigDecimal(n), digits);
      sum = sum.add(term, digits);
    }
    return sum.pow(4096, digits);
  }
}
