package org.archipelago.data.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.archipelago.data.FederatedDataset;
import org.archipelago.data.Fixtures;
import org.archipelago.data.table.Column;
import org.archipelago.data.table.NumericColumn;
import org.archipelago.data.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyntheticDatasetTest {

  @TempDir private java.nio.file.Path folder;

  private static Table table(String source) {
    return SyntheticDataset.parse("data.source", source).table();
  }

  private static double[] numbers(Table table, String column) {
    NumericColumn numbers = (NumericColumn) table.column(column).orElseThrow();
    return IntStream.range(0, table.rows()).mapToDouble(numbers::value).toArray();
  }

  private static Map<String, Integer> counts(Table table, String column) {
    Column texts = table.column(column).orElseThrow();
    Map<String, Integer> counts = new HashMap<>();
    IntStream.range(0, table.rows()).forEach(row -> counts.merge(texts.text(row), 1, Integer::sum));
    return counts;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double variance(double[] values) {
    double mean = mean(values);
    return Arrays.stream(values).map(value -> (value - mean) * (value - mean)).average().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"linear", "blobs", "fedprox"})
  void theSameSeedGivesTheSameDataAndAnotherGivesOther(String kind) {
    assertEquals(table("synthetic:" + kind).sha256(), table("synthetic:" + kind).sha256());
    assertNotEquals(table("synthetic:" + kind).sha256(), table("synthetic:" + kind + "?seed=1").sha256());
  }

  @Test
  void withoutNoiseALinearTargetIsALinearFunction() {
    Table table = table("synthetic:linear?rows=5&dimension=1&noise=0");
    double[] x = numbers(table, "x1");
    double[] y = numbers(table, "y");
    double slope = (y[1] - y[0]) / (x[1] - x[0]);
    for (int row = 2; row < 5; row++) {
      assertEquals(y[0] + slope * (x[row] - x[0]), y[row], 1e-9);
    }
  }

  @Test
  void blobsAreAsManyAndAsWideAsAsked() {
    Table table = table("synthetic:blobs?rows=3000&classes=3&dimension=2&spread=0.5");
    assertEquals(Map.of("0", 1000, "1", 1000, "2", 1000), counts(table, "label"));
    Column label = table.column("label").orElseThrow();
    double[] x = numbers(table, "x1");
    double[] ofOne =
        IntStream.range(0, table.rows()).filter(row -> label.text(row).equals("1")).mapToDouble(row -> x[row]).toArray();
    assertEquals(0.25, variance(ofOne), 0.03);
  }

  /** As the paper and its code have them: 30 clients, 60 features, 10 classes, at least 50 rows each. */
  @Test
  void syntheticOfFedProxHasTheShapeOfThePaper() {
    Table table = table("synthetic:fedprox");
    assertEquals(62, table.columns().size());
    Map<String, Integer> sizes = counts(table, "client");
    assertEquals(30, sizes.size());
    assertTrue(sizes.values().stream().allMatch(size -> size >= 50), sizes::toString);
    assertTrue(counts(table, "label").size() <= 10);
  }

  /** Σ is diagonal with j^-1.2, and with α = β = 0 the centres are of variance 1. */
  @Test
  void featuresHaveTheVariancesOfThePaper() {
    Table table = table("synthetic:fedprox?iid=true&clients=4&rows=40000");
    assertEquals(40_000, table.rows());
    assertEquals(1, variance(numbers(table, "x1")), 0.03);
    assertEquals(Math.pow(2, -1.2), variance(numbers(table, "x2")), 0.02);
    assertEquals(Math.pow(60, -1.2), variance(numbers(table, "x60")), 0.0005);
    assertEquals(0, mean(numbers(table, "x1")), 0.02);
  }

  /** B of a client is of deviation β, so the mean of all features differs the more between clients. */
  @Test
  void betaSetsTheClientsFeaturesApart() {
    assertTrue(spreadOfMeans(10) > 5 * spreadOfMeans(0));
  }

  private static double spreadOfMeans(int beta) {
    Table table = table("synthetic:fedprox?clients=20&rows=2000&beta=" + beta);
    Column client = table.column("client").orElseThrow();
    Map<String, double[]> sums = new HashMap<>();
    for (int j = 1; j <= 60; j++) {
      double[] x = numbers(table, "x" + j);
      for (int row = 0; row < table.rows(); row++) {
        double[] sum = sums.computeIfAbsent(client.text(row), name -> new double[2]);
        sum[0] += x[row];
        sum[1]++;
      }
    }
    return variance(sums.values().stream().mapToDouble(sum -> sum[0] / sum[1]).toArray());
  }

  @Test
  void anExperimentDealsItByItsOwnClients() {
    FederatedDataset data =
        Fixtures.load(
            folder,
            Fixtures.experiment(
                1,
                Map.of("source", "synthetic:fedprox?clients=7&rows=900", "target", "label", "drop", java.util.List.of("client")),
                Fixtures.partition("natural", Map.of("column", "client"))));
    assertEquals(7, data.clients().size());
    assertEquals(60, data.features().size());
    assertTrue(data.summary().notes().get(0).startsWith("The data was generated and is of nobody: synthetic(α, β)"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '#', quoteCharacter = '`', value = {
    "synthetic:moons# There is no 'synthetic:moons'; there is synthetic:linear, synthetic:blobs, synthetic:fedprox.",
    "synthetic:blobs?clases=3# 'clases' is no parameter of synthetic:blobs; it has classes, rows, seed, spread, dimension.",
    "synthetic:blobs?classes=1# classes is '1', but must be a whole number of at least 2 and at most 1000.",
    "synthetic:blobs?rows=many# rows is 'many', but must be a whole number of at least 2 and at most 100000000.",
    "synthetic:fedprox?iid=yes# iid is 'yes', but must be true or false."
  })
  void aMistakeIsAnsweredWithWhatThereIs(String source, String message) {
    assertEquals(
        "data.source: " + message,
        Fixtures.problem(() -> SyntheticDataset.parse("data.source", source)).toString());
  }

  @Test
  void moreRowsThanMemoryAreRefusedWithTheEstimate() {
    String said =
        Fixtures.problem(() -> table("synthetic:linear?rows=100000000&dimension=10000")).toString();
    assertTrue(said.contains("GB of memory"), said);
  }

  @Test
  void namesHoldWhatWasGiven() {
    assertEquals(
        "synthetic:fedprox?alpha=0.5&clients=5",
        SyntheticDataset.name(SyntheticKind.FEDPROX, Map.of("clients", "5", "alpha", " 0.5", "beta", "")));
    Set<String> ids = new LinkedHashSet<>();
    for (SyntheticKind kind : SyntheticKind.values()) {
      assertEquals(kind, SyntheticDataset.parse("", SyntheticDataset.name(kind, Map.of())).kind());
      ids.add(kind.id());
    }
    assertEquals(Set.of("linear", "blobs", "fedprox"), ids);
  }
}
