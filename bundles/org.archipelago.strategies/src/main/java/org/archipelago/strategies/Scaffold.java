package org.archipelago.strategies;

import java.util.List;
import java.util.Set;
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
import org.archipelago.federation.ClientFigure;
import org.archipelago.federation.ClientInfo;
import org.archipelago.federation.ClientUpdate;
import org.archipelago.federation.RoundContext;
import org.archipelago.federation.ServerOptimizer;
import org.archipelago.federation.Strategy;
import org.archipelago.federation.StrategyFactory;
import org.archipelago.federation.StrategySetting;
import org.archipelago.learning.LocalTerm;
import org.archipelago.learning.ModelParameters;
import org.osgi.service.component.annotations.Component;

/**
 * SCAFFOLD: control variates take the difference between a client's gradients and those of all clients out of its
 * steps. A client trains with {@code c − cᵢ} added to its gradients; then, by option I, cᵢ becomes its gradient at the
 * server's model x over all its rows, or, by option II, {@code cᵢ ← cᵢ − c + (x − yᵢ) / (K η)}, and the server moves by the mean change and {@code c} by the mean change of
 * the cᵢ over all clients, those who stayed away included.
 *
 * <p>Karimireddy, Kale, Mohri, Reddi, Stich and Suresh, "SCAFFOLD: Stochastic Controlled Averaging for Federated
 * Learning", ICML 2020, algorithm 1. Deviations: changes may be weighed by rows, in the paper every client counts the
 * same; the cᵢ are kept beside the server, but counted as sent.
 */
@Component(service = ComponentFactory.class)
public final class Scaffold implements StrategyFactory {

  private static final String OPTION = "option";

  @Override
  public ComponentDescriptor descriptor() {
    return new ComponentDescriptor(
        ComponentKind.STRATEGY,
        "scaffold",
        "SCAFFOLD",
        "Corrects every client's steps by how its gradients have differed from everybody's; sends twice as much.",
        "Karimireddy et al. 2020, algorithm 1",
        Averaging.parameters(
            ParameterDescriptor.choice(
                    OPTION,
                    List.of("i", "ii"),
                    "Where a client's control variate comes from: from its gradient at the server's model, one more"
                        + " pass over its rows each round (i), or from the steps that it took, for nothing (ii).")
                .withDefault("ii")
                .withSource("Karimireddy et al. 2020, algorithm 1, line 12"),
            ParameterDescriptor.number("serverLearningRate", Range.above(0, 1000), "Factor on the mean change (η).")
                .withDefault(1.0)
                .withSource("Karimireddy et al. 2020, algorithm 1")))
        .withFormula(
            "client: g ← ∇Fₖ(y) − cₖ + c;  cₖ ← ∇Fₖ(w) (i) or cₖ − c + (w − y) / (K η) (ii);  c ← c + Σ (change of "
                + "cₖ) / N")
        .withNeeds(
            "Plain SGD at the clients for option ii, and clients that come back: of one that is drawn seldom, "
                + "cₖ is old.")
        .withCosts(
            "Twice the bytes of federated averaging both ways, and one array of the model's size "
                + "for every client; option i takes one more pass over a client's rows.");
  }

  @Override
  public List<Problem> check(Experiment experiment) {
    return ofGradients(experiment.section(ComponentKind.STRATEGY).parameters())
        ? List.of()
        : LocalSgd.check(experiment, false);
  }

  @Override
  public List<Problem> warnings(Experiment experiment, Catalog catalog) {
    return SeldomClients.warnings(experiment, catalog);
  }

  @Override
  public Strategy create(ParameterValues values, StrategySetting setting) {
    return new Controlled(values, setting);
  }

  private static boolean ofGradients(ParameterValues values) {
    return values.text(OPTION).equals("i");
  }

  private static final class Controlled implements Strategy {

    private final ToDoubleFunction<ClientUpdate> weight;
    private final boolean ofGradients;
    private final float serverLearningRate;
    private final int clients;
    private final LocalSgd steps;
    private final ClientMemory controls = new ClientMemory();

    Controlled(ParameterValues values, StrategySetting setting) {
      weight = ClientWeights.of(values, setting);
      ofGradients = ofGradients(values);
      serverLearningRate = (float) values.number("serverLearningRate");
      clients = setting.clients().size();
      steps = new LocalSgd(setting.training());
    }

    @Override
    public LocalTerm localTerm(ClientInfo client) {
      return new LocalTerm(
          controls
              .server()
              .map(server -> controls.of(client.index()).map(server::minus).orElse(server)),
          0);
    }

    @Override
    public Aggregator newAggregator(RoundContext context, ModelParameters like) {
      return new Controlling(new WeightedMean(like, weight), like.zeros(), steps.rate(context.round()));
    }

    @Override
    public ServerOptimizer serverOptimizer() {
      return ServerOptimizer.adding(serverLearningRate);
    }

    /** Control variates tell of single clients, which central privacy does not pay for. */
    @Override
    public boolean equalWeights() {
      return false;
    }

    @Override
    public Set<ClientFigure> asks() {
      return ofGradients ? Set.of(ClientFigure.START_GRADIENT) : Set.of();
    }

    @Override
    public int controlVariates() {
      return 1;
    }

    @Override
    public boolean remembersClients() {
      return true;
    }

    @Override
    public ModelParameters state() {
      return controls.state();
    }

    @Override
    public void restore(ModelParameters state) {
      controls.restore(state);
    }

    private final class Controlling implements Aggregator {

      private final WeightedMean mean;
      private final ModelParameters moved;
      private final double rate;

      Controlling(WeightedMean mean, ModelParameters moved, double rate) {
        this.mean = mean;
        this.moved = moved;
        this.rate = rate;
      }

      @Override
      public void accept(ClientUpdate update) {
        mean.accept(update);
        if (ofGradients) {
          become(update.client().index(), update.start().gradient().orElseThrow());
        } else {
          ModelParameters change = update.delta().copy();
          change.scale((float) (-1 / (update.steps() * rate)));
          controls.server().ifPresent(server -> change.addScaled(-1, server));
          moveBy(update.client().index(), change);
        }
      }

      private void become(int client, ModelParameters gradient) {
        moved.addScaled(1, gradient);
        controls.of(client).ifPresent(before -> moved.addScaled(-1, before));
        controls.put(client, gradient);
      }

      private void moveBy(int client, ModelParameters change) {
        moved.addScaled(1, change);
        controls.of(client).ifPresent(before -> change.addScaled(1, before));
        controls.put(client, change);
      }

      @Override
      public ModelParameters aggregate() {
        ModelParameters server = controls.server().map(ModelParameters::copy).orElseGet(moved::zeros);
        server.addScaled(1f / clients, moved);
        controls.putServer(server);
        return mean.aggregate();
      }
    }
  }
}
