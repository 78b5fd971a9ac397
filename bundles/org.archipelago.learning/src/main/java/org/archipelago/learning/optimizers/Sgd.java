package org.archipelago.learning.optimizers;

import org.archipelago.learning.ModelParameters;
import org.archipelago.learning.Optimizer;

/**
 * Stochastic gradient descent: {@code w ← w − η·g}, each value one fused multiply-add.
 *
 * @param learningRate η, greater than 0
 */
public record Sgd(float learningRate) implements Optimizer {

  @Override
  public void step(ModelParameters parameters, ModelParameters gradient) {
    parameters.addScaled(-learningRate, gradient);
  }
}
