package org.archipelago.data.partition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.archipelago.core.Problem;
import org.archipelago.data.Fixtures;
import org.archipelago.data.Partition;
import org.archipelago.data.PartitionRequest;
import org.junit.jupiter.api.Test;

class PathologicalPartitionerTest {

  private static Partition deal(int[] labels, int classes, Map<String, Object> parameters) {
    return PartitionerContract.deal(
        "pathological", parameters, PartitionerContract.request(labels, classes, 1));
  }

  private static int[] ints(JsonNode numbers) {
    return StreamSupport.stream(numbers.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
  }

  private static void checkExample(String name, int classesPerClient) throws IOException {
    try (InputStream in =
        PathologicalPartitionerTest.class.getResourceAsStream("partition_examples.json")) {
      JsonNode example = new ObjectMapper().readTree(in).get(name);
      JsonNode partitions = example.get("partitions");
      Partition partition =
          deal(
              ints(example.get("labels")),
              3,
              Map.of(
                  "clients",
                  partitions.size(),
                  "classesPerClient",
                  classesPerClient,
                  "assignment",
                  "deterministic"));
      for (int client = 0; client < partitions.size(); client++) {
        int[] expected = Arrays.stream(ints(partitions.get(client))).sorted().toArray();
        assertArrayEquals(expected, partition.rows().get(client));
      }
    }
  }

  @Test
  void theDeterministicRuleGivesTheReferencesRows() throws IOException {
    checkExample("flower_pathological_deterministic", 2);
    checkExample("flower_pathological_deterministic_C1_4clients", 1);
  }

  @Test
  void clientIHoldsClassIAndOthers() {
    int[] labels = PartitionerContract.request(1).labels();
    Partition partition = deal(labels, 10, Map.of("clients", 30, "classesPerClient", 3));
    for (int client = 0; client < 30; client++) {
      List<Integer> held =
          Arrays.stream(partition.rows().get(client)).map(row -> labels[row]).distinct().boxed().toList();
      assertEquals(3, held.size());
      assertEquals(true, held.contains(client % 10));
    }
  }

  @Test
  void atRandomEveryClientHoldsSoManyClassesAndNoneIsLost() {
    for (int seed = 0; seed < 50; seed++) {
      PartitionRequest request = PartitionerContract.request(seed);
      Partition partition =
          PartitionerContract.deal(
              "pathological", Map.of("clients", 5, "classesPerClient", 2, "assignment", "random"), request);
      for (int[] rows : partition.rows()) {
        assertEquals(2, Arrays.stream(rows).map(row -> request.labels()[row]).distinct().count());
      }
      assertEquals(600, partition.rows().stream().mapToInt(rows -> rows.length).sum());
    }
  }

  @Test
  void moreClassesThanThereAreCantBeHeld() {
    Problem problem =
        Fixtures.problem(
            () -> deal(new int[] {0, 1, 2, 0}, 3, Map.of("clients", 2, "classesPerClient", 4)));
    assertEquals(
        "partition.classesPerClient: A client can't hold 4 classes, as there are only 3.",
        problem.toString());
  }

  @Test
  void aClassThatNobodyHoldsIsNotLost() {
    Problem problem =
        Fixtures.problem(
            () -> deal(new int[] {0, 1, 2, 2}, 3, Map.of("clients", 2, "classesPerClient", 1)));
    assertEquals("partition.clients", problem.path());
    assertEquals(
        "With 2 clients nobody holds class number 3, and its 2 rows would be lost. Use at least as many"
            + " clients as there are classes, or more classes per client.",
        problem.message());
  }

  @Test
  void aClientWithoutRowsIsRefusedByName() {
    Problem problem =
        Fixtures.problem(
            () -> deal(new int[] {0, 1, 0, 0}, 2, Map.of("clients", 4, "classesPerClient", 1)));
    assertEquals("partition.clients", problem.path());
    assertEquals(
        "'client 4' has no rows: the classes it holds have fewer rows than clients that hold them. Use fewer"
            + " clients, or more classes per client.",
        problem.message());
  }
}
