package org.archipelago.learning.kernel;

/** Offers kernels that need more than plain Java; found by {@link java.util.ServiceLoader}. */
public interface KernelsProvider {

  /** Floats that one instruction handles. */
  int lanes();

  /** Kernels for one worker. */
  Kernels create();
}
