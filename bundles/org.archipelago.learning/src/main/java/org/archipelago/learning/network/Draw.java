package org.archipelago.learning.network;

import org.archipelago.core.RandomStream;
import org.archipelago.learning.Tensor;

/** Draws what weights start from. */
final class Draw {

  private Draw() {}

  /** Fills a tensor uniformly in ±limit. */
  static void uniform(Tensor tensor, double limit, RandomStream random) {
    float[] values = tensor.values();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) ((2 * random.nextDouble() - 1) * limit);
    }
  }
}
