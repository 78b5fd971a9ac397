package org.archipelago.learning.vector;

import org.archipelago.learning.kernel.Kernels;
import org.archipelago.learning.kernel.KernelsProvider;

/** Offers {@link VectorKernels}. */
public final class VectorKernelsProvider implements KernelsProvider {

  @Override
  public int lanes() {
    return Lanes.LANES;
  }

  @Override
  public Kernels create() {
    return new VectorKernels();
  }
}
