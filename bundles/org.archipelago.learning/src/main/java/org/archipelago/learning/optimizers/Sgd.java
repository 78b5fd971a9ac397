package org.archipelago.learning.optimizers;

import org.archipelago.learning.Optimizer;

/**
 * Stochastic gradient descent: {@code w ← w − η·g}.
 *
 * @param learningRate η, greater than 0
 */
public record Sgd(float learningRate) implements Optimizer {

  @Override
  public boolean plain() {
    return true;
  }

  @Override
  public void step(
      float rate, int step, float[] values, float[] gradient, float[][] states, int count) {
    for (int i = 0; i < count; i++) {
      values[i] = Math.fma(-rate, gradient[i], values[i]);
    }
  }
}
