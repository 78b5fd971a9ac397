package org.archipelago.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code partition}, as a user meets it. */
class PartitionTest {

  @TempDir Path folder;
  private Path saved;

  @BeforeEach
  void nameTheFile() {
    saved = folder.resolve("digits.partition.json");
  }

  @Test
  void anExperimentIsDealtAndMeasuredBesideChance() {
    Cli cli = Cli.run("partition", "digits-mlp");
    assertEquals(0, cli.code(), cli.err());
    assertTrue(
        cli.out().contains(
            "sample:digits, label: 1,438 rows on 10 clients; 359 held out, 0 at the server, 0 in the reserve."),
        cli.out());
    assertTrue(cli.out().lines().anyMatch(line -> line.matches(" +rows +0 +1 +2 +3 +4 +5 +6 +7 +8 +9")), cli.out());
    assertTrue(cli.out().lines().anyMatch(line -> line.matches("client 10 +\\d+( +[\\d·]+){10}")), cli.out());
    assertTrue(
        cli.out().lines().anyMatch(
            line -> line.matches("Jensen-Shannon divergence +0\\.\\d+ +0\\.\\d+ \\(0\\.\\d+ … 0\\.\\d+\\) +0\\.\\d+")),
        cli.out());
    assertTrue(Cli.run("partition", "digits-mlp", "--language", "zh").out().contains("仅凭偶然"));
  }

  @Test
  void aSavedPartitionIsWhatAnExperimentWithItRuns() throws IOException {
    String out = saved.toString().replace(".partition.json", "");
    Cli made =
        Cli.run("partition", "digits-mlp", "--set", "partition.alpha=0.2", "--seed", "7", "--out", out);
    assertEquals(0, made.code(), made.err());
    assertTrue(made.out().stripTrailing().endsWith(saved.toString()), made.out());
    Cli again = Cli.run("partition", "digits-mlp", "--out", saved.toString());
    assertEquals(1, again.code());
    assertTrue(again.err().contains("--overwrite"), again.err());
    Cli valid =
        Cli.run("validate", "digits-mlp", "--set", "partition={id: manifest, file: '" + saved + "'}");
    assertEquals(0, valid.code(), valid.err());
    JsonNode ofFile = json("partition", saved.toString(), "--json");
    JsonNode ofExperiment =
        json("partition", "digits-mlp", "--json", "--set", "partition={id: manifest, file: '" + saved + "'}");
    assertEquals(ofFile.get("partitionHash"), ofExperiment.get("partitionHash"));
    assertEquals(10, ofFile.get("clients").size());
    assertEquals("jsd.mean", ofFile.get("figures").get(0).get("id").asText());
    assertTrue(ofFile.get("figures").get(0).get("excess").asDouble() > 0.05);
    assertEquals(0, ofFile.get("differences").size());
  }

  @Test
  void csvOutAndInIsTheSamePartition() throws IOException {
    Path csv = folder.resolve("rows.csv");
    Cli out =
        Cli.run("partition", "wdbc-hospitals", "--csv", csv.toString(), "--out", saved.toString());
    assertEquals(0, out.code(), out.err());
    assertEquals(569 + 1, Files.readAllLines(csv).size());
    JsonNode in = json("partition", "wdbc-hospitals", "--import", csv.toString(), "--json");
    assertEquals(json("partition", saved.toString(), "--json").get("partitionHash"), in.get("partitionHash"));
  }

  @Test
  void dataAloneNeedsItsTarget() throws IOException {
    Cli cli =
        Cli.run(
            "partition", "sample:penguins", "--target", "species", "--set",
            "partition={id: natural, column: island}", "--set", "data.test=0");
    assertEquals(0, cli.code(), cli.err());
    assertTrue(cli.out().lines().anyMatch(line -> line.matches("Torgersen +52 +52 +· +·")), cli.out());
    Cli without = Cli.run("partition", "sample:penguins");
    assertEquals(2, without.code());
    assertTrue(without.err().contains("name the column to predict with --target"), without.err());
    Cli number = Cli.run("partition", "sample:ames", "--target", "Sale_Price");
    assertEquals(0, number.code(), number.err());
    assertTrue(number.out().contains("12789 … 10"), number.out());
  }

  @Test
  void changedDataIsToldAndCarriedOver() throws IOException {
    Path data = Files.writeString(folder.resolve("rows.csv"), rows(60));
    Cli made =
        Cli.run("partition", data.toString(), "--target", "label", "--out", saved.toString(),
            "--set", "partition.clients=3");
    assertEquals(0, made.code(), made.err());
    Files.writeString(data, rows(63));
    Cli changed = Cli.run("partition", saved.toString(), "--out", saved.toString(), "--overwrite");
    assertEquals(0, changed.code(), changed.err());
    assertTrue(changed.out().contains("The table had 60 rows and has 63 now."), changed.out());
    assertTrue(changed.out().contains("3 in the reserve."), changed.out());
    assertTrue(!Cli.run("partition", saved.toString()).out().contains("The table had"));
  }

  private static String rows(int count) {
    StringBuilder text = new StringBuilder("x,label\n");
    for (int row = 0; row < count; row++) {
      text.append(row).append(",c").append(row % 3).append('\n');
    }
    return text.toString();
  }

  @Test
  void whatIsWrongIsSaidInWords() throws IOException {
    Cli many = Cli.run("partition", "sample:penguins", "--target", "species", "--set", "partition.clients=1000");
    assertEquals(1, many.code());
    assertTrue(many.err().contains("1000 clients with at least 1 row each need 1000 rows"), many.err());
    Cli none = Cli.run("partition", saved.toString());
    assertEquals(1, none.code());
    assertTrue(none.err().contains("There is no such file."), none.err());
    Files.writeString(saved, "{\"format\": \"archipelago/partition/1\"}");
    Cli damaged = Cli.run("partition", saved.toString());
    assertEquals(1, damaged.code());
    assertTrue(damaged.err().contains("This partition is damaged ('data' is missing)"), damaged.err());
    Path csv = Files.writeString(folder.resolve("a.csv"), "row,client\n1,a\n1,b\n");
    Cli twice = Cli.run("partition", "digits-mlp", "--import", csv.toString(), "--set", "data.test=0");
    assertEquals(1, twice.code());
    assertTrue(twice.err().contains("a.csv:3: Row 1 is in line 2 already"), twice.err());
    Cli saving = Cli.run("partition", saved.toString(), "--seed", "3");
    assertEquals(2, saving.code());
    assertTrue(saving.err().contains("taken as it is"), saving.err());
  }

  @Test
  void everyClientsRowsAreWrittenAsATableOfItsOwn() throws IOException {
    Path parts = folder.resolve("parts");
    Cli cli =
        Cli.run(
            "partition", "sample:penguins", "--target", "species", "--parts", parts.toString(), "--set",
            "partition={id: natural, column: island}");
    assertEquals(0, cli.code(), cli.err());
    int lines = 0;
    for (String name : List.of("Biscoe", "Dream", "Torgersen", "hold-out")) {
      List<String> table = Files.readAllLines(parts.resolve(name + ".csv"));
      assertTrue(table.get(0).startsWith("species,island,"), table.get(0));
      lines += table.size() - 1;
    }
    assertEquals(344, lines);
    Cli again =
        Cli.run("partition", "sample:penguins", "--target", "species", "--parts", parts.toString());
    assertEquals(1, again.code());
    assertTrue(again.err().contains("The folder is not empty"), again.err());
    Cli read =
        Cli.run("partition", parts.resolve("Biscoe.csv").toString(), "--target", "species", "--set",
            "partition.clients=2");
    assertEquals(0, read.code(), read.err());
  }

  @Test
  void aVerticalPartitionIsWrittenAsTablesAndNotLearnedOn() throws IOException {
    Path parts = folder.resolve("parts");
    String vertical = "partition={id: vertical, clients: 2, overlap: 0.5}";
    Cli cli =
        Cli.run(
            "partition", "sample:penguins", "--target", "species", "--parts", parts.toString(), "--set", vertical);
    assertEquals(0, cli.code(), cli.err());
    assertTrue(cli.out().contains("columns on 2 clients; 275 rows, of which 138 are at all clients; 69 held out"),
        cli.out());
    assertTrue(cli.out().contains("No strategy learns on columns of the same rows yet"), cli.out());
    List<String> first = Files.readAllLines(parts.resolve("client 1.csv"));
    List<String> second = Files.readAllLines(parts.resolve("client 2.csv"));
    assertTrue(first.get(0).matches("row,.*,species"), first.get(0));
    assertTrue(second.get(0).startsWith("row,") && !second.get(0).contains("species"), second.get(0));
    assertEquals(275 + 138, first.size() + second.size() - 2);
    assertEquals(70, Files.readAllLines(parts.resolve("client 2.hold-out.csv")).size());
    Cli run = Cli.run("validate", "digits-mlp", "--set", vertical);
    assertEquals(1, run.code());
    assertTrue(run.err().contains("no strategy learns on such yet"), run.err());
    Cli saving =
        Cli.run("partition", "sample:penguins", "--target", "species", "--out", saved.toString(), "--set", vertical);
    assertEquals(1, saving.code());
    assertTrue(saving.err().contains("--parts"), saving.err());
    JsonNode json = json("partition", "sample:penguins", "--target", "species", "--json", "--set", vertical);
    assertEquals(138, json.get("shared").asInt());
  }

  private static JsonNode json(String... arguments) throws IOException {
    Cli cli = Cli.run(arguments);
    assertEquals(0, cli.code(), cli.err());
    return new ObjectMapper().readTree(cli.out());
  }
}
