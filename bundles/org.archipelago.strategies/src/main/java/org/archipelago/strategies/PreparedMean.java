package org.archipelago.strategies;

import java.util.function.Consumer;
import org.archipelago.federation.ClientUpdate;
import org.archipelago.federation.SumAggregator;
import org.archipelago.learning.ModelParameters;

/**
 * A weighted mean of updates with which something is done before it takes them in.
 *
 * @param before may change the update
 */
record PreparedMean(WeightedMean mean, Consumer<ClientUpdate> before) implements SumAggregator {

  @Override
  public void accept(ClientUpdate update) {
    before.accept(update);
    mean.accept(update);
  }

  @Override
  public ModelParameters aggregate() {
    return mean.aggregate();
  }

  @Override
  public ModelParameters sum() {
    return mean.sum();
  }

  @Override
  public double totalWeight() {
    return mean.totalWeight();
  }
}
