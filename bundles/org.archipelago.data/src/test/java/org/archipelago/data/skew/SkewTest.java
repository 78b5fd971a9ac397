package org.archipelago.data.skew;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.archipelago.core.Language;
import org.junit.jupiter.api.Test;

class SkewTest {

  private static final double EXACT = 1e-12;
  private static final Map<SkewMeasure, String> NAMES =
      Map.of(
          SkewMeasure.JENSEN_SHANNON, "JSD_base2",
          SkewMeasure.HELLINGER, "Hellinger",
          SkewMeasure.L1, "L1(EMD Zhao et al.)",
          SkewMeasure.EARTH_MOVER, "EMD_1D_ordinal(sum|CDF diff|)",
          SkewMeasure.HERFINDAHL, "HHI",
          SkewMeasure.ENTROPY, "entropy_normalised_by_lnK");

  private static JsonNode example() throws IOException {
    try (InputStream in =
        SkewTest.class.getResourceAsStream("/org/archipelago/data/partition/partition_examples.json")) {
      return new ObjectMapper().readTree(in).get("metric_example");
    }
  }

  private static int[][] counts(JsonNode example) {
    int[][] counts = new int[example.get("counts").size()][example.get("global").size()];
    for (int client = 0; client < counts.length; client++) {
      for (int label = 0; label < counts[client].length; label++) {
        counts[client][label] = example.get("counts").get(client).get(label).asInt();
      }
    }
    return counts;
  }

  @Test
  void everyMeasureOfEveryClientIsTheReferences() throws IOException {
    JsonNode example = example();
    Skew skew = Skew.of(counts(example));
    NAMES.forEach(
        (measure, name) -> {
          for (int client = 0; client < skew.clients(); client++) {
            double expected = example.get("per_client").get(client).get(name).asDouble();
            assertEquals(expected, skew.of(measure, client), EXACT, name + " of client " + client);
          }
        });
  }

  @Test
  void meansOverRowsAreTheReferences() throws IOException {
    JsonNode example = example();
    Skew skew = Skew.of(counts(example));
    assertEquals(
        example.get("weighted_mean_JSD_base2").asDouble(),
        skew.weightedMean(SkewMeasure.JENSEN_SHANNON),
        EXACT);
    assertEquals(example.get("weighted_mean_L1").asDouble(), skew.weightedMean(SkewMeasure.L1), EXACT);
  }

  @Test
  void meansOverClientsWeighThemAlike() {
    Skew skew = Skew.of(new int[][] {{90, 0}, {0, 10}});
    assertEquals(
        (skew.of(SkewMeasure.L1, 0) + skew.of(SkewMeasure.L1, 1)) / 2, skew.mean(SkewMeasure.L1), EXACT);
    assertEquals(0.9 * 0.2 + 0.1 * 1.8, skew.weightedMean(SkewMeasure.L1), EXACT);
  }

  @Test
  void clientsWithoutRowsHaveNoPart() {
    Skew with = Skew.of(new int[][] {{3, 1}, {0, 0}, {1, 5}});
    Skew without = Skew.of(new int[][] {{3, 1}, {1, 5}});
    for (SkewMeasure measure : SkewMeasure.values()) {
      assertTrue(Double.isNaN(with.of(measure, 1)));
      assertEquals(without.mean(measure), with.mean(measure));
      assertEquals(without.weightedMean(measure), with.weightedMean(measure));
    }
  }

  @Test
  void sizesAsUnevenAsCanBe() {
    assertEquals(0, Skew.of(new int[][] {{2, 2}, {1, 3}, {4, 0}}).sizeGini(), EXACT);
    assertEquals(0.75, Skew.of(new int[][] {{0}, {9}, {0}, {0}}).sizeGini(), EXACT);
    // Mean absolute difference of 1, 2 and 6 over twice their mean.
    assertEquals(2 * (1 + 5 + 4) / 9.0 / (2 * 3), Skew.of(new int[][] {{2}, {1}, {6}}).sizeGini(), EXACT);
  }

  @Test
  void withoutRowsThereIsNothingToReport() {
    Skew none = Skew.of(new int[][] {{0, 0}, {0, 0}});
    assertTrue(none.isEmpty());
    assertEquals(0, SkewReport.of(none, Optional.empty()).figures().size());
    assertTrue(Skew.of(new int[0][0]).isEmpty());
  }

  @Test
  void oneClassIsNoSkew() {
    SkewReport report = SkewReport.of(Skew.of(new int[][] {{3}, {5}}), Optional.empty());
    assertEquals(0, report.figure("jsd.mean").value());
    assertEquals(1, report.figure("entropy.mean").value());
    assertFalse(report.figures().stream().anyMatch(figure -> Double.isNaN(figure.value())));
  }

  @Test
  void everyFigureHasANameAndAnExplanationInBothLanguages() {
    SkewReport report = SkewReport.of(Skew.of(new int[][] {{3, 1}, {5, 5}}), Optional.empty());
    for (SkewFigure figure : report.figures()) {
      assertFalse(figure.name(Language.ENGLISH).isBlank());
      assertTrue(figure.name(Language.CHINESE).chars().anyMatch(Character::isIdeographic));
      assertFalse(figure.explanation(Language.ENGLISH).isBlank());
      assertTrue(figure.explanation(Language.CHINESE).chars().anyMatch(Character::isIdeographic));
    }
  }
}
