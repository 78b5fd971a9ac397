package org.archipelago.data.partition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.archipelago.data.Fixtures;
import org.junit.jupiter.api.Test;

class MatrixPartitionerTest {

  /** 60 rows of each of three classes. */
  private static final int[] LABELS = IntStream.range(0, 180).map(row -> row % 3).toArray();

  private static int[][] counts(int clients, Double... shares) {
    return PartitionerContract.deal(
            "distribution-matrix",
            Map.of("clients", clients, "shares", List.of(shares)),
            PartitionerContract.request(LABELS, 3, 1))
        .rows()
        .stream()
        .map(
            rows -> {
              int[] counts = new int[3];
              Arrays.stream(rows).forEach(row -> counts[LABELS[row]]++);
              return counts;
            })
        .toArray(int[][]::new);
  }

  @Test
  void everyClassIsDealtInItsProportions() {
    assertArrayEquals(
        new int[][] {{60, 20, 10}, {0, 40, 50}}, counts(2, 1.0, 1.0, 1.0, 0.0, 2.0, 5.0));
  }

  @Test
  void numbersThatAddUpAreTheRows() {
    assertArrayEquals(
        new int[][] {{1, 59, 30}, {59, 1, 30}}, counts(2, 1.0, 59.0, 30.0, 59.0, 1.0, 30.0));
  }

  @Test
  void withoutNumbersAllHaveEqualShares() {
    assertArrayEquals(new int[][] {{30, 30, 30}, {30, 30, 30}}, counts(2));
  }

  private static String refusal(int clients, Double... shares) {
    return Fixtures.problem(() -> counts(clients, shares)).toString();
  }

  @Test
  void whatIsNoMatrixIsRefused() {
    assertEquals(
        "partition.shares: 3 numbers are no matrix of 2 clients; give one for each client and class.",
        refusal(2, 1.0, 2.0, 3.0));
    assertEquals(
        "partition.shares: Found 4 numbers, but 2 clients and 3 classes need 6.", refusal(2, 1.0, 2.0, 3.0, 4.0));
    assertEquals(
        "partition.shares: Every client's share of class number 2 is 0, and its rows would be lost; give some client a"
            + " share.",
        refusal(2, 1.0, 0.0, 3.0, 4.0, 0.0, 1.0));
    assertEquals(
        "partition.shares: 'client 2' has no rows: its shares come to less than one row. Raise one of them, or leave the"
            + " client out.",
        refusal(2, 1.0, 1.0, 1.0, 0.0, 0.0, 1e-9));
  }
}
