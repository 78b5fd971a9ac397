package org.archipelago.learning.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LossHeadTest {

  @Test
  void crossEntropyOfKnownProbabilities() {
    float[] logOdds = {(float) Math.log(1), (float) Math.log(2), (float) Math.log(5)};
    float[] gradient = new float[3];
    SoftmaxCrossEntropy head = new SoftmaxCrossEntropy(3);
    assertEquals(Math.log(4), head.loss(logOdds, 1), 1e-7);
    assertEquals(Math.log(4), head.gradient(logOdds, 1, 0.5, gradient), 1e-7);
    assertArrayEquals(new float[] {0.125f / 2, (0.25f - 1) / 2, 0.625f / 2}, gradient, 1e-7f);
  }

  @Test
  void crossEntropyStaysFiniteForHugeScores() {
    float[] scores = {3e38f, -3e38f, 0};
    float[] gradient = new float[3];
    SoftmaxCrossEntropy head = new SoftmaxCrossEntropy(3);
    assertEquals(0, head.gradient(scores, 0, 1, gradient));
    assertArrayEquals(new float[] {0, 0, 0}, gradient);
    assertEquals(6e38, head.gradient(scores, 1, 1, gradient), 1e32);
    assertArrayEquals(new float[] {1, -1, 0}, gradient);
  }

  @Test
  void crossEntropyOfADivergedModelIsNotANumber() {
    SoftmaxCrossEntropy head = new SoftmaxCrossEntropy(2);
    assertTrue(Double.isNaN(head.loss(new float[] {Float.NaN, 1}, 1)));
    assertTrue(Double.isNaN(head.loss(new float[] {Float.POSITIVE_INFINITY, 1}, 1)));
  }

  @Test
  void squaredErrorHasNoHalf() {
    float[] gradient = new float[1];
    SquaredError head = new SquaredError();
    assertEquals(9, head.loss(new float[] {5}, 2));
    assertEquals(9, head.gradient(new float[] {5}, 2, 0.25, gradient));
    assertEquals(1.5f, gradient[0]);
  }
}
