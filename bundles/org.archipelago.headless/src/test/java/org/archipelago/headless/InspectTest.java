package org.archipelago.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data is looked at before an experiment is made of it, and warned of when there is one. */
class InspectTest {

  private static final String ROWS = "nr;alter;befund;ausgang\n";

  @TempDir private Path folder;

  private Path german() throws IOException {
    StringBuilder text = new StringBuilder(ROWS);
    for (int row = 0; row < 60; row++) {
      String age = row == 9 ? "NA" : (20 + row * 7 % 50) + ",5";
      text.append(row + 1).append(';').append(age).append(row % 2 == 0 ? ";B1;schön\n" : ";B2;übel\n");
    }
    Path file = folder.resolve("german.csv");
    Files.write(file, text.toString().getBytes(Charset.forName("windows-1252")));
    return file;
  }

  @Test
  void saysHowAFileIsReadAndWhatIsInIt() throws IOException {
    Cli inspect = Cli.run("inspect", german().toString(), "--target", "ausgang");
    assertEquals(0, inspect.code(), inspect.err());
    String said = inspect.out();
    assertTrue(said.contains("60 rows, 4 columns"), said);
    assertTrue(said.contains("encoding windows-1252, delimiter semicolon, quote double, decimal comma"), said);
    assertTrue(said.contains("Taken for missing values: 'NA' (1)."), said);
    assertTrue(said.matches("(?s).*alter +number +\\d+ +1\n.*"), said);
    assertTrue(said.contains("Target: ausgang (classification, 2 classes)"), said);
    assertTrue(said.contains("Column 'nr' looks like an identifier"), said);
    assertTrue(said.contains("Column 'befund' alone tells 'ausgang' nearly perfectly"), said);
  }

  @Test
  void saysTheSameAsJson() throws IOException {
    Cli inspect = Cli.run("inspect", german().toString(), "--json", "--format", "asTexts=nr");
    List<String> names = new ArrayList<>();
    List<String> values = new ArrayList<>();
    try (JsonParser json = new JsonFactory().createParser(inspect.out())) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.FIELD_NAME) {
          names.add(json.currentName());
        } else if (token == JsonToken.VALUE_STRING) {
          values.add(json.getText());
        }
      }
    }
    assertTrue(names.containsAll(List.of("rows", "format", "columns", "target", "task", "warnings")), names::toString);
    assertTrue(values.containsAll(List.of("windows-1252", "semicolon", "ausgang", "classification", "text")));
  }

  @Test
  void whatIsGeneratedIsLookedAtToo() {
    Cli inspect = Cli.run("inspect", "synthetic:fedprox?clients=5&rows=500");
    assertTrue(inspect.out().contains("500 rows, 62 columns"), inspect.out());
    assertTrue(inspect.out().contains("Suggested target: label"), inspect.out());
  }

  @Test
  void aMistakeIsAnsweredWithFileAndLine() throws IOException {
    Path file = folder.resolve("ragged.tsv");
    Files.writeString(file, "a\tb\n1\t2\n3\n");
    Cli inspect = Cli.run("inspect", file.toString());
    assertEquals(ExitCodes.INVALID_INPUT, inspect.code());
    assertEquals("ragged.tsv:3: The row has 1 cells, but the header names 2 columns.", inspect.err().strip());
    Cli other = Cli.run("inspect", german().toString(), "--target", "ausgnag");
    assertTrue(other.err().contains("has no column 'ausgnag'; it has ausgang"), other.err());
    assertTrue(Cli.run("inspect", folder.resolve("no.csv").toString()).err().contains("There is no file"));
  }

  @Test
  void validateWarnsAtTheFieldAndTheRunGoesOn() throws IOException {
    german();
    Path experiment = folder.resolve("german.yaml");
    Files.writeString(
        experiment,
        """
        format: archipelago/experiment/1
        name: Befunde
        seed: 1
        data:
          source: german.csv
          target: ausgang
          drop: [nr]
        partition: {id: iid, clients: 2}
        model: {id: softmax}
        training: {rounds: 1, optimizer: {id: sgd, learningRate: 0.1}}
        """);
    Cli validate = Cli.run("validate", experiment.toString());
    assertEquals(0, validate.code(), validate.err());
    assertEquals(1, validate.err().lines().count(), validate.err());
    assertTrue(
        validate.err().startsWith(experiment + ":7: data.drop: warning: Column 'befund' alone tells 'ausgang'"),
        validate.err());
  }
}
