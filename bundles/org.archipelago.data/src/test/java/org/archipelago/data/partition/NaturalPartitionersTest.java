package org.archipelago.data.partition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.RandomStream;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ComponentSpec;
import org.archipelago.data.Fixtures;
import org.archipelago.data.Partition;
import org.archipelago.data.PartitionRequest;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class NaturalPartitionersTest {

  private static final List<String> STATES = List.of("KS", "OH", "", "KS", "NJ", "OH");

  private static PartitionRequest request(List<String> heldOut) {
    return new PartitionRequest(
        new int[STATES.size()], 1, name -> STATES, name -> heldOut, new RandomStream(1));
  }

  private static Partition natural(List<String> heldOut) {
    return PartitionerContract.deal("natural", Map.of("column", "state"), request(heldOut));
  }

  private static Partition groups(List<List<String>> groups, List<String> names) {
    return PartitionerContract.deal(
        "natural-groups",
        Map.of("column", "state", "groups", groups, "names", names),
        request(List.of()));
  }

  @Test
  void everyValueIsAClientAndMissingIsOne() {
    Partition partition = natural(List.of("KS"));
    assertEquals(List.of("KS", "NJ", "OH", "missing"), partition.clients());
    assertArrayEquals(new int[] {0, 3}, partition.rows().get(0));
    assertArrayEquals(new int[] {2}, partition.rows().get(3));
    assertEquals(List.of(), partition.notes());
  }

  @Test
  void aValueThatIsWhollyHeldOutIsNoClientAndNoted() {
    Partition partition = natural(List.of("TX", "KS", "AL", "TX"));
    assertEquals(List.of("KS", "NJ", "OH", "missing"), partition.clients());
    assertEquals(
        List.of(
            "state 'AL' is no client: its only row is in the common hold-out.",
            "state 'TX' is no client: its 2 rows are all in the common hold-out."),
        partition.notes());
  }

  @Test
  void everyGroupIsAClient() {
    Partition partition = groups(List.of(List.of("KS", "missing"), List.of("NJ", "OH")), List.of("A", "B"));
    assertEquals(List.of("A", "B"), partition.clients());
    assertArrayEquals(new int[] {0, 2, 3}, partition.rows().get(0));
    assertEquals(
        List.of("group 1", "group 2"),
        groups(List.of(List.of("KS", "missing"), List.of("NJ", "OH")), List.of()).clients());
  }

  @Test
  void aValueOfNoGroupIsNamed() {
    Problem problem = Fixtures.problem(() -> groups(List.of(List.of("KS"), List.of("NJ")), List.of()));
    assertEquals(
        "partition.groups: No group has these values of state: 'OH' (rows: 2), 'missing' (rows: 1). Add each"
            + " to a group.",
        problem.toString());
  }

  @Test
  void aGroupWithoutRowsIsRefusedByName() {
    Problem problem =
        Fixtures.problem(
            () ->
                groups(
                    List.of(List.of("KS", "missing", "NJ", "OH"), List.of("TX")),
                    List.of("North", "South")));
    assertEquals("partition.groups", problem.path());
    assertTrue(problem.message().startsWith("'South' has no rows"), problem.message());
  }

  @Test
  void groupsThatContradictThemselvesAreFoundBeforeAnyDataAreRead() {
    ComponentSpec spec =
        Fixtures.partition(
            "natural-groups",
            Map.of(
                "column",
                "state",
                "groups",
                List.of(List.of("KS"), List.of("OH", "KS")),
                "names",
                List.of("A", "A", "B")));
    List<String> expected =
        List.of(
            "partition.names: 3 names were given for 2 groups.",
            "partition.names: Two groups are called 'A'.",
            "partition.groups: 'KS' is named twice; leave it in one group.");
    List<Problem> checked =
        Fixtures.CATALOG
            .find(ComponentKind.PARTITIONER, "natural-groups")
            .orElseThrow()
            .check(Fixtures.experiment(1, Map.of("source", "x", "target", "y"), spec));
    assertEquals(expected, checked.stream().map(Problem::toString).toList());
    InvalidInputException thrown =
        Assertions.assertThrows(
            InvalidInputException.class,
            () -> PartitionerContract.deal("natural-groups", spec.parameters().asMap(), request(List.of())));
    assertEquals(expected, thrown.problems().stream().map(Problem::toString).toList());
    assertEquals(
        "partition.groups: At least one group of values is needed.",
        Fixtures.problem(() -> groups(List.of(), List.of())).toString());
  }
}
