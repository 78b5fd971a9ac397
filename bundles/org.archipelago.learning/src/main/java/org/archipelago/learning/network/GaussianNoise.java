package org.archipelago.learning.network;

import org.archipelago.core.RandomStream;
import org.archipelago.learning.kernel.Kernels;
import org.archipelago.learning.math.BoxMuller;

/** Adds normal noise to a run of an {@link Arena}, by two words of a stream for two values. */
final class GaussianNoise {

  private static final int RUN = 4096;

  private final Kernels kernels;
  private final int[] radii = new int[RUN / 2 + BoxMuller.PAIRS];
  private final int[] angles = new int[RUN / 2 + BoxMuller.PAIRS];

  GaussianNoise(Kernels kernels) {
    this.kernels = kernels;
  }

  /** @param length a multiple of {@link Arena#LINE} */
  void add(float[] m, int from, int length, double deviation, RandomStream random) {
    for (int done = 0; done < length; done += RUN) {
      int count = Math.min(RUN, length - done);
      int pairs = (count / BoxMuller.PAIRS + 1) / 2 * BoxMuller.PAIRS;
      for (int i = 0; i < pairs; i++) {
        long bits = random.nextLong();
        radii[i] = (int) (bits >>> 32);
        angles[i] = (int) bits;
      }
      kernels.addGaussians(m, from + done, count, radii, angles, (float) deviation);
    }
  }
}
