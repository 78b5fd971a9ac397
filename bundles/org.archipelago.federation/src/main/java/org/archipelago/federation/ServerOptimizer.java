package org.archipelago.federation;

import org.archipelago.learning.ModelParameters;

/** Turns an aggregated change into the next global model. Holds state over rounds. */
@FunctionalInterface
public interface ServerOptimizer {

  /**
   * @param global changed in place
   * @param change the aggregated change; not needed afterwards
   */
  void step(ModelParameters global, ModelParameters change);
}
