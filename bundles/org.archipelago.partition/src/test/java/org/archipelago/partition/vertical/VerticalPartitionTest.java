package org.archipelago.partition.vertical;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.archipelago.core.Experiment;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.Seed;
import org.archipelago.data.DatasetLoader;
import org.archipelago.data.UndealtRows;
import org.archipelago.partition.Fixtures;
import org.junit.jupiter.api.Test;

/** On the penguins, whose seven features are island, four measures, sex and year. */
class VerticalPartitionTest {

  private static final Map<String, Object> PENGUINS =
      Map.of("source", "sample:penguins", "target", "species", "test", 0.25);

  private final UndealtRows rows =
      Fixtures.load(Fixtures.experiment(3, PENGUINS, Fixtures.rule("iid", Map.of("clients", 2))))
          .origin()
          .orElseThrow();

  @Test
  void everyFeatureIsAtOneClientAndTheFirstHasTheTarget() {
    VerticalPartition partition = partition(Map.of("clients", 3));
    assertEquals(List.of(3, 2, 2), sizes(partition));
    assertEquals(7, features(partition).size());
    assertEquals(List.of(true, false, false), partition.parties().stream().map(Party::hasTarget).toList());
    partition.parties().forEach(party -> assertArrayEquals(rows.rows(), party.rows()));
    assertTrue(partition.leftOut().isEmpty());
  }

  @Test
  void columnsAreDealtByTheSizesOrTheirProportion() {
    assertEquals(List.of(4, 2, 1), sizes(partition(Map.of("sizes", List.of(4.0, 2.0, 1.0)))));
    assertEquals(List.of(4, 2, 1), sizes(partition(Map.of("sizes", List.of(0.6, 0.25, 0.15)))));
    assertEquals(List.of(6, 1), sizes(partition(Map.of("sizes", List.of(1000.0, 0.001)))));
  }

  @Test
  void columnsInTheTablesOrderAreNotDrawn() {
    VerticalPartition partition = partition(Map.of("shuffle", false, "target", "last"));
    assertEquals("island", partition.parties().get(0).columns().get(0));
    assertEquals(List.of(false, true), partition.parties().stream().map(Party::hasTarget).toList());
  }

  @Test
  void columnsAreDealtByName() {
    VerticalPartition partition =
        partition(
            Map.of(
                "columns", List.of(List.of("year", "island"), List.of("sex")),
                "names", List.of("label holder", "a", "b"),
                "target", "own"));
    assertEquals(List.of(0, 2, 1), sizes(partition));
    assertEquals(List.of("island", "year"), partition.parties().get(1).columns());
    assertEquals("label holder", partition.parties().get(0).name());
    assertTrue(partition.parties().get(0).hasTarget());
    assertEquals(4, partition.leftOut().size());
  }

  @Test
  void overlapIsTheShareOfRowsThatAllHave() {
    VerticalPartition partition = partition(Map.of("clients", 2, "overlap", 0.5));
    int all = rows.rows().length;
    assertEquals(Math.round(all / 2.0), partition.shared());
    Set<Integer> first = set(partition.parties().get(0));
    Set<Integer> both = set(partition.parties().get(1));
    both.retainAll(first);
    assertEquals(partition.shared(), both.size());
    assertEquals(all, partition.dealtRows());
    assertEquals(0, partition(Map.of("overlap", 0.0)).shared());
    assertEquals(all, partition(Map.of("overlap", 0.0)).dealtRows());
  }

  @Test
  void theSameSeedDealsTheSame() {
    Map<String, Object> half = Map.of("overlap", 0.5, "clients", 3);
    VerticalPartition one = partition(half);
    VerticalPartition other = partition(half);
    for (int party = 0; party < 3; party++) {
      assertEquals(one.parties().get(party).columns(), other.parties().get(party).columns());
      assertArrayEquals(one.parties().get(party).rows(), other.parties().get(party).rows());
    }
  }

  @Test
  void whatCanNotBeDealtIsToldByItsField() {
    assertEquals(
        "partition.clients: Found 8 clients, but 7 features can be given to 2 to 7, at least one to each.",
        problem(Map.of("clients", 8)));
    assertEquals(
        "partition.columns: 'sex' is named twice; a column is at one client.",
        problem(Map.of("columns", List.of(List.of("sex"), List.of("sex")))));
    assertTrue(
        problem(Map.of("columns", List.of(List.of("sexes"), List.of("year"))))
            .startsWith("partition.columns: There is no feature 'sexes'; there is sex, "));
    assertEquals(
        "partition.columns: Give the columns of two clients or more, at least one column for each.",
        problem(Map.of("columns", List.of(List.of("sex")))));
    assertEquals(
        "partition.names: Found 1 different names for 2 clients; give one for each.",
        problem(Map.of("names", List.of("a"))));
  }

  @Test
  void aRunIsRefusedInWords() {
    Experiment experiment = Fixtures.experiment(3, PENGUINS, Fixtures.rule("vertical", Map.of()));
    Problem problem =
        assertThrows(
                InvalidInputException.class,
                () ->
                    DatasetLoader.load(
                        experiment, Fixtures.CATALOG, Path.of(""), kind -> true, "any", ProgressListener.NONE))
            .problems()
            .get(0);
    assertEquals("partition.id", problem.path());
    assertTrue(problem.message().contains("no strategy learns on such yet"), problem::message);
  }

  private VerticalPartition partition(Map<String, Object> given) {
    return VerticalPartition.of(
        rows, Fixtures.rule("vertical", new HashMap<>(given)).parameters(), new Seed(5));
  }

  private String problem(Map<String, Object> given) {
    return assertThrows(InvalidInputException.class, () -> partition(given)).problems().get(0).toString();
  }

  private static List<Integer> sizes(VerticalPartition partition) {
    return partition.parties().stream().map(party -> party.columns().size()).toList();
  }

  private static Set<String> features(VerticalPartition partition) {
    return partition.parties().stream()
        .flatMap(party -> party.columns().stream())
        .collect(Collectors.toSet());
  }

  private static Set<Integer> set(Party party) {
    return new HashSet<>(Arrays.stream(party.rows()).boxed().toList());
  }
}
