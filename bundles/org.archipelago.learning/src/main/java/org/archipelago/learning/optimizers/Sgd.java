package org.archipelago.learning.optimizers;

import org.archipelago.learning.Optimizer;
import org.archipelago.learning.math.Fma;

/**
 * Stochastic gradient descent, {@code w ← w − η·g}, with momentum μ (Polyak 1964, heavy ball):
 * {@code v ← μ·v + g}, {@code w ← w − η·v}, or Nesterov's (Sutskever et al. 2013, "On the importance of
 * initialization and momentum in deep learning", in the form that PyTorch uses):
 * {@code w ← w − η·(g + μ·v)}. Weight decay λ adds {@code λ·w} to g.
 *
 * @param learningRate η, greater than 0
 * @param momentum μ in [0, 1)
 * @param nesterov whether momentum is Nesterov's
 * @param weightDecay λ, at least 0
 */
public record Sgd(float learningRate, float momentum, boolean nesterov, float weightDecay)
    implements Optimizer {

  /** Plain gradient descent. */
  public Sgd(float learningRate) {
    this(learningRate, 0, false, 0);
  }

  @Override
  public boolean plain() {
    return momentum == 0 && weightDecay == 0;
  }

  @Override
  public int states() {
    return momentum == 0 ? 0 : 1;
  }

  @Override
  public void step(
      float rate, int step, float[] values, float[] gradient, float[][] states, int count) {
    float decay = weightDecay;
    if (decay > 0) {
      for (int i = 0; i < count; i++) {
        gradient[i] = Fma.fma(decay, values[i], gradient[i]);
      }
    }
    if (momentum > 0) {
      push(gradient, states[0], count);
    }
    for (int i = 0; i < count; i++) {
      values[i] = Fma.fma(-rate, gradient[i], values[i]);
    }
  }

  private void push(float[] gradient, float[] velocity, int count) {
    float kept = momentum;
    for (int i = 0; i < count; i++) {
      velocity[i] = Fma.fma(kept, velocity[i], gradient[i]);
    }
    if (nesterov) {
      for (int i = 0; i < count; i++) {
        gradient[i] = Fma.fma(kept, velocity[i], gradient[i]);
      }
    } else {
      System.arraycopy(velocity, 0, gradient, 0, count);
    }
  }
}
