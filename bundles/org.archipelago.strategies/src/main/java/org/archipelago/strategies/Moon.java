package org.archipelago.strategies;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.archipelago.core.Experiment;
import org.archipelago.core.Problem;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentFactory;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.core.catalog.Range;
import org.archipelago.federation.Aggregator;
import org.archipelago.federation.ClientInfo;
import org.archipelago.federation.ClientUpdate;
import org.archipelago.federation.RoundContext;
import org.archipelago.federation.ServerOptimizer;
import org.archipelago.federation.Strategy;
import org.archipelago.federation.StrategyFactory;
import org.archipelago.federation.StrategySetting;
import org.archipelago.learning.Contrast;
import org.archipelago.learning.LocalTerm;
import org.archipelago.learning.ModelParameters;
import org.osgi.service.component.annotations.Component;

/**
 * MOON: federated averaging whose clients hold what their model makes of a row near to what the global model makes of
 * it, and away from what their own previous model did.
 *
 * <p>Li, He and Song, "Model-Contrastive Federated Learning", CVPR 2021, algorithm 1 and equation 3. Deviations: what a
 * model makes of a row is what its last layer is given; the paper puts a projection head of two layers before that one,
 * which two more hidden layers are. The two other models are at rest (no dropout, batch norm by what it has kept), so
 * they are asked about every row once a round. In its first round a client has no previous model: the term is a
 * constant, and left out. The recorded training loss is that of the rows without the term. A client that comes again
 * after rounds without it is contrasted with the model that it had then, as in the paper.
 */
@Component(service = ComponentFactory.class)
public final class Moon implements StrategyFactory {

  private static final String SOURCE = "Li, He and Song 2021, algorithm 1";

  @Override
  public ComponentDescriptor descriptor() {
    return new ComponentDescriptor(
            ComponentKind.STRATEGY,
            "moon",
            "MOON",
            "Federated averaging whose clients see rows as the global model does, and not as their own last one did.",
            SOURCE,
            Averaging.parameters(
                ParameterDescriptor.number(
                        "mu",
                        Range.above(0, 1000),
                        "Weight of the contrast (μ). The paper tried 0.1, 1, 5 and 10, and took 10, 5 and 1 for its"
                            + " three data sets.")
                    .withDefault(1.0)
                    .withSource("Li, He and Song 2021, section 4.1"),
                ParameterDescriptor.number(
                        "temperature",
                        Range.between(0.01, 100),
                        "How sharply likenesses are told apart (τ): the smaller, the sharper.")
                    .withDefault(0.5)
                    .withSource("Li, He and Song 2021, section 4.1")))
        .withFormula(
            "client: min Fₖ(w) + μ · −log(e^(s/τ) / (e^(s/τ) + e^(p/τ))), s = cos(z, z of w₀), p = cos(z, z of its last"
                + " w);  server: w ← w + Σ nₖ Δₖ / Σ nₖ")
        .withNeeds("A model with a layer before its last: mlp, cnn or text. Clients that come again.")
        .withCosts(
            "As federated averaging; besides, two more models are asked about each row once a round, and a client's last"
                + " model is kept for each that took part. Remote clients are sent theirs, which doubles the bytes to"
                + " them.");
  }

  @Override
  public List<Problem> warnings(Experiment experiment, Catalog catalog) {
    return SeldomClients.warnings(experiment, catalog);
  }

  @Override
  public Strategy create(ParameterValues values, StrategySetting setting) {
    return new Contrasting(
        ClientWeights.of(values, setting),
        ClientWeights.equal(values),
        (float) values.number("mu"),
        (float) values.number("temperature"),
        new ClientMemory());
  }

  /** @param memory of each client its model after it last trained */
  private record Contrasting(
      ToDoubleFunction<ClientUpdate> weight,
      boolean equalWeights,
      float mu,
      float temperature,
      ClientMemory memory)
      implements Strategy {

    @Override
    public LocalTerm localTerm(ClientInfo client) {
      Contrast contrast = new Contrast(memory.of(client.index()), mu, temperature);
      return new LocalTerm(Optional.empty(), 0, Optional.of(contrast));
    }

    @Override
    public boolean contrastsRows() {
      return true;
    }

    @Override
    public boolean remembersClients() {
      return true;
    }

    @Override
    public Aggregator newAggregator(RoundContext context, ModelParameters start) {
      return new PreparedMean(new WeightedMean(start, weight), update -> remember(update, start));
    }

    /** Keeps the client's model, which no other client ever hears of. */
    private void remember(ClientUpdate update, ModelParameters start) {
      start.requireSameShapes(update.delta());
      ModelParameters trained = start.copy();
      trained.addScaled(1, update.delta());
      memory.put(update.client().index(), trained);
    }

    @Override
    public ServerOptimizer serverOptimizer() {
      return ServerOptimizer.adding(1);
    }

    @Override
    public ModelParameters state() {
      return memory.state();
    }

    @Override
    public void restore(ModelParameters state) {
      memory.restore(state);
    }
  }
}
