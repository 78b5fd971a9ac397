package org.archipelago.strategies;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.archipelago.core.RunControl;
import org.archipelago.core.Seed;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.federation.Aggregator;
import org.archipelago.federation.ClientInfo;
import org.archipelago.federation.ClientUpdate;
import org.archipelago.federation.RoundContext;
import org.archipelago.federation.Strategy;
import org.archipelago.learning.ModelParameters;
import org.archipelago.learning.Tensor;
import org.junit.jupiter.api.Test;

/** Held against exact traces on quadratic clients, f_i(w) = a_i/2 (w − b_i)². */
class FedAvgTest {

  private static final RoundContext ROUND = new RoundContext(1, new Seed(1), new RunControl());

  private final JsonNode worked = readWorked();

  private static JsonNode readWorked() {
    try (var in = FedAvgTest.class.getResourceAsStream("/reference/fl_algorithms_worked.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void followsTheExactTraceWithWeightsByExamples() {
    JsonNode problem = worked.get("problem");
    Strategy fedavg = strategy("examples", 1);
    ModelParameters global = parameters(0f);
    for (JsonNode round : worked.get("fedavg_lr0.1_K5").get("trace")) {
      Aggregator aggregator = fedavg.newAggregator(ROUND, global);
      for (int client = 0; client < 3; client++) {
        ModelParameters delta =
            localSteps(global, problem.get("a").get(client).asDouble(), problem.get("b").get(client).asDouble());
        aggregator.accept(update(client, problem.get("num_examples").get(client).asLong(), delta));
      }
      fedavg.serverOptimizer().step(global, aggregator.aggregate());
      double expected = round.get("global").asDouble();
      assertEquals(expected, global.tensors().get(0).values()[0], 1e-6 * expected);
    }
  }

  @Test
  void averagesVectorsByTheirWeights() {
    JsonNode vectors = worked.get("fedavg_weighted_vectors");
    Aggregator aggregator = strategy("examples", 1).newAggregator(ROUND, parameters(new float[3]));
    for (int client = 0; client < vectors.get("n").size(); client++) {
      aggregator.accept(
          update(
              client,
              vectors.get("n").get(client).asLong(),
              parameters(floats(vectors.get("vectors").get(client)))));
    }
    assertArrayEquals(
        floats(vectors.get("weighted")), aggregator.aggregate().tensors().get(0).values(), 1e-6f);
  }

  @Test
  void equalWeightsIgnoreTheNumberOfExamples() {
    Strategy equal = strategy("equal", 1);
    Aggregator aggregator = equal.newAggregator(ROUND, parameters(0f));
    aggregator.accept(update(0, 1, parameters(1f)));
    aggregator.accept(update(1, 999, parameters(2f)));
    assertEquals(1.5f, aggregator.aggregate().tensors().get(0).values()[0]);
    assertTrue(equal.equalWeights());
    assertFalse(strategy("examples", 1).equalWeights());
  }

  @Test
  void theServerLearningRateScalesTheChange() {
    ModelParameters global = parameters(10f);
    strategy("equal", 0.5).serverOptimizer().step(global, parameters(4f));
    assertEquals(12f, global.tensors().get(0).values()[0]);
  }

  @Test
  void anEmptyCohortChangesNothing() {
    Aggregator aggregator = strategy("examples", 1).newAggregator(ROUND, parameters(3f));
    assertEquals(0f, aggregator.aggregate().tensors().get(0).values()[0]);
  }

  private static ModelParameters localSteps(ModelParameters global, double a, double b) {
    float w = global.tensors().get(0).values()[0];
    float start = w;
    for (int step = 0; step < 5; step++) {
      w -= (float) (0.1 * a * (w - b));
    }
    return parameters(w - start);
  }

  private static Strategy strategy(String weights, double serverLearningRate) {
    return new FedAvg()
        .create(new ParameterValues(Map.of("weights", weights, "serverLearningRate", serverLearningRate)),
            Rounds.SETTING);
  }

  private static ClientUpdate update(int client, long rows, ModelParameters delta) {
    return new ClientUpdate(
        new ClientInfo(client, "client " + client, rows), delta, 5, 0, 0, 0, 0, delta.norm(), false);
  }

  private static ModelParameters parameters(float... values) {
    return new ModelParameters(List.of(new Tensor("w", new int[] {values.length}, values)));
  }

  private static float[] floats(JsonNode array) {
    float[] values = new float[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) array.get(i).asDouble();
    }
    return values;
  }
}
