package org.archipelago.strategies;

import static org.archipelago.strategies.Rounds.floats;
import static org.archipelago.strategies.Rounds.parameters;
import static org.archipelago.strategies.Rounds.reference;
import static org.archipelago.strategies.Rounds.strategy;
import static org.archipelago.strategies.Rounds.values;
import static org.archipelago.strategies.Rounds.vectors;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.archipelago.federation.Strategy;
import org.archipelago.federation.StrategyFactory;
import org.archipelago.learning.ModelParameters;
import org.junit.jupiter.api.Test;

/** Server optimisers held against traces that were worked independently. */
class FedOptTest {

  private final JsonNode fedopt = reference("fl_algorithms_worked.json").get("fedopt");
  private final JsonNode begunAtTau = fedopt.get("v_init=tau^2=1e-6 (Reddi: v_{-1}>=tau^2)");

  @Test
  void fedAdagrad() {
    follow(new FedAdagrad(), Map.of("beta1", 0.9), begunAtTau.get("adagrad"), 1e-6);
  }

  /** The trace begins with v = 0 instead of τ², which moves the first steps by some millionths. */
  @Test
  void fedAdagradWithoutMomentumIsThePapers() {
    follow(new FedAdagrad(), Map.of(), adagradWithoutMomentum(), 1e-5);
  }

  private JsonNode adagradWithoutMomentum() {
    String name = "adagrad_beta1=0 (paper: FedAdagrad uses beta1=0)";
    return fedopt.has(name) ? fedopt.get(name) : begunAtTau.get(name);
  }

  @Test
  void fedAdam() {
    follow(new FedAdam(), Map.of("beta1", 0.9, "beta2", 0.99), begunAtTau.get("adam"), 1e-6);
  }

  @Test
  void fedYogi() {
    follow(new FedYogi(), Map.of("beta1", 0.9, "beta2", 0.99), begunAtTau.get("yogi"), 1e-6);
  }

  private void follow(StrategyFactory factory, Map<String, Object> given, JsonNode trace, double tolerance) {
    Strategy strategy = strategy(factory, given);
    List<float[]> changes = vectors(fedopt.get("deltas"));
    ModelParameters global = parameters(floats(fedopt.get("x0")));
    assertEquals(3, trace.size());
    for (int round = 1; round <= trace.size(); round++) {
      Rounds.round(strategy, round, global, List.of(changes.get(round - 1)));
      for (int i = 0; i < 2; i++) {
        double expected = trace.get(round - 1).get("x").get(i).asDouble();
        assertEquals(expected, values(global)[i], tolerance * Math.abs(expected), "round " + round);
      }
    }
  }

  @Test
  void serverMomentumKeepsGoing() {
    Strategy momentum = strategy(new FedAvgM(), Map.of("serverMomentum", 0.5, "serverLearningRate", 2.0));
    ModelParameters global = parameters(1f);
    Rounds.round(momentum, 1, global, List.of(new float[] {4}));
    assertEquals(9f, values(global)[0]);
    Rounds.round(momentum, 2, global, List.of(new float[] {0}));
    assertEquals(13f, values(global)[0], "half of the last direction, twice as far");
  }

  @Test
  void fedExpStepsFurtherWhereChangesPointApart() {
    Strategy fedexp = strategy(new FedExp(), Map.of("epsilon", 0.0));
    float[] step = values(Rounds.aggregate(fedexp, 1, parameters(0, 0), List.of(new float[] {4, 0}, new float[] {0, 4})));
    assertEquals(2f, step[0], "the mean (2, 2) of norm² 8 and changes of norm² 16: 16 / (2 · 8) = 1");
    float[] apart =
        values(Rounds.aggregate(fedexp, 1, parameters(0, 0), List.of(new float[] {4, 3}, new float[] {-4, 3})));
    assertEquals(3f * 25 / 18, apart[1], 1e-6, "25 / (2 · 9)");
    assertEquals(0f, apart[0], 1e-6);
  }

  @Test
  void aCapLimitsWhatAClientCanClaim() {
    Strategy capped = strategy(new FedAvg(), Map.of("weightCap", 30));
    var aggregator =
        capped.newAggregator(
            new org.archipelago.federation.RoundContext(
                1, new org.archipelago.core.Seed(1), new org.archipelago.core.RunControl()),
            parameters(0f));
    aggregator.accept(Rounds.update(0, 10, parameters(0f)));
    aggregator.accept(Rounds.update(1, 1_000_000, parameters(4f)));
    assertEquals(3f, values(aggregator.aggregate())[0]);
  }
}
