package org.archipelago.federation;

import org.archipelago.learning.ModelParameters;

/** How updates become the next global model: an aggregator for each round, and a server optimiser. */
public interface Strategy {

  /**
   * An empty aggregator for one round.
   *
   * @param like names and shapes of the parameters
   */
  Aggregator newAggregator(RoundContext context, ModelParameters like);

  ServerOptimizer serverOptimizer();

  /** Whether every update has the same weight, which central privacy needs. */
  boolean equalWeights();
}
