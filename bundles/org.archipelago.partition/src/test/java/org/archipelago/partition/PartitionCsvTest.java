package org.archipelago.partition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.Seed;
import org.archipelago.core.catalog.ComponentSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartitionCsvTest {

  @TempDir Path folder;

  private final ComponentSpec rule = Fixtures.rule("dirichlet", Map.of("clients", 12, "alpha", 0.5));
  private final PartitionData data = load(Map.of());

  private PartitionData load(Map<String, Object> more) {
    Map<String, Object> section = new HashMap<>(Map.of("source", "sample:penguins", "target", "species"));
    section.putAll(more);
    return Fixtures.load(Fixtures.experiment(7, section, rule));
  }

  @Test
  void writtenAndReadItIsTheSamePartition() throws IOException {
    PartitionData served = load(Map.of("serverRows", 20));
    History history = new History(Rules.deal(served, rule, new Seed(3), Fixtures.CATALOG));
    history.perform(Edits.rename(4, "Bern, \"Insel\""));
    history.perform(Edits.move(1, 0, largest(history.current()), Draft.NOBODY));
    Manifest manifest = Manifest.of(history.current(), Recipe.UNKNOWN);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PartitionCsv.write(manifest, out);
    String text = out.toString(StandardCharsets.UTF_8);
    assertTrue(text.startsWith("row,client,set\n"), text);
    assertTrue(text.contains(",,hold-out\n") && text.contains(",,server\n") && text.contains(",,reserve\n"));
    Draft read = read(text, data);
    assertEquals(manifest.clients(), read.clients());
    assertEquals(manifest.hash(), Manifest.of(read, Recipe.UNKNOWN).hash());
  }

  private static int largest(Draft draft) {
    int largest = 0;
    for (int client = 0; client < draft.clients().size(); client++) {
      largest = draft.counts()[client][0] > draft.counts()[largest][0] ? client : largest;
    }
    return largest;
  }

  @Test
  void rowAndClientAloneKeepTheHoldOutAsItWasDrawn() throws IOException {
    String rows =
        IntStream.range(0, data.rows() - 5)
            .mapToObj(i -> data.tableRows()[i] + ",site " + (i * 7 % 11 + 1))
            .collect(Collectors.joining("\n"));
    Draft read = read("row,client\n" + rows + "\n", data);
    assertEquals(
        IntStream.rangeClosed(1, 11).mapToObj(number -> "site " + number).toList(), read.clients());
    assertEquals(5, IntStream.of(read.reserve()).sum());
    assertEquals(data, read.data());
  }

  @Test
  void whatIsWrongIsToldByItsLine() throws IOException {
    int row = data.tableRows()[0];
    List<Problem> problems =
        problems(
            "row,client,set\n%d,a,client\n%d,b,client\n344,a,client\n-1,a,client\n1.5,a,client\n3,a,client\n%d,a,train\n%d,,client\n"
                .formatted(row, row, data.tableRows()[1], data.tableRows()[2]));
    List<String> said = problems.stream().map(problem -> problem.line() + ": " + problem.message()).toList();
    assertEquals(
        List.of(
            "3: Row %d is in line 2 already; a row is at one place.".formatted(row),
            "4: Found '344', but rows of sample:penguins are 0 to 343.",
            "5: Found '-1', but rows of sample:penguins are 0 to 343.",
            "6: Found '1.5', but rows of sample:penguins are 0 to 343.",
            "8: There is no set 'train'; there is client, hold-out, server, reserve.",
            "9: No client is named here; leave rows out that no client has."),
        said);
  }

  @Test
  void rowsOfTheHoldOutNeedTheColumnThatSaysSo() throws IOException {
    int heldOut = data.origin().orElseThrow().reserved().heldOut()[0];
    assertEquals(
        "Row %d is in the hold-out. Add a column set that says of every row where it is, or set data.test to 0."
            .formatted(heldOut),
        problems("row,client\n%d,a\n".formatted(heldOut)).get(0).message());
  }

  @Test
  void columnsThatAreMissingAreNamed() throws IOException {
    assertEquals(
        "There is no column 'client'; it has row, site. A partition has the columns row, client and, if need be,"
            + " set.",
        problems("row,site\n1,a\n").get(0).message());
    assertEquals("No row has a client.", problems("row,client,set\n1,,hold-out\n").get(0).message());
  }

  @Test
  void rowsWithoutATargetCanNotBeDealt() throws IOException {
    Files.writeString(folder.resolve("rows.csv"), "x,label\n1,a\n2,b\n3,\n4,a\n5,b\n6,a\n");
    PartitionData gaps =
        Fixtures.load(
            folder, Fixtures.experiment(1, Map.of("source", "rows.csv", "target", "label", "test", 0.0), rule));
    assertEquals(
        "Row 2 can't be dealt: it lacks the target or, where rows with gaps are left out, a feature.",
        problems("row,client\n1,a\n2,a\n", gaps).get(0).message());
  }

  private List<Problem> problems(String text) throws IOException {
    return problems(text, data);
  }

  private List<Problem> problems(String text, PartitionData of) throws IOException {
    return assertThrows(InvalidInputException.class, () -> read(text, of)).problems();
  }

  private Draft read(String text, PartitionData of) throws IOException {
    Path file = Files.writeString(folder.resolve("partition.csv"), text);
    return PartitionCsvReader.read(file, of, ProgressListener.NONE);
  }
}
