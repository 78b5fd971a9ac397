package org.archipelago.strategies;

import java.util.function.ToDoubleFunction;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentFactory;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.core.catalog.Range;
import org.archipelago.federation.Aggregator;
import org.archipelago.federation.ClientUpdate;
import org.archipelago.federation.RoundContext;
import org.archipelago.federation.ServerOptimizer;
import org.archipelago.federation.Strategy;
import org.archipelago.federation.StrategyFactory;
import org.archipelago.federation.StrategySetting;
import org.archipelago.learning.ModelParameters;
import org.osgi.service.component.annotations.Component;

/**
 * Federated averaging of changes none of which may be longer than a bound; longer ones are scaled down to it.
 *
 * <p>Sun, Kairouz, Suresh and McMahan, "Can You Really Backdoor Federated Learning?", 2019, section 4 (norm
 * thresholding of updates). An update is dropped once it is added up, whatever the cohort.
 */
@Component(service = ComponentFactory.class)
public final class NormBounding implements StrategyFactory {

  @Override
  public ComponentDescriptor descriptor() {
    return new ComponentDescriptor(
        ComponentKind.STRATEGY,
        "norm-bounding",
        "Norm bounding",
        "Federated averaging of changes that are scaled down to a bound where they are longer, against whoever"
            + " shouts.",
        "Sun et al. 2019, section 4",
        Averaging.parameters(
            ParameterDescriptor.number("bound", Range.POSITIVE, "Largest L2 norm of a client's change.")
                .withDefault(1.0)
                .withSource("Sun et al. 2019, section 4")))
        .withFormula("w ← w + (1/n) Σ Δₖ · min(1, M / ‖Δₖ‖)")
        .withNeeds("A bound M near the norms that honest clients reach; the clients table shows them.")
        .withCosts("As federated averaging.");
  }

  @Override
  public Strategy create(ParameterValues values, StrategySetting setting) {
    return new Bounded(ClientWeights.of(values, setting), ClientWeights.equal(values), values.number("bound"));
  }

  private record Bounded(ToDoubleFunction<ClientUpdate> weight, boolean equalWeights, double bound)
      implements Strategy {

    @Override
    public Aggregator newAggregator(RoundContext context, ModelParameters like) {
      return new PreparedMean(new WeightedMean(like, weight), this::shorten);
    }

    private void shorten(ClientUpdate update) {
      double norm = update.delta().norm();
      if (norm > bound) {
        update.delta().scale((float) (bound / norm));
      }
    }

    @Override
    public ServerOptimizer serverOptimizer() {
      return ServerOptimizer.adding(1);
    }
  }
}
