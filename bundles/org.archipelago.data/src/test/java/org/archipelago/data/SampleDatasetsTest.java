package org.archipelago.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.archipelago.core.DatasetSummary;
import org.archipelago.core.Task;
import org.archipelago.core.catalog.ComponentSpec;
import org.junit.jupiter.api.Test;

/** The real data that ship, loaded as the sample experiments load them. */
class SampleDatasetsTest {

  private static FederatedDataset load(
      String sample, long seed, Map<String, Object> options, ComponentSpec partition) {
    SampleDataset found = SampleDatasets.find(sample).orElseThrow();
    Map<String, Object> data = new HashMap<>();
    data.put("source", SampleDatasets.PREFIX + sample);
    data.put("target", found.target());
    data.putAll(options);
    return Fixtures.load(Path.of("nowhere"), Fixtures.experiment(seed, data, partition));
  }

  private static ComponentSpec iid(int clients) {
    return Fixtures.partition("iid", Map.of("clients", clients));
  }

  private static ComponentSpec natural(String column) {
    return Fixtures.partition("natural", Map.of("column", column));
  }

  @Test
  void everySampleLoadsWithItsUsualTarget() {
    Map<String, Long> rows =
        Map.of(
            "digits", 1797L, "wdbc", 569L, "ames", 2930L, "churn", 5000L, "credit", 4454L, "penguins", 344L,
            "conditions", 3000L,
            "notes", 1520L);
    assertEquals(rows.size(), SampleDatasets.all().size());
    for (SampleDataset sample : SampleDatasets.all()) {
      FederatedDataset data = load(sample.id(), 1, Map.of(), iid(3));
      DatasetSummary summary = data.summary();
      assertEquals((long) rows.get(sample.id()), summary.trainingRows() + summary.testRows(), sample.id());
      assertEquals(data.features().size(), data.test().columns());
      for (float value : data.test().features()) {
        assertTrue(Float.isFinite(value));
      }
      assertFalse(sample.attribution().isBlank());
    }
  }

  @Test
  void digitsAreScaledByTheirPublicRangeSoNothingIsStamped() {
    FederatedDataset data = load("digits", 42, Map.of(), iid(10));
    assertEquals(Task.Kind.CLASSIFICATION, data.task().kind());
    assertEquals(List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"), data.task().classes());
    assertEquals(64, data.features().size());
    assertEquals(List.of(), data.summary().notes());
    assertEquals(359, data.test().rows());
    assertEquals("067c897c3866e1f112d70ccf18ba908a8bc1fbb9ec051530b8ad86070265d299", data.dataHash());
    for (float pixel : data.test().features()) {
      assertTrue(pixel >= 0 && pixel <= 1 && pixel * 16 == Math.rint(pixel * 16));
    }
  }

  @Test
  void theHoldOutOfDigitsIsStratified() {
    FederatedDataset data = load("digits", 7, Map.of("test", 0.2), iid(10));
    int[] heldOut = new int[10];
    for (float target : data.test().targets()) {
      heldOut[(int) target]++;
    }
    for (int digit = 0; digit < 10; digit++) {
      int label = digit;
      long training = data.summary().clients().stream().mapToLong(c -> c.perClass().get(label)).sum();
      assertEquals(.2 * (training + heldOut[digit]), heldOut[digit], 1);
    }
  }

  @Test
  void theSameHoldOutIsDrawnWhateverThePartition() {
    FederatedDataset few = load("digits", 3, Map.of(), iid(2));
    FederatedDataset many =
        load("digits", 3, Map.of(), Fixtures.partition("dirichlet", Map.of("clients", 300, "alpha", 1.0)));
    assertArrayEquals(few.test().features(), many.test().features());
    assertEquals(300, many.clients().size());
    assertEquals(1438, many.summary().trainingRows());
    FederatedDataset other = load("digits", 4, Map.of(), iid(2));
    assertFalse(Arrays.equals(few.test().features(), other.test().features()));
  }

  @Test
  void neighbourhoodsOfAmesAreItsClients() {
    FederatedDataset data =
        load(
            "ames",
            1,
            Map.of("test", 0.0, "targetTransform", "log", "drop", List.of("Neighborhood")),
            natural("Neighborhood"));
    assertEquals(28, data.clients().size());
    assertEquals(Task.regression("Sale_Price", "log(USD)"), data.task());
    ClientDataset landmark =
        data.clients().stream().filter(c -> c.name().equals("Landmark")).findFirst().orElseThrow();
    assertEquals(1, landmark.train().rows());
    assertFalse(landmark.judgeable());
    assertTrue(data.features().stream().noneMatch(name -> name.startsWith("Neighborhood")));
    assertEquals(1, data.clients().stream().filter(c -> !c.judgeable()).filter(c -> c == landmark).count());
  }

  @Test
  void aNeighbourhoodThatIsWhollyHeldOutIsNoClientAndNoted() {
    boolean[] seen = new boolean[2];
    for (long seed = 1; seed <= 20; seed++) {
      FederatedDataset data = load("ames", seed, Map.of(), natural("Neighborhood"));
      long notes =
          data.summary().notes().stream().filter(note -> note.contains("is no client: its")).count();
      assertEquals(28, data.clients().size() + notes);
      seen[notes == 0 ? 0 : 1] = true;
    }
    assertArrayEquals(new boolean[] {true, true}, seen, "both cases must come up");
  }

  @Test
  void churnIsDealtToTwoCompaniesByState() {
    List<String> states =
        load("churn", 1, Map.of(), natural("state")).clients().stream().map(ClientDataset::name).toList();
    assertEquals(51, states.size());
    FederatedDataset data =
        load(
            "churn",
            1,
            Map.of("drop", List.of("state")),
            Fixtures.partition(
                "natural-groups",
                Map.of(
                    "column",
                    "state",
                    "groups",
                    List.of(states.subList(0, 26), states.subList(26, 51)),
                    "names",
                    List.of("West", "East"))));
    assertEquals(2, data.clients().size());
    assertEquals(4000, data.summary().trainingRows());
    assertEquals(OptionalDouble.of(859 / 1000.0), data.summary().majorityAccuracy());
  }

  @Test
  void standardisingWdbcOverHospitalsIsWhatPoolingTheTrainingRowsWouldGive() {
    FederatedDataset plain = load("wdbc", 5, Map.of("scaling", "none"), hospitals());
    FederatedDataset scaled = load("wdbc", 5, Map.of("scaling", "standardise"), hospitals());
    assertEquals(5, scaled.clients().size());
    for (int column = 0; column < 30; column++) {
      int c = column;
      double[] pooled =
          plain.clients().stream()
              .flatMapToDouble(
                  client ->
                      IntStream.range(0, client.train().rows())
                          .mapToDouble(row -> client.train().features()[row * 30 + c]))
              .toArray();
      double mean = Arrays.stream(pooled).average().orElseThrow();
      double deviation =
          Math.sqrt(Arrays.stream(pooled).map(v -> (v - mean) * (v - mean)).average().orElseThrow());
      for (int row = 0; row < plain.test().rows(); row++) {
        double expected = (plain.test().features()[row * 30 + c] - mean) / deviation;
        double tolerance = 1e-6 * Math.max(1, Math.abs(expected)) + 1e-6;
        assertEquals(expected, scaled.test().features()[row * 30 + c], tolerance);
      }
    }
  }

  private static ComponentSpec hospitals() {
    return Fixtures.partition("dirichlet-sizes", Map.of("clients", 5, "alpha", 1.0, "minimum", 10));
  }

  @Test
  void missingValuesOfPenguinsAreFilledOrTheirRowsLeftOut() {
    FederatedDataset imputed = load("penguins", 1, Map.of(), natural("island"));
    assertTrue(imputed.features().contains("sex=missing"));
    assertTrue(
        imputed.summary().notes().stream().anyMatch(n -> n.startsWith("Means for missing values")));
    FederatedDataset dropped = load("penguins", 1, Map.of("missing", "drop-rows"), natural("island"));
    assertEquals(333, dropped.summary().trainingRows() + dropped.summary().testRows());
    assertFalse(
        dropped.summary().notes().stream().anyMatch(n -> n.startsWith("Means for missing values")));
  }
}
