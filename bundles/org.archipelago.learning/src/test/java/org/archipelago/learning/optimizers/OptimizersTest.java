package org.archipelago.learning.optimizers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.archipelago.learning.Optimizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Four steps on {@code f(w) = w²/2 + w} from 1, so that the gradient is w + 1: against the formulas of
 * the papers, written once more in double precision.
 */
class OptimizersTest {

  private static final double RATE = 0.1;

  /** One step of the paper: state is whatever it remembers, two numbers at most. */
  private interface Paper {
    double step(double w, double g, double[] state, int t);
  }

  static Stream<Arguments> optimizers() {
    return Stream.of(
        of(new Sgd(0.1f, 0.9f, false, 0), OptimizersTest::momentum),
        of(new Sgd(0.1f, 0.9f, true, 0), OptimizersTest::nesterov),
        of(new Sgd(0.1f, 0, false, 0.5f), (w, g, s, t) -> w - RATE * (g + 0.5 * w)),
        of(new Adam(0.1f, 0.9f, 0.999f, 1e-8f, 0, false), (w, g, s, t) -> adam(w, g, s, t)),
        of(
            new Adam(0.1f, 0.9f, 0.999f, 1e-8f, 0.5f, false),
            (w, g, s, t) -> adam(w, g + 0.5 * w, s, t)),
        of(
            new Adam(0.1f, 0.9f, 0.999f, 1e-8f, 0.5f, true),
            (w, g, s, t) -> adam(w - RATE * 0.5 * w, g, s, t)),
        of(new RootMeanSquare(0.1f, 1, 1e-10f, 0), OptimizersTest::adagrad),
        of(new RootMeanSquare(0.1f, 0.99f, 1e-8f, 0), OptimizersTest::rmsProp));
  }

  private static Arguments of(Optimizer optimizer, Paper paper) {
    return Arguments.of(optimizer, paper);
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void followsItsPaper(Optimizer optimizer, Paper paper) {
    assertFalse(optimizer.plain());
    float[] values = {1, 1, 1};
    float[][] states = new float[optimizer.states()][3];
    double w = 1;
    double[] state = new double[2];
    for (int t = 1; t <= 4; t++) {
      float[] gradient = {values[0] + 1, values[1] + 1, values[2] + 1};
      optimizer.step(0.1f, t, values, gradient, states, 2);
      w = paper.step(w, w + 1, state, t);
      assertEquals(w, values[0], 2e-6);
      assertEquals(values[0], values[1]);
      assertEquals(1f, values[2], "beyond the count nothing changes");
    }
    assertTrue(w < 0.9, "it has gone somewhere");
  }

  @Test
  void plainGradientDescentIsPlain() {
    assertTrue(new Sgd(0.1f).plain());
    assertEquals(0, new Sgd(0.1f).states());
  }

  @Test
  void powersAreThoseOfTheLibrary() {
    for (int exponent = 0; exponent < 3000; exponent += 7) {
      double power = Math.pow(0.999, exponent);
      assertEquals(power, Adam.power(0.999, exponent), 1e-12 * power);
    }
  }

  private static double momentum(double w, double g, double[] s, int t) {
    s[0] = 0.9 * s[0] + g;
    return w - RATE * s[0];
  }

  private static double nesterov(double w, double g, double[] s, int t) {
    s[0] = 0.9 * s[0] + g;
    return w - RATE * (g + 0.9 * s[0]);
  }

  private static double adam(double w, double g, double[] s, int t) {
    s[0] = 0.9 * s[0] + 0.1 * g;
    s[1] = 0.999 * s[1] + 0.001 * g * g;
    double mean = s[0] / (1 - Math.pow(0.9, t));
    double square = s[1] / (1 - Math.pow(0.999, t));
    return w - RATE * mean / (Math.sqrt(square) + 1e-8);
  }

  private static double adagrad(double w, double g, double[] s, int t) {
    s[0] += g * g;
    return w - RATE * g / (Math.sqrt(s[0]) + 1e-10);
  }

  private static double rmsProp(double w, double g, double[] s, int t) {
    s[0] = 0.99 * s[0] + 0.01 * g * g;
    return w - RATE * g / (Math.sqrt(s[0]) + 1e-8);
  }
}
