package org.archipelago.data.partition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.archipelago.core.RandomStream;
import org.archipelago.data.Fixtures;
import org.archipelago.data.Partition;
import org.junit.jupiter.api.Test;

/** Partitioners whose clients draw rows by mixes of classes. */
class MixesOfClientsTest {

  private static final int[] LABELS = IntStream.range(0, 6000).map(row -> row % 10).toArray();

  private static Partition deal(String id, Map<String, Object> parameters, long seed) {
    return PartitionerContract.deal(id, parameters, PartitionerContract.request(LABELS, 10, seed));
  }

  private static double concentration(int[] rows) {
    double[] counts = new double[10];
    Arrays.stream(rows).forEach(row -> counts[LABELS[row]]++);
    return Arrays.stream(counts).map(count -> count / rows.length).map(share -> share * share).sum();
  }

  /** Over all clients but those that take what others have left. */
  private static double concentration(String id, Map<String, Object> parameters) {
    double sum = 0;
    for (int seed = 0; seed < 40; seed++) {
      List<int[]> rows = deal(id, parameters, seed).rows();
      sum += rows.stream().limit(10).mapToDouble(MixesOfClientsTest::concentration).average().orElseThrow();
    }
    return sum / 40;
  }

  @Test
  void theFirstClientsOfHsuHaveTheConcentrationOfTheory() {
    // E Σ q² = (α/K + 1)/(α + 1); of n rows drawn by q, another (1 − E Σ q²)/n.
    for (double alpha : new double[] {0.1, 1, 10, 100}) {
      double expected = (alpha / 10 + 1) / (alpha + 1);
      assertEquals(
          expected + (1 - expected) / 60,
          concentration("dirichlet-clients", Map.of("clients", 100, "alpha", alpha)),
          0.04,
          "alpha " + alpha);
    }
  }

  @Test
  void sizesOfHsuAreEqualAtEveryConcentration() {
    for (double alpha : new double[] {1e-3, 1, 1e6}) {
      for (int[] rows : deal("dirichlet-clients", Map.of("clients", 50, "alpha", alpha), 3).rows()) {
        assertEquals(120, rows.length);
      }
    }
  }

  @Test
  void thePriorIsWhatTheDataHaveOrUniform() {
    int[] skewed = IntStream.range(0, 6000).map(row -> row % 10 == 0 ? 0 : 1).toArray();
    double rare = 0;
    double even = 0;
    for (int seed = 0; seed < 200; seed++) {
      rare += firstOfTheFirst(skewed, "data", seed);
      even += firstOfTheFirst(skewed, "uniform", seed);
    }
    assertEquals(0.1, rare / 200, 0.06);
    assertEquals(0.5, even / 200, 0.1);
  }

  private static double firstOfTheFirst(int[] labels, String prior, int seed) {
    int[] rows =
        PartitionerContract.deal(
                "dirichlet-clients",
                Map.of("clients", 100, "alpha", 1.0, "prior", prior),
                PartitionerContract.request(labels, 2, seed))
            .rows()
            .get(0);
    return Arrays.stream(rows).filter(row -> labels[row] == 0).count() / (double) rows.length;
  }

  @Test
  void sizesOfInnerDirichletAreAsGiven() {
    List<Double> sizes = List.of(1000.0, 2000.0, 500.0, 2500.0);
    Partition partition =
        deal("inner-dirichlet", Map.of("clients", 4, "alpha", 0.1, "sizes", sizes), 1);
    assertArrayEquals(
        new int[] {1000, 2000, 500, 2500}, partition.rows().stream().mapToInt(rows -> rows.length).toArray());
  }

  @Test
  void classesAreTheMoreAlikeTheGreaterTheConcentration() {
    double few = concentration("inner-dirichlet", Map.of("clients", 100, "alpha", 0.05));
    double some = concentration("inner-dirichlet", Map.of("clients", 100, "alpha", 1.0));
    double all = concentration("inner-dirichlet", Map.of("clients", 100, "alpha", 1000.0));
    assertTrue(few > 2 * some && some > 1.3 * all, few + " " + some + " " + all);
    assertEquals(0.1 + 0.9 / 60, all, 0.01);
  }

  @Test
  void sizesAndClassesAreSkewedApart() {
    Partition sizes = deal("dirichlet-joint", Map.of("clients", 10, "alpha", 1e6, "sizesAlpha", 0.2, "minimum", 20), 1);
    assertTrue(largest(sizes) > 1500, "largest of 6000 on ten: " + largest(sizes));
    sizes.rows().stream()
        .filter(rows -> rows.length > 500)
        .forEach(rows -> assertEquals(0.1, concentration(rows), 0.01));
    Partition classes = deal("dirichlet-joint", Map.of("clients", 10, "alpha", 0.05, "sizesAlpha", 1e6), 1);
    assertEquals(600, largest(classes), 5);
    assertTrue(classes.rows().stream().mapToDouble(MixesOfClientsTest::concentration).average().orElseThrow() > 0.4);
  }

  private static int largest(Partition partition) {
    return partition.rows().stream().mapToInt(rows -> rows.length).max().orElseThrow();
  }

  @Test
  void sizesForOtherClientsAreRefused() {
    assertEquals(
        "partition.sizes: 2 sizes were given for 3 clients; give one for each, or none.",
        Fixtures.problem(
                () -> deal("inner-dirichlet", Map.of("clients", 3, "alpha", 1.0, "sizes", List.of(1.0, 2.0)), 1))
            .toString());
  }

  @Test
  void aMixNeverEndsInNothing() {
    double far = -1e6;
    ClassMix mix = new ClassMix(new double[] {0, far, 2 * far, Double.NEGATIVE_INFINITY});
    RandomStream random = new RandomStream(1);
    assertEquals(0, mix.draw(new int[] {1, 1, 1, 1}, random));
    assertEquals(1, mix.draw(new int[] {0, 1, 1, 1}, random));
    assertEquals(2, mix.draw(new int[] {0, 0, 1, 1}, random));
    assertEquals(3, mix.draw(new int[] {0, 0, 0, 1}, random));
  }
}
