package org.archipelago.data.partition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.archipelago.data.Fixtures;
import org.archipelago.data.Partition;
import org.archipelago.data.PartitionRequest;
import org.junit.jupiter.api.Test;

/** Partitioners that draw sizes: minimum, extremes, and what they keep even. */
class RandomSizesTest {

  private static final List<String> IDS = List.of("dirichlet", "dirichlet-sizes");

  private static Partition deal(String id, int clients, double alpha, int minimum, long seed) {
    return PartitionerContract.deal(
        id,
        Map.of("clients", clients, "alpha", alpha, "minimum", minimum),
        PartitionerContract.request(seed));
  }

  private static int[] sizes(Partition partition) {
    return partition.rows().stream().mapToInt(rows -> rows.length).toArray();
  }

  @Test
  void theMinimumIsMetAtEveryConcentration() {
    for (String id : IDS) {
      for (double alpha : new double[] {1e-3, 0.01, 0.1, 1, 100, 1e6}) {
        for (int minimum : new int[] {1, 7, 20}) {
          int[] sizes = sizes(deal(id, 30, alpha, minimum, 4));
          assertTrue(Arrays.stream(sizes).min().orElseThrow() >= minimum, id + " " + alpha);
          assertEquals(600, Arrays.stream(sizes).sum());
        }
      }
    }
  }

  @Test
  void allRowsAsMinimumMakesEqualSizes() {
    assertTrue(Arrays.stream(sizes(deal("dirichlet", 30, 0.1, 20, 1))).allMatch(size -> size == 20));
  }

  @Test
  void aGreatConcentrationMakesEqualShares() {
    for (String id : IDS) {
      assertTrue(Arrays.stream(sizes(deal(id, 6, 1e6, 1, 2))).allMatch(size -> Math.abs(size - 100) <= 10));
    }
  }

  @Test
  void aSmallConcentrationGivesAClassToOneClient() {
    Partition partition = deal("dirichlet", 5, 1e-3, 1, 2);
    long classesOnClients =
        partition.rows().stream()
            .mapToLong(rows -> Arrays.stream(rows).map(row -> row % 10).distinct().count())
            .sum();
    assertTrue(classesOnClients <= 10 + 4, "classes on clients: " + classesOnClients);
  }

  @Test
  void sizesAloneAreSkewedByDirichletSizes() {
    Partition partition = deal("dirichlet-sizes", 5, 0.5, 30, 3);
    for (int[] rows : partition.rows()) {
      double share = Arrays.stream(rows).filter(row -> row % 10 < 5).count() / (double) rows.length;
      assertEquals(.5, share, 4 * .5 / Math.sqrt(rows.length));
    }
    int[] sizes = sizes(partition);
    assertTrue(Arrays.stream(sizes).max().orElseThrow() > 2 * Arrays.stream(sizes).min().orElseThrow());
  }

  @Test
  void iidClientsDifferByAtMostOneRow() {
    int[] sizes =
        sizes(PartitionerContract.deal("iid", Map.of("clients", 7), PartitionerContract.request(1)));
    assertEquals("[86, 86, 86, 86, 86, 85, 85]", Arrays.toString(sizes));
  }

  @Test
  void anotherSeedGivesAnotherPartition() {
    for (String id : IDS) {
      assertFalse(Arrays.equals(sizes(deal(id, 10, 1, 1, 1)), sizes(deal(id, 10, 1, 1, 2))));
    }
  }

  @Test
  void tooManyClientsAreRefusedByEveryPartitionerThatCounts() {
    PartitionRequest request = PartitionerContract.request(1);
    assertTrue(
        Fixtures.problem(() -> deal("dirichlet", 61, 1, 10, 1)).message().contains("Use at most 60 clients"));
    assertTrue(
        Fixtures.problem(() -> deal("dirichlet-sizes", 601, 1, 1, 1)).message().contains("at most 600"));
    assertTrue(
        Fixtures.problem(() -> PartitionerContract.deal("iid", Map.of("clients", 601), request))
            .message()
            .contains("at most 600"));
    assertTrue(
        Fixtures.problem(() -> PartitionerContract.deal("pathological", Map.of("clients", 601), request))
            .message()
            .contains("at most 600"));
  }
}
