package org.archipelago.data.partition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.archipelago.data.Fixtures;
import org.junit.jupiter.api.Test;

class SizesPartitionerTest {

  private static int[] sizes(String id, Map<String, Object> parameters, int rows) {
    return PartitionerContract.deal(id, parameters, PartitionerContract.request(new int[rows], 1, 1)).rows().stream()
        .mapToInt(ofClient -> ofClient.length)
        .toArray();
  }

  @Test
  void sizesFollowTheirLaw() {
    assertArrayEquals(
        new int[] {100, 200, 300, 400}, sizes("sizes", Map.of("clients", 4, "law", "linear"), 1000));
    assertArrayEquals(
        new int[] {100, 400, 900, 1600}, sizes("sizes", Map.of("clients", 4, "law", "square"), 3000));
    assertArrayEquals(
        new int[] {600, 300, 200}, sizes("sizes", Map.of("clients", 3, "law", "power"), 1100));
    // 1000 rows in the proportions e : e² : e³
    assertArrayEquals(
        new int[] {90, 245, 665}, sizes("sizes", Map.of("clients", 3, "law", "exponential"), 1000));
  }

  @Test
  void logNormalSizesHaveTheirDeviation() {
    double[] logs =
        Arrays.stream(sizes("sizes", Map.of("clients", 2000, "law", "log-normal", "sigma", 0.5), 2_000_000))
            .mapToDouble(Math::log)
            .toArray();
    double mean = Arrays.stream(logs).average().orElseThrow();
    double variance = Arrays.stream(logs).map(log -> (log - mean) * (log - mean)).average().orElseThrow();
    assertEquals(0.5, Math.sqrt(variance), 0.04);
    assertArrayEquals(
        new int[] {25, 25, 25, 25},
        sizes("sizes", Map.of("clients", 4, "law", "log-normal", "sigma", 0.0), 100));
  }

  @Test
  void noLawIsTooSteepForManyClients() {
    int[] sizes = sizes("sizes", Map.of("clients", 1000, "law", "exponential", "minimum", 5), 70_000);
    assertEquals(70_000, Arrays.stream(sizes).sum());
    assertEquals(5, Arrays.stream(sizes).min().orElseThrow());
    assertTrue(sizes[999] > 30_000);
  }

  @Test
  void aListThatAddsUpIsTakenAsItIs() {
    assertArrayEquals(new int[] {3, 50, 47}, sizes("size-list", Map.of("sizes", List.of(3.0, 50.0, 47.0)), 100));
  }

  @Test
  void anotherListIsInProportion() {
    assertArrayEquals(new int[] {17, 33, 50}, sizes("size-list", Map.of("sizes", List.of(1.0, 2.0, 3.0)), 100));
    assertArrayEquals(new int[] {1, 99}, sizes("size-list", Map.of("sizes", List.of(1e-6, 1.0)), 100));
  }

  @Test
  void aListThatCannotBeMetIsRefused() {
    assertEquals(
        "partition.sizes: 3 sizes were given, but there are 2 rows to deal; give at most that many.",
        Fixtures.problem(() -> sizes("size-list", Map.of("sizes", List.of(1.0, 1.0, 1.0)), 2)).toString());
    assertEquals(
        "partition.sizes: At least one size is needed, one for each client.",
        Fixtures.problem(() -> sizes("size-list", Map.of("sizes", List.of()), 2)).toString());
  }
}
