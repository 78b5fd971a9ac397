package org.archipelago.federation;

import org.archipelago.learning.ModelParameters;

/**
 * An aggregator that is a weighted sum, and can therefore be noised: central privacy adds noise to
 * the sum and divides by a denominator that is public.
 */
public interface SumAggregator extends Aggregator {

  /** Σ weight · delta so far; may be changed in place by the caller. */
  ModelParameters sum();

  /** Σ weight so far. */
  double totalWeight();
}
