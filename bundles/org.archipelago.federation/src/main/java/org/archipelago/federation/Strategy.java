package org.archipelago.federation;

import java.util.Optional;
import org.archipelago.learning.ModelParameters;

/**
 * How updates become the next global model: an aggregator for each round, and a server optimiser. It has no loop
 * inside; the engine goes through the rounds.
 */
public interface Strategy {

  /**
   * An empty aggregator for one round.
   *
   * @param like names and shapes of the parameters
   */
  Aggregator newAggregator(RoundContext context, ModelParameters like);

  /** The same for all rounds of a run; what it remembers is the strategy's state. */
  ServerOptimizer serverOptimizer();

  /** Whether every update has the same weight, which central privacy needs. */
  boolean equalWeights();

  /**
   * Why its rule does not hold for so many updates, in whole sentences that say what to do. Asked before a run with
   * the cohort that is to be expected, and in every round with the number of updates that came.
   *
   * @return nothing when it holds
   */
  default Optional<String> objection(int updates) {
    return Optional.empty();
  }

  /** Whether all updates of a round are kept until the last one is there, so that memory grows with the cohort. */
  default boolean keepsCohort() {
    return false;
  }
}
