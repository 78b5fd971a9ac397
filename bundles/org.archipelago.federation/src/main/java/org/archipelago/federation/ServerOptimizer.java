package org.archipelago.federation;

import java.util.List;
import org.archipelago.learning.ModelParameters;

/** Turns an aggregated change into the next global model. Holds state over rounds. */
@FunctionalInterface
public interface ServerOptimizer {

  /** Adds the change times a factor and remembers nothing: SGD with that learning rate. */
  static ServerOptimizer adding(float factor) {
    return (global, change) -> global.addScaled(factor, change);
  }

  /**
   * @param global changed in place
   * @param change the aggregated change; not needed afterwards
   */
  void step(ModelParameters global, ModelParameters change);

  /** What it remembers, as tensors of its own; none before the first step, or if it remembers nothing. */
  default ModelParameters state() {
    return new ModelParameters(List.of());
  }

  /**
   * Goes on from there with the same bits.
   *
   * @param state what {@link #state} gave
   */
  default void restore(ModelParameters state) {
    if (!state.tensors().isEmpty()) {
      throw new IllegalArgumentException("this server optimiser remembers nothing, but was given " + state.tensors());
    }
  }
}
