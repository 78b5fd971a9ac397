package org.archipelago.learning.optimizers;

import org.archipelago.learning.Optimizer;
import org.archipelago.learning.math.Fma;

/**
 * Adam (Kingma and Ba 2015, "Adam: a method for stochastic optimization", algorithm 1), with weight decay λ
 * either added to the gradient, or apart from it as in AdamW (Loshchilov and Hutter 2019, "Decoupled
 * weight decay regularization", algorithm 2): {@code w ← w − η·λ·w} before the step.
 *
 * @param learningRate η, greater than 0
 * @param beta1 decay of the mean gradient, in [0, 1)
 * @param beta2 decay of the mean square, in [0, 1)
 * @param epsilon added to the root of the mean square
 * @param weightDecay λ, at least 0
 * @param decoupled whether the decay is apart from the gradient
 */
public record Adam(
    float learningRate, float beta1, float beta2, float epsilon, float weightDecay, boolean decoupled)
    implements Optimizer {

  @Override
  public int states() {
    return 2;
  }

  @Override
  public void step(
      float rate, int step, float[] values, float[] gradient, float[][] states, int count) {
    decay(rate, values, gradient, count);
    float[] mean = states[0];
    float[] square = states[1];
    float kept1 = beta1;
    float kept2 = beta2;
    float new1 = 1 - kept1;
    float new2 = 1 - kept2;
    float corrected = (float) (rate / (1 - power(beta1, step)));
    float rooted = (float) (1 / Math.sqrt(1 - power(beta2, step)));
    float least = epsilon;
    for (int i = 0; i < count; i++) {
      float g = gradient[i];
      mean[i] = Fma.fma(kept1, mean[i], new1 * g);
      square[i] = Fma.fma(kept2, square[i], new2 * g * g);
      float root = Fma.fma((float) Math.sqrt(square[i]), rooted, least);
      values[i] -= corrected * mean[i] / root;
    }
  }

  private void decay(float rate, float[] values, float[] gradient, int count) {
    if (weightDecay == 0) {
      return;
    }
    float decay = weightDecay;
    float kept = 1 - rate * decay;
    for (int i = 0; i < count; i++) {
      if (decoupled) {
        values[i] *= kept;
      } else {
        gradient[i] = Fma.fma(decay, values[i], gradient[i]);
      }
    }
  }

  /** By squaring: the same bits everywhere, unlike {@link Math#pow}. */
  static double power(double base, int exponent) {
    double power = 1;
    double square = base;
    for (int left = exponent; left > 0; left >>= 1) {
      if ((left & 1) == 1) {
        power *= square;
      }
      square *= square;
    }
    return power;
  }
}
