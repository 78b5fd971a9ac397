package org.archipelago.partition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.archipelago.core.Experiment;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Language;
import org.archipelago.core.Phrasebook;
import org.archipelago.core.Problem;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.Seed;
import org.archipelago.core.catalog.ComponentSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestTest {

  @TempDir Path folder;

  private final ComponentSpec rule = Fixtures.rule("dirichlet", Map.of("clients", 5, "alpha", 0.5));
  private final Dealing dealing = new Dealing(rule, new Seed(7));

  @Test
  void whatIsWrittenIsRead() throws IOException {
    History history = edited(Fixtures.load(experiment("sample:penguins", "species")));
    Manifest written = Manifest.of(history.current(), history.recipe());
    Path file = folder.resolve("a.partition.json");
    written.write(file);
    Manifest read = Manifest.read(file);
    assertArrayEquals(written.places(), read.places());
    assertArrayEquals(written.locked(), read.locked());
    assertEquals(written.clients(), read.clients());
    assertEquals(written.recipe(), read.recipe());
    assertEquals(written.hash(), read.hash());
    assertEquals(written.data(), read.data());
    assertEquals(List.of("Lock class Gentoo of client 2", "Move 3 rows of class Adelie from client 1 to the reserve",
        "Rename client 1 to Bern"), read.recipe().byHand());
    assertEquals(List.of(), fileNames(".tmp"));
  }

  @Test
  void openedAgainOnTheSameDataItIsTheSameDraft() throws IOException {
    History history = edited(Fixtures.load(experiment("sample:penguins", "species")));
    Manifest read = saved(history);
    PartitionData again = read.load(Fixtures.CATALOG, ProgressListener.NONE);
    assertEquals(List.of(), read.differences(again));
    Draft draft = read.draft(again);
    assertArrayEquals(history.current().clientOfRow(), draft.clientOfRow());
    assertArrayEquals(history.current().locked(), draft.locked());
    assertEquals(read.hash(), Manifest.of(draft, read.recipe()).hash());
  }

  @Test
  void itIsFoundFromAnotherFolderByTheSameData() throws IOException {
    Path data = Files.createDirectories(folder.resolve("data"));
    Files.writeString(data.resolve("rows.csv"), csv(60, 3));
    PartitionData of = Fixtures.load(folder, experiment("data/rows.csv", "label"));
    Path elsewhere = Files.createDirectories(folder.resolve("partitions/of"));
    Manifest.of(Rules.deal(of, rule, new Seed(1), Fixtures.CATALOG), Recipe.UNKNOWN)
        .write(elsewhere.resolve("x.partition.json"));
    Manifest read = Manifest.read(elsewhere.resolve("x.partition.json"));
    assertEquals("../../data/rows.csv", read.data().source());
    assertEquals(List.of(), read.differences(read.load(Fixtures.CATALOG, ProgressListener.NONE)));
  }

  @Test
  void onChangedDataItSaysWhatChanged() throws IOException {
    Files.writeString(folder.resolve("rows.csv"), csv(60, 3));
    History history = edited(Fixtures.load(folder, experiment("rows.csv", "label")));
    Manifest read = saved(history);
    Files.writeString(folder.resolve("rows.csv"), csv(60, 3).replace("1,c0", "1,c9") + "99,c1\n99,c2\n");
    PartitionData now = read.load(Fixtures.CATALOG, ProgressListener.NONE);
    List<String> differences = read.differences(now);
    assertTrue(differences.get(0).startsWith("The data is not the same: its SHA-256 was "), differences::toString);
    assertTrue(differences.contains("The table had 60 rows and has 62 now."), differences::toString);
    assertTrue(differences.contains("These classes are new: c9."), differences::toString);
    assertTrue(differences.contains("2 rows are new; no client has them."), differences::toString);
    assertTrue(
        differences.stream().anyMatch(line -> line.startsWith("Rows to deal are others: c0 had 16 and has 1")),
        differences::toString);
    Draft carried = read.draft(now);
    assertEquals(history.current().clients(), carried.clients());
    assertEquals(now.classes(), carried.data().classes());
    assertTrue(carried.isLocked(1, now.classes().indexOf("c2")));
    Phrasebook chinese = Phrasebook.beside(Problem.class, "problemMessages", Language.CHINESE);
    for (String sentence : differences) {
      assertFalse(chinese.say(sentence).matches(".*[a-z]{3,} [a-z]{2,}.*"), chinese.say(sentence));
    }
  }

  @Test
  void rowsThatAreGoneAreTold() throws IOException {
    Files.writeString(folder.resolve("rows.csv"), csv(60, 3));
    Manifest read = saved(edited(Fixtures.load(folder, experiment("rows.csv", "label"))));
    Files.writeString(folder.resolve("rows.csv"), csv(30, 3));
    List<String> differences = read.differences(read.load(Fixtures.CATALOG, ProgressListener.NONE));
    assertTrue(
        differences.stream().anyMatch(line -> line.matches("2\\d of the partition's rows can't be dealt any more: .*")),
        differences::toString);
  }

  @Test
  void damagedFilesAreToldByWhatIsWrong() throws IOException {
    Path file = folder.resolve("a.partition.json");
    saved(edited(Fixtures.load(experiment("sample:penguins", "species")))).write(file);
    String good = Files.readString(file);
    assertTrue(damage(good, text -> text.substring(0, 400)).matches(".*\\(it is not JSON\\); take it from a copy.*"));
    assertTrue(damage(good, text -> "hello").contains("it is not JSON"));
    assertTrue(damage(good, text -> "{}").startsWith("This is no partition of this program"));
    assertTrue(damage(good, text -> text.replace("partition/1", "partition/9")).contains("has version 9"));
    assertTrue(damage(good, text -> text.replace("\"places\"", "\"plaice\"")).contains("('places' is missing)"));
    assertTrue(
        damage(good, text -> text.replace("client 2", "client 3")).contains("two clients are called 'client 3'"));
    assertTrue(damage(good, text -> text.replace("\"rows\" : 344", "\"rows\" : 345")).contains("ends after 344 of 345"));
    assertTrue(
        damage(good, text -> text.replace("\"rows\" : 344", "\"rows\" : 2000000000")).contains("of 2,000,000,000"));
    assertTrue(damage(good, text -> text.replace("\"rows\" : 344", "\"rows\" : 343")).contains("more than 343 rows"));
    assertTrue(damage(good, text -> text.replaceAll("(places\" : \".{40})...", "$1AAA")).contains("'places' "));
    assertTrue(
        damage(good, text -> text.replaceAll("(\"hash\" : \")[0-9a-f]{8}(.*\"\\s*,\\s*\"places)", "$100000000$2"))
            .contains("does not have the hash"));
    assertTrue(damage(good, text -> text.replace("\"Gentoo\" ]\n  }, {", "\"Emu\" ]\n  }, {")).contains("Emu"));
  }

  private String damage(String good, UnaryOperator<String> how) throws IOException {
    String damaged = how.apply(good);
    assertFalse(damaged.equals(good), "nothing was damaged");
    Path file = Files.writeString(folder.resolve("bad.partition.json"), damaged);
    Problem problem =
        assertThrows(InvalidInputException.class, () -> Manifest.read(file)).problems().get(0);
    assertEquals(file.toString(), problem.file());
    return problem.message();
  }

  @Test
  void aMillionRowsAreSmallAndExact() {
    int[] places = new int[1_000_000];
    for (int row = 0; row < places.length; row++) {
      places[row] = row % 7 == 0 ? -1 - row % 4 : row * 31 % 1000;
    }
    String text = PlacesCode.write(places);
    assertTrue(text.length() < 3_000_000);
    assertArrayEquals(places, PlacesCode.read(text, places.length, 1000));
  }

  private Manifest saved(History history) throws IOException {
    Path file = folder.resolve("saved.partition.json");
    Manifest.of(history.current(), history.recipe()).write(file);
    return Manifest.read(file);
  }

  private History edited(PartitionData data) {
    Draft start = Rules.deal(data, rule, dealing.seed(), Fixtures.CATALOG);
    History history = new History(start, Recipe.of(dealing));
    history.perform(Edits.lock(List.of(new Cell(1, 2))));
    int some = Math.min(3, start.counts()[0][0]);
    history.perform(Edits.move(some, 0, 0, Draft.NOBODY));
    history.perform(Edits.rename(0, "Bern"));
    return history;
  }

  private static String csv(int rows, int classes) {
    StringBuilder text = new StringBuilder("x,label\n");
    for (int row = 0; row < rows; row++) {
      text.append(row).append(",c").append(row % classes).append('\n');
    }
    return text.toString();
  }

  private List<String> fileNames(String ending) throws IOException {
    List<String> names = new ArrayList<>();
    try (var files = Files.list(folder)) {
      files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(ending)).forEach(names::add);
    }
    return names;
  }

  private Experiment experiment(String source, String target) {
    return Fixtures.experiment(7, Map.of("source", source, "target", target), rule);
  }
}
