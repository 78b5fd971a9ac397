package org.archipelago.learning.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Errors in units in the last place, over floats of every size, against double precision. */
class FloatMathTest {

  private interface FloatFunction {
    float of(float x);
  }

  @Test
  void exp() {
    assertTrue(worst(FloatMath::exp, StrictMath::exp, -87, 88.7) < 1, "in the normal range");
    assertEquals(Float.MIN_VALUE, FloatMath.exp(-103f));
    assertEquals(0f, FloatMath.exp(-110f));
    assertEquals(Float.POSITIVE_INFINITY, FloatMath.exp(88.8f));
    assertEquals(0f, FloatMath.exp(Float.NEGATIVE_INFINITY));
    assertEquals(Float.POSITIVE_INFINITY, FloatMath.exp(Float.POSITIVE_INFINITY));
    assertEquals(1f, FloatMath.exp(0f));
    assertTrue(Float.isNaN(FloatMath.exp(Float.NaN)));
  }

  @Test
  void log() {
    assertTrue(worst(FloatMath::log, StrictMath::log, 0, Float.MAX_VALUE) < 1.5);
    assertEquals(Float.NEGATIVE_INFINITY, FloatMath.log(0f));
    assertEquals(Float.POSITIVE_INFINITY, FloatMath.log(Float.POSITIVE_INFINITY));
    assertEquals(0f, FloatMath.log(1f));
    assertTrue(Float.isNaN(FloatMath.log(-1f)) && Float.isNaN(FloatMath.log(Float.NaN)));
  }

  @Test
  void tanh() {
    assertTrue(worst(FloatMath::tanh, StrictMath::tanh, -20, 20) < 2);
    assertEquals(-1f, FloatMath.tanh(Float.NEGATIVE_INFINITY));
    assertTrue(Float.isNaN(FloatMath.tanh(Float.NaN)));
  }

  @Test
  void sigmoid() {
    assertTrue(worst(FloatMath::sigmoid, x -> 1 / (1 + StrictMath.exp(-x)), -85, 200) < 2.5);
    assertEquals(0f, FloatMath.sigmoid(-200f));
    assertTrue(Float.isNaN(FloatMath.sigmoid(Float.NaN)));
  }

  @Test
  void erf() {
    assertTrue(worst(FloatMath::erf, FloatMathTest::erfBySeries, -5, 5) < 1.5);
    assertEquals(1f, FloatMath.erf(Float.POSITIVE_INFINITY));
    assertTrue(Float.isNaN(FloatMath.erf(Float.NaN)));
    // Abramowitz and Stegun, table 7.1
    assertEquals(0.5204998778f, FloatMath.erf(0.5f), 4e-8f);
    assertEquals(0.9661051465f, FloatMath.erf(1.5f), 8e-8f);
  }

  @Test
  void normal() {
    for (float x = -6; x < 6; x += 0.01f) {
      assertEquals(0.5 + 0.5 * erfBySeries(x / Math.sqrt(2)), FloatMath.normalCdf(x), 1e-7);
      assertEquals(
          Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI), FloatMath.normalDensity(x), 1e-7);
    }
  }

  /** The measure itself: a last bit wrong is seen. */
  @Test
  void seesAnErrorOfOneUnit() {
    assertTrue(worst(x -> Math.nextUp((float) Math.exp(x)), StrictMath::exp, -1, 1) > 1);
  }

  /** Abramowitz and Stegun 7.1.6: all terms are positive, so that nothing cancels. */
  static double erfBySeries(double x) {
    double term = x;
    double sum = x;
    for (int n = 1; term != 0 && n < 200; n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return 2 / Math.sqrt(Math.PI) * StrictMath.exp(-x * x) * sum;
  }

  private static double worst(FloatFunction ours, DoubleUnaryOperator truth, double from, double to) {
    double worst = 0;
    for (long bits = Integer.MIN_VALUE; bits <= Integer.MAX_VALUE; bits += 9973) {
      float x = Float.intBitsToFloat((int) bits);
      if (x >= from && x <= to && Math.abs(x) >= Float.MIN_NORMAL) {
        double expected = truth.applyAsDouble(x);
        double ulp = Math.ulp((float) expected);
        worst = Math.max(worst, Math.abs(ours.of(x) - expected) / ulp);
      }
    }
    return worst;
  }
}
