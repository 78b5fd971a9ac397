package org.archipelago.partition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.Seed;
import org.archipelago.core.catalog.ComponentSpec;
import org.archipelago.data.ClientDataset;
import org.archipelago.data.DatasetLoader;
import org.archipelago.data.FederatedDataset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestPartitionerTest {

  @TempDir Path folder;

  private final ComponentSpec rule = Fixtures.rule("dirichlet", Map.of("clients", 5, "alpha", 0.5));
  private History history;

  @BeforeEach
  void makeAPartition() throws IOException {
    PartitionData data = Fixtures.load(Fixtures.experiment(7, penguins(Map.of("test", 0.3)), rule));
    history = new History(Rules.deal(data, rule, new Seed(7), Fixtures.CATALOG), Recipe.UNKNOWN);
    int most = history.current().counts()[0][2] > history.current().counts()[1][2] ? 0 : 1;
    history.perform(Edits.move(2, 2, most, Draft.NOBODY));
    history.perform(Edits.rename(4, "Dream"));
    save();
  }

  private void save() throws IOException {
    Manifest.of(history.current(), history.recipe()).write(folder.resolve("p.partition.json"));
  }

  @Test
  void anExperimentLearnsOnExactlyTheseRows() throws IOException {
    FederatedDataset data = load(99, penguins(Map.of("test", 0.1)));
    Manifest manifest = Manifest.read(folder.resolve("p.partition.json"));
    assertEquals(manifest.hash(), data.partitionHash());
    assertEquals(manifest.clients(), data.clients().stream().map(ClientDataset::name).toList());
    assertEquals(manifest.reserved().heldOut().length, data.test().rows());
    assertTrue(
        data.summary().notes().contains(
            "The partition, its hold-out of 103 rows and the server's 0 rows are those of p.partition.json;"
                + " data.test and data.serverRows were not asked."),
        data.summary().notes()::toString);
    assertTrue(
        data.summary().notes().contains("2 rows are in the reserve of p.partition.json: no client has them."));
  }

  @Test
  void otherDataIsRefusedWithWhatIsOther() {
    Problem problem =
        problem(1, Map.of("source", "sample:wdbc", "target", "diagnosis"));
    assertEquals("partition.file", problem.path());
    assertTrue(problem.message().contains("The table had 344 rows and has 569 now."), problem::message);
    assertTrue(problem.message().contains("The target was 'species' and is 'diagnosis' now."));
    assertTrue(problem.message().contains("These classes are gone: Adelie, Chinstrap, Gentoo."));
  }

  @Test
  void theSameDataWithAnotherTargetIsFine() {
    FederatedDataset data =
        load(1, new HashMap<>(Map.of("source", "sample:penguins", "target", "island")));
    assertEquals("island", data.task().target());
  }

  @Test
  void noFileAndAHoldOutFromTwoPlacesAreRefused() {
    Problem missing =
        assertThrows(
                InvalidInputException.class, () -> load(1, penguins(Map.of()), "nothing.partition.json"))
            .problems()
            .get(0);
    assertTrue(missing.message().startsWith("There is no file " + folder), missing::message);
    Problem twice = problem(1, penguins(Map.of("testSource", "sample:penguins")));
    assertTrue(
        twice.message().startsWith("The partition p.partition.json holds out 103 rows, and data.testSource"),
        twice::message);
  }

  @Test
  void clientsWithoutRowsAreRefused() throws IOException {
    history.perform(Edits.add("Biscoe"));
    save();
    assertEquals(
        "No rows are on 'Biscoe' of the partition p.partition.json. Give them some, or remove them, in the"
            + " partition studio.",
        problem(1, penguins(Map.of())).message());
  }

  private Problem problem(long seed, Map<String, Object> data) {
    List<Problem> problems =
        assertThrows(InvalidInputException.class, () -> load(seed, data)).problems();
    assertEquals(1, problems.size());
    return problems.get(0);
  }

  private FederatedDataset load(long seed, Map<String, Object> data) {
    return load(seed, data, "p.partition.json");
  }

  private FederatedDataset load(long seed, Map<String, Object> data, String file) {
    return DatasetLoader.load(
        Fixtures.experiment(seed, data, Fixtures.rule("manifest", Map.of("file", file))),
        Fixtures.CATALOG,
        folder,
        kind -> true,
        "any",
        ProgressListener.NONE);
  }

  private static Map<String, Object> penguins(Map<String, Object> more) {
    Map<String, Object> data = new HashMap<>(Map.of("source", "sample:penguins", "target", "species"));
    data.putAll(more);
    return data;
  }
}
