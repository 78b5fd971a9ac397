package org.archipelago.data.partition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.archipelago.core.RandomStream;
import org.archipelago.data.Fixtures;
import org.archipelago.data.Partition;
import org.archipelago.data.PartitionRequest;
import org.junit.jupiter.api.Test;

class NaturalColumnsPartitionerTest {

  private static final Map<String, List<String>> TABLE =
      Map.of("state", List.of("KS", "OH", "", "KS", "KS"), "year", List.of("10", "9", "9", "9", "10"));
  private static final Map<String, List<String>> HELD_OUT =
      Map.of("state", List.of("KS", "TX"), "year", List.of("10", "9"));

  private static Partition deal(Map<String, Object> parameters) {
    return PartitionerContract.deal(
        "natural-columns",
        parameters,
        new PartitionRequest(new int[5], 1, TABLE::get, HELD_OUT::get, new RandomStream(1)));
  }

  @Test
  void everyCombinationIsAClientAndNumbersAreInOrder() {
    Partition partition = deal(Map.of("columns", List.of("state", "year")));
    assertEquals(List.of("KS, 9", "KS, 10", "OH, 9", "missing, 9"), partition.clients());
    assertArrayEquals(new int[] {0, 4}, partition.rows().get(1));
    assertEquals(
        List.of("state, year 'TX, 9' is no client: its only row is in the common hold-out."), partition.notes());
  }

  @Test
  void valuesAreGroupedInTheirOrder() {
    Map<String, Object> three = Map.of("columns", List.of("state", "year"), "valuesPerClient", 3);
    assertEquals(List.of("KS, 9 … OH, 9", "missing, 9"), deal(three).clients());
    assertEquals(
        List.of("KS, 9 … missing, 9"),
        deal(Map.of("columns", List.of("state", "year"), "valuesPerClient", 3, "rest", "more")).clients());
    assertEquals(
        "partition.valuesPerClient: 4 values can't be dealt by 3: 1 are left over. Take another number, or let the last"
            + " client have fewer or more of them (rest).",
        Fixtures.problem(
                () -> deal(Map.of("columns", List.of("state", "year"), "valuesPerClient", 3, "rest", "refuse")))
            .toString());
  }

  @Test
  void aColumnIsNeeded() {
    assertEquals(
        "partition.columns: At least one column is needed.",
        Fixtures.problem(() -> deal(Map.of("columns", List.of()))).toString());
  }
}
