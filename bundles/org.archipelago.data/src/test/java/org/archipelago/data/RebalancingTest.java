package org.archipelago.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.archipelago.core.Examples;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Seed;
import org.archipelago.core.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RebalancingTest {

  private static final int[] LABELS = {0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 2};
  private static final int[] ROWS = IntStream.range(0, LABELS.length).toArray();

  @TempDir Path folder;

  private static Rebalancing rebalancing(String way) {
    Task task = Task.classification("y", List.of("a", "b", "c", "d"));
    return new Rebalancing(way, task, row -> LABELS[row], new Seed(3));
  }

  private static Map<Integer, Integer> perClass(int[] rows) {
    Map<Integer, Integer> counts = new TreeMap<>();
    Arrays.stream(rows).forEach(row -> counts.merge(LABELS[row], 1, Integer::sum));
    return counts;
  }

  @Test
  void overSamplingRepeatsEveryRowOfRarerClassesAlike() {
    int[] rows = rebalancing("over").rows(0, ROWS);
    assertEquals(Map.of(0, 7, 1, 7, 2, 7), perClass(rows));
    for (int row : ROWS) {
      long times = Arrays.stream(rows).filter(sampled -> sampled == row).count();
      int ofItsClass = perClass(ROWS).get(LABELS[row]);
      assertTrue(times == 7 / ofItsClass || times == 7 / ofItsClass + 1, row + " stands " + times + " times");
    }
    assertArrayEquals(Arrays.stream(rows).sorted().toArray(), rows);
  }

  @Test
  void underSamplingLeavesRowsOut() {
    int[] rows = rebalancing("under").rows(0, ROWS);
    assertEquals(Map.of(0, 2, 1, 2, 2, 2), perClass(rows));
    assertEquals(rows.length, Arrays.stream(rows).distinct().count());
  }

  @Test
  void weightsMakeClassesCountAlikeAndRowsOneOnAverage() {
    float[] weights = rebalancing("weights").weights(ROWS);
    double[] ofClass = new double[3];
    for (int row : ROWS) {
      ofClass[LABELS[row]] += weights[row];
    }
    assertArrayEquals(new double[] {4, 4, 4}, ofClass, 1e-6);
    assertArrayEquals(ROWS, rebalancing("weights").rows(0, ROWS));
    assertEquals(0, rebalancing("over").weights(ROWS).length);
  }

  @Test
  void whatIsDrawnDependsOnSeedAndClient() {
    assertArrayEquals(rebalancing("under").rows(1, ROWS), rebalancing("under").rows(1, ROWS));
    assertTrue(
        IntStream.range(1, 10)
            .anyMatch(
                client ->
                    !Arrays.equals(
                        rebalancing("under").rows(client, ROWS), rebalancing("under").rows(0, ROWS))));
  }

  private FederatedDataset load(String target, Map<String, Object> data) throws IOException {
    StringBuilder csv = new StringBuilder("x,y,n\n");
    for (int row = 0; row < 120; row++) {
      csv.append(row).append(',').append(row % 4 == 0 ? "rare" : "usual").append(',').append(row * 0.5 + 0.25);
      csv.append('\n');
    }
    Files.writeString(folder.resolve("rows.csv"), csv);
    Map<String, Object> given = new TreeMap<>(data);
    given.putAll(Map.of("source", "rows.csv", "target", target, "test", 0.25));
    return Fixtures.load(
        folder, Fixtures.experiment(1, given, Fixtures.partition("iid", Map.of("clients", 3))));
  }

  private static int of(Examples rows, int label) {
    int count = 0;
    for (float target : rows.targets()) {
      count += target == label ? 1 : 0;
    }
    return count;
  }

  @Test
  void clientsTrainOnEvenClassesAndAreJudgedOnTheirOwn() throws IOException {
    FederatedDataset before = load("y", Map.of());
    FederatedDataset data = load("y", Map.of("rebalance", "over"));
    for (int client = 0; client < 3; client++) {
      ClientDataset own = data.clients().get(client);
      assertEquals(of(own.train(), 0), of(own.train(), 1));
      assertEquals(before.clients().get(client).train(), own.judged());
      assertEquals(Optional.empty(), own.test(), "no row is kept back");
    }
    assertEquals(before.test(), data.test());
    assertEquals(before.partitionHash(), data.partitionHash());
    assertTrue(
        data.summary().notes().stream()
            .anyMatch(note -> note.contains("rarer classes were repeated") && note.contains("90 rows became ")),
        data.summary().notes()::toString);
  }

  @Test
  void weightsStandBesideTheRows() throws IOException {
    FederatedDataset data = load("y", Map.of("rebalance", "weights", "clientTest", 0.2));
    for (ClientDataset client : data.clients()) {
      assertEquals(client.train().rows(), client.train().weights().length);
      assertEquals(0, client.judged().weights().length);
    }
  }

  @Test
  void numbersHaveNoClassesToMakeEven() {
    InvalidInputException thrown =
        assertThrows(InvalidInputException.class, () -> load("n", Map.of("rebalance", "under")));
    assertEquals(
        "Rebalancing makes classes even, and 'n' has none to go by for each row; leave rebalance out.",
        thrown.problems().get(0).message());
  }
}
