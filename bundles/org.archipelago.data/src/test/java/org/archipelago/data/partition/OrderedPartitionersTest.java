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
import org.archipelago.data.PartitionRequest;
import org.junit.jupiter.api.Test;

/** Partitioners by numbers, dates and times. */
class OrderedPartitionersTest {

  private static PartitionRequest request(List<String> values) {
    return new PartitionRequest(
        new int[values.size()], 1, name -> values, name -> List.of(), new RandomStream(1));
  }

  private static Partition deal(String id, Map<String, Object> parameters, List<String> values) {
    return PartitionerContract.deal(id, parameters, request(values));
  }

  @Test
  void strictClientsHaveTheRowsInOrder() {
    Partition partition =
        deal(
            "continuous",
            Map.of("clients", 2, "column", "age", "strictness", 1.0),
            List.of("50", "-3", "7.5", "1e2"));
    assertArrayEquals(new int[] {1, 2}, partition.rows().get(0));
    assertArrayEquals(new int[] {0, 3}, partition.rows().get(1));
  }

  @Test
  void strictnessIsTheCorrelationOfColumnAndClient() {
    List<String> values = IntStream.range(0, 5000).mapToObj(Integer::toString).toList();
    double before = -1;
    for (double strictness : new double[] {0, 0.3, 0.5, 0.7, 1}) {
      List<int[]> rows =
          deal("continuous", Map.of("clients", 5, "column", "age", "strictness", strictness), values).rows();
      double spread = mean(rows.get(4)) - mean(rows.get(0));
      assertTrue(spread > before + 300 || strictness == 0 && Math.abs(spread) < 250, strictness + ": " + spread);
      before = spread;
    }
    assertEquals(4000, before, 1e-9);
  }

  private static double mean(int[] rows) {
    return Arrays.stream(rows).average().orElseThrow();
  }

  @Test
  void rowsWithoutAValueAreNoted() {
    Partition partition =
        deal(
            "continuous",
            Map.of("clients", 3, "column", "age", "strictness", 1.0),
            List.of("10", "", "30"));
    assertArrayEquals(new int[] {1}, partition.rows().get(1));
    assertEquals(List.of("Rows without a value of age were dealt as if they had its mean: 1."), partition.notes());
  }

  @Test
  void theFirstClientHasTheOldestRows() {
    Partition partition =
        deal(
            "time",
            Map.of("clients", 3, "column", "day"),
            List.of("2026-03-31", "2025/12/01", "2026-03-31T12:30", "1999-01", "2026-03-31 02:00:00", "2026-04-01T01:00+02:00"));
    assertArrayEquals(new int[] {1, 3}, partition.rows().get(0));
    assertArrayEquals(new int[] {0, 4}, partition.rows().get(1));
    assertArrayEquals(new int[] {2, 5}, partition.rows().get(2));
  }

  @Test
  void periodsOfEqualLengthWithoutRowsAreNoClients() {
    Partition partition =
        deal(
            "time",
            Map.of("clients", 4, "column", "year", "periods", "equal-length"),
            List.of("2000", "2001", "2019", "2020", "2020"));
    assertEquals(List.of("client 1", "client 4"), partition.clients());
    assertArrayEquals(new int[] {2, 3, 4}, partition.rows().get(1));
    assertEquals(List.of("Periods without rows, which are no clients: 2 of 4."), partition.notes());
  }

  @Test
  void columnsThatOrderNothingAreRefused() {
    assertEquals(
        "partition.column: Column 'site' has the value 'Oslo', which is neither a number nor a date such as 2026-03-31"
            + " or 2026-03-31T12:30. Choose a column of numbers, dates or times.",
        refusal("continuous", "site", List.of("1", "Oslo")));
    assertEquals(
        "partition.column: Column 'day' has the value '2026-02-30', which is neither a number nor a date such as"
            + " 2026-03-31 or 2026-03-31T12:30. Choose a column of numbers, dates or times.",
        refusal("time", "day", List.of("2026-02-28", "2026-02-30")));
    assertEquals(
        "partition.column: Column 'age' has the same value in all rows, or none, so that rows can't be put in order by"
            + " it.",
        refusal("continuous", "age", List.of("7", "7.0", "")));
    assertEquals(
        "partition.column: Rows without a value of 'age' belong to no time: 1. Leave them out (data.missing: drop-rows,"
            + " where the column is a feature), or choose another column.",
        refusal("time", "age", List.of("7", "8", "")));
  }

  private static String refusal(String id, String column, List<String> values) {
    return Fixtures.problem(() -> deal(id, Map.of("clients", 2, "column", column), values)).toString();
  }
}
