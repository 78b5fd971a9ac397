package org.archipelago.privacy.accounting;

import static org.archipelago.privacy.accounting.Reference.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogMathTest {

  /** Expected values with 40 digits (mpmath). */
  @ParameterizedTest
  @CsvSource({"0, 1", "0.5, 0.615690344192925875", "1.9, 0.26650937366167266", "1.9999, 0.255406356374734079",
    "2, 0.255395676310505744", "2.5, 0.210806364061143581", "5, 0.110704637733068626", "10, 0.0561409927438225859",
    "30, 0.0187958888614167515", "1000, 0.000564189301453387654", "1e8, 5.64189583547756259e-9"})
  void erfcx(double x, double expected) {
    assertClose(expected, LogMath.erfcx(x), 1e-14);
  }

  @Test
  void logAddExp() {
    assertClose(Math.log(5), LogMath.logAddExp(Math.log(2), Math.log(3)), 1e-15);
    assertClose(1000 + Math.log(2), LogMath.logAddExp(1000, 1000), 1e-15);
    assertEquals(-3, LogMath.logAddExp(Double.NEGATIVE_INFINITY, -3));
    assertEquals(Double.NEGATIVE_INFINITY,
        LogMath.logAddExp(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY));
    assertEquals(Double.POSITIVE_INFINITY, LogMath.logAddExp(Double.POSITIVE_INFINITY, 3));
  }

  @Test
  void log1pExpAndLogExpm1AreInverse() {
    for (double v : new double[] {-300, -40, -1, 0, 0.5, 1, 40, 1000}) {
      assertEquals(v, LogMath.logExpm1(LogMath.log1pExp(v)), 1e-15 * Math.max(1, Math.abs(v)), "v " + v);
    }
    assertClose(Math.log(3), LogMath.log1pExp(Math.log(2)), 1e-15);
    assertClose(1e-300, Math.exp(LogMath.logExpm1(1e-300)), 1e-12);
    assertEquals(Double.NEGATIVE_INFINITY, LogMath.logExpm1(0));
  }
}
