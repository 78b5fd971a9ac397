package org.archipelago.learning.network;

import org.archipelago.learning.kernel.Kernels;

/**
 * The squared norm of Σ xᵗ·dy over places without the sum itself: the sum over all pairs of places of ⟨x, x'⟩·⟨dy,
 * dy'⟩ (Bu, Mao and Xu 2022).
 */
final class GhostNorm {

  private GhostNorm() {}

  /** Whether the pairs are fewer than the weights: Bu, Mao and Xu 2022, table 3. */
  static boolean isCheaper(int places, int inputs, int outputs) {
    return places == 1 || 2L * places * places <= (long) inputs * outputs;
  }

  /**
   * @param x where the first place's inputs begin
   * @param xStep from one place to the next
   * @param dy where the first place's gradient begins
   * @param bias 1 if the layer has a bias, which is an input that is always 1; else 0
   */
  static double squared(
      Kernels kernels,
      float[] m,
      int places,
      int x,
      int xStep,
      int inputs,
      int dy,
      int dyStep,
      int outputs,
      int bias) {
    double sum = 0;
    for (int place = 0; place < places; place++) {
      int ownX = x + place * xStep;
      int ownDy = dy + place * dyStep;
      sum += (kernels.sumOfSquares(m, ownX, inputs) + bias) * kernels.sumOfSquares(m, ownDy, outputs);
      for (int other = 0; other < place; other++) {
        sum +=
            2
                * (product(m, ownX, x + other * xStep, inputs) + bias)
                * product(m, ownDy, dy + other * dyStep, outputs);
      }
    }
    return sum;
  }

  static double product(float[] m, int a, int b, int length) {
    double sum = 0;
    for (int i = 0; i < length; i++) {
      sum += (double) m[a + i] * m[b + i];
    }
    return sum;
  }
}
