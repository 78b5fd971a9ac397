package org.archipelago.learning.optimizers;

import org.archipelago.learning.Optimizer;
import org.archipelago.learning.math.Fma;

/**
 * Divides each gradient by the root of its squares so far. Their sum makes it Adagrad (Duchi, Hazan and
 * Singer 2011, "Adaptive subgradient methods", section 1.1): {@code s ← s + g²}; their running mean RMSProp
 * (Tieleman and Hinton 2012, lecture 6.5): {@code s ← α·s + (1 − α)·g²}. Then
 * {@code w ← w − η·g / (√s + ε)}.
 *
 * @param learningRate η, greater than 0
 * @param kept 1 for the sum; else α in [0, 1)
 * @param epsilon ε
 * @param weightDecay λ, at least 0: adds λ·w to the gradient
 */
public record RootMeanSquare(float learningRate, float kept, float epsilon, float weightDecay)
    implements Optimizer {

  @Override
  public int states() {
    return 1;
  }

  @Override
  public void step(
      float rate, int step, float[] values, float[] gradient, float[][] states, int count) {
    float[] squares = states[0];
    float old = kept;
    float fresh = kept == 1 ? 1 : 1 - kept;
    float least = epsilon;
    float decay = weightDecay;
    for (int i = 0; i < count; i++) {
      float g = Fma.fma(decay, values[i], gradient[i]);
      squares[i] = Fma.fma(old, squares[i], fresh * g * g);
      values[i] -= rate * g / ((float) Math.sqrt(squares[i]) + least);
    }
  }
}
