package org.archipelago.partition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.archipelago.core.Experiment;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.data.ClientDataset;
import org.archipelago.data.DatasetLoader;
import org.archipelago.data.FederatedDataset;
import org.junit.jupiter.api.Test;

class PartitionDataTest {

  @Test
  void rowsThatAreNeitherHeldOutNorTheServersAreLeftToDeal() {
    PartitionData data =
        load(Map.of("source", "sample:digits", "target", "label", "test", 0.25, "serverRows", 100));
    assertEquals(1797 - 449 - 100, data.rows());
    assertEquals(10, data.classes().size());
    assertEquals("3", data.classes().get(3));
    assertEquals("label", data.target());
    assertEquals(64, data.hash().length());
    assertEquals(449, data.origin().orElseThrow().reserved().heldOut().length);
    int[] sorted = data.tableRows().clone();
    Arrays.sort(sorted);
    assertArrayEquals(sorted, data.tableRows());
  }

  @Test
  void aDraftOfAnExperimentsRuleIsWhatARunOfItDeals() {
    Experiment experiment = experiment(Map.of("source", "sample:penguins", "target", "species"));
    PartitionData data = Fixtures.load(experiment);
    Draft draft =
        Rules.deal(
            data, experiment.section(ComponentKind.PARTITIONER), experiment.seed(), Fixtures.CATALOG);
    FederatedDataset run =
        DatasetLoader.load(
            experiment, Fixtures.CATALOG, Path.of(""), kind -> true, "any", ProgressListener.NONE);
    assertEquals(run.clients().stream().map(ClientDataset::name).toList(), draft.clients());
    int[][] counts = draft.counts();
    for (int client = 0; client < counts.length; client++) {
      float[] targets = run.clients().get(client).train().targets();
      int[] ofRun = new int[3];
      for (float target : targets) {
        ofRun[(int) target]++;
      }
      assertArrayEquals(ofRun, counts[client]);
    }
  }

  @Test
  void theClassesOfANumberAreItsTenthsNamedByTheirRanges() {
    PartitionData data = load(Map.of("source", "sample:ames", "target", "Sale_Price", "test", 0.0));
    assertEquals(10, data.classes().size());
    assertTrue(data.classes().get(0).startsWith("12789 … "), data.classes().get(0));
    assertTrue(data.classes().get(9).endsWith(" … 755000"), data.classes().get(9));
    int[] counts = new int[10];
    IntStream.of(data.labels()).forEach(label -> counts[label]++);
    IntStream.of(counts).forEach(count -> assertEquals(293, count, 30));
  }

  @Test
  void tenthsWithoutANumberSaySo() {
    PartitionData data =
        load(Map.of("source", "sample:ames", "target", "Year_Built", "task", "regression"));
    assertEquals(10, data.classes().stream().distinct().count());
    PartitionData years =
        load(Map.of("source", "sample:ames", "target", "Full_Bath", "task", "regression"));
    List<String> empty = years.classes().stream().filter(name -> name.startsWith("–")).toList();
    assertTrue(empty.size() > 5, years.classes()::toString);
    assertEquals(10, years.classes().stream().distinct().count());
  }

  private static PartitionData load(Map<String, Object> data) {
    return Fixtures.load(experiment(data));
  }

  private static Experiment experiment(Map<String, Object> data) {
    return Fixtures.experiment(
        7, data, Fixtures.rule("dirichlet", Map.of("clients", 5, "alpha", 0.5)));
  }
}
