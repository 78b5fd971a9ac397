package org.archipelago.learning.network;

import org.archipelago.learning.kernel.Kernels;

/**
 * Squared norms of the gradient that one image alone gives a convolution, without that gradient: over all pairs
 * of places t and s the sum of ⟨x(t), x(s)⟩·⟨dy(t), dy(s)⟩, x(t) being what lies under the window at t, and of
 * ⟨dy(t), dy(s)⟩ for the bias. Ghost norm for convolutions: Bu, Mao and Xu 2022, "Scalable and efficient training of
 * large convolutional neural networks with differential privacy".
 *
 * <p>What rounding in single precision can take away at most is added, so that no norm is found too small.
 */
final class ConvolutionNorms {

  /** Largest relative error of one operation in single precision. */
  private static final double ROUNDING = 0x1p-24;

  private final Arena arena;
  private final Kernels kernels;
  private final int places;
  private final int values;
  private final int outputs;
  private final Block patches;
  private final Block gradients;
  private final Block patchProducts;
  private final Block gradientProducts;

  /**
   * @param places of the window
   * @param values under it
   * @param outputs of the convolution
   */
  ConvolutionNorms(Arena arena, Kernels kernels, int places, int values, int outputs) {
    this.arena = arena;
    this.kernels = kernels;
    this.places = places;
    this.values = values;
    this.outputs = outputs;
    patches = arena.rows(values, Shape.flat(places));
    gradients = arena.rows(outputs, Shape.flat(places));
    patchProducts = arena.rows(places, Shape.flat(places));
    gradientProducts = arena.rows(places, Shape.flat(places));
  }

  /**
   * Whether they need fewer multiplications than the gradients. Bu et al. compare memory, of which one row at a
   * time needs little.
   */
  static boolean areCheaper(int places, int values, int outputs) {
    return (long) places * (values + outputs) < (long) values * outputs;
  }

  /** Where the value of that number under the window goes, that of place 0 first. */
  int patch(int value) {
    return patches.at(value);
  }

  /**
   * The squared norm of the image whose {@link #patch patches} were written.
   *
   * @param gradient offset of the gradient with respect to its outputs
   * @param stride from one place of that to the next
   */
  double squared(int gradient, int stride) {
    float[] m = arena.data();
    kernels.transpose(m, places, outputs, gradient, stride, gradients.offset(), gradients.stride());
    multiply(m, patches, values, patchProducts);
    multiply(m, gradients, outputs, gradientProducts);
    double sum = 0;
    double most = 0;
    for (int t = 0; t < places; t++) {
      int x = patchProducts.at(t);
      int dy = gradientProducts.at(t);
      for (int s = 0; s < places; s++) {
        sum += (m[x + s] + 1.0) * m[dy + s];
      }
      most += Math.sqrt((m[x + t] + 1.0) * m[dy + t]);
    }
    return Math.max(0, sum) + ROUNDING * (values + outputs + 2) * most * most;
  }

  private void multiply(float[] m, Block from, int length, Block to) {
    arena.clear(to, places);
    kernels.multiplyAdd(
        m,
        places,
        places,
        length,
        from.offset(),
        1,
        from.stride(),
        from.offset(),
        from.stride(),
        to.offset(),
        to.stride());
  }
}
