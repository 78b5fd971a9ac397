package org.archipelago.strategies.robust;

import static org.archipelago.strategies.Rounds.floats;
import static org.archipelago.strategies.Rounds.parameters;
import static org.archipelago.strategies.Rounds.values;
import static org.archipelago.strategies.Rounds.vectors;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.archipelago.federation.Strategy;
import org.archipelago.federation.StrategyFactory;
import org.archipelago.strategies.NormBounding;
import org.archipelago.strategies.Rounds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule, through its strategy, held against values that were computed independently. */
class RobustReferenceTest {

  private static final double TOLERANCE = 1e-6;

  static Stream<String> cases() {
    Iterable<String> names = () -> Rounds.reference("robust_aggregation.json").fieldNames();
    return StreamSupport.stream(names.spliterator(), false);
  }

  private static JsonNode read(String name) {
    return Rounds.reference("robust_aggregation.json").get(name);
  }

  private static int byzantine(JsonNode expected) {
    return expected.get("f").asInt();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void median(String name) {
    JsonNode expected = read(name);
    holds(expected.get("coordinate_median"), new CoordinateMedian(), expected, Map.of());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void trimmedMean(String name) {
    JsonNode expected = read(name);
    Iterator<String> fields = expected.fieldNames();
    while (fields.hasNext()) {
      String field = fields.next();
      if (field.startsWith("trimmed_mean_b=")) {
        int trimmed = Integer.parseInt(field.substring(field.indexOf('=') + 1));
        holds(expected.get(field), new TrimmedMean(), expected, Map.of("byzantine", trimmed));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void krum(String name) {
    JsonNode expected = read(name);
    Cohort cohort = new Cohort(vectors(expected.get("vectors")));
    assertEquals(
        expected.get("krum_index").asInt(), new KrumScores(cohort, byzantine(expected)).ranked()[0]);
    holds(expected.get("krum_vector"), new Krum(), expected, Map.of());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void multiKrum(String name) {
    JsonNode expected = read(name);
    Iterator<String> fields = expected.fieldNames();
    while (fields.hasNext()) {
      String field = fields.next();
      if (field.startsWith("multikrum_m=")) {
        int selected = Integer.parseInt(field.substring(field.indexOf('=') + 1));
        holds(expected.get(field).get("vector"), new MultiKrum(), expected, Map.of("selected", selected));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void bulyan(String name) {
    JsonNode expected = read(name);
    if (!expected.has("bulyan")) {
      return;
    }
    Cohort cohort = new Cohort(vectors(expected.get("vectors")));
    int[] order =
        IntStream.of(new Bulyan.Chosen(byzantine(expected)).selection(cohort)).toArray();
    assertArrayEquals(
        IntStream.range(0, order.length)
            .map(i -> expected.get("bulyan").get("selection_order").get(i).asInt())
            .toArray(),
        order);
    holds(expected.get("bulyan").get("vector"), new Bulyan(), expected, Map.of());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void geometricMedian(String name) {
    JsonNode expected = read(name);
    holds(
        expected.get("rfa_smoothed_weiszfeld_nu1e-6_T3_from_mean"),
        new GeometricMedian(),
        expected,
        Map.of("iterations", 3, "smoothing", 1e-6));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void geometricMedianInTheLimit(String name) {
    JsonNode expected = read(name);
    float[] point =
        combined(new GeometricMedian(), expected, Map.of("iterations", 1000, "smoothing", 1e-9));
    double sum = 0;
    for (float[] vector : vectors(expected.get("vectors"))) {
      sum += Math.sqrt(Cohort.squaredDistance(vector, point));
    }
    double least = expected.get("geometric_median_objective").asDouble();
    assertEquals(least, sum, TOLERANCE * least);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void normBounding(String name) {
    JsonNode expected = read(name);
    Strategy strategy = Rounds.strategy(new NormBounding(), Map.of("bound", 1.0, "weights", "equal"));
    List<float[]> vectors = vectors(expected.get("vectors"));
    near(
        expected.get("norm_clip_mean_c=1"),
        values(Rounds.aggregate(strategy, 1, parameters(new float[vectors.get(0).length]), vectors)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void centredClipping(String name) {
    JsonNode expected = read(name);
    holds(
        expected.get("centered_clip_v0=0_tau=1_L=1"),
        new CentredClipping(),
        expected,
        Map.of("radius", 1.0, "iterations", 1));
    holds(
        expected.get("centered_clip_v0=0_tau=1_L=5"),
        new CentredClipping(),
        expected,
        Map.of("radius", 1.0, "iterations", 5));
  }

  private static void holds(
      JsonNode result, StrategyFactory factory, JsonNode expected, Map<String, Object> given) {
    assertTrue(result.size() > 0);
    near(result, combined(factory, expected, given));
  }

  private static float[] combined(StrategyFactory factory, JsonNode expected, Map<String, Object> given) {
    Map<String, Object> all = new java.util.HashMap<>(Map.of("byzantine", byzantine(expected)));
    all.putAll(given);
    List<float[]> vectors = vectors(expected.get("vectors"));
    return values(
        Rounds.aggregate(
            Rounds.strategy(factory, all), 1, parameters(new float[vectors.get(0).length]), vectors));
  }

  private static void near(JsonNode expected, float[] found) {
    float[] wanted = floats(expected);
    assertEquals(wanted.length, found.length);
    for (int i = 0; i < wanted.length; i++) {
      assertEquals(wanted[i], found[i], TOLERANCE * Math.max(1, Math.abs(wanted[i])));
    }
  }
}
