package org.archipelago.data.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.RandomStream;
import org.archipelago.data.SampleDataset;
import org.archipelago.data.SampleDatasets;
import org.archipelago.data.table.CsvReader;
import org.archipelago.data.table.Table;
import org.junit.jupiter.api.Test;

class DataWarningsTest {

  private final RandomStream random = new RandomStream(7);

  private static Table table(String header, int rows, IntFunction<String> row) {
    String text = IntStream.range(0, rows).mapToObj(row).collect(Collectors.joining("\n", header + "\n", "\n"));
    return CsvReader.read(
        "my.csv", () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), ProgressListener.NONE);
  }

  private static List<String> warnings(Table table, String target, String... others) {
    return DataWarnings.of(table, target, List.of(others), ProgressListener.NONE).stream()
        .map(warning -> warning.problem().toString())
        .toList();
  }

  @Test
  void aCodeOfTheTargetIsTheTargetInDisguise() {
    Table table =
        table(
            "age,code,y",
            400,
            row -> random.nextInt(80) + "," + (row % 3 == 0 ? "C1" : "C2") + "," + (row % 3 == 0 ? "ill" : "well"));
    assertEquals(
        List.of(
            "data.drop: warning: Column 'code' alone tells 'y' nearly perfectly (100.0 percent of the error is gone): it may"
                + " be the target in disguise, known only once that is. If so, add it to data.drop."),
        warnings(table, "y"));
    assertEquals(List.of(), warnings(table, "y", "code"), "what is dropped is no feature");
  }

  @Test
  void aPriceInAnotherCurrencyIsTheTargetInDisguise() {
    Table table =
        table(
            "size,euros,dollars",
            300,
            row -> {
              double euros = 1000 * random.nextDouble();
              return String.format(Locale.ROOT, "%.3f,%.3f,%.3f", euros + 300 * random.nextGaussian(), euros, 1.1 * euros);
            });
    List<String> warnings = warnings(table, "dollars");
    assertEquals(1, warnings.size(), warnings::toString);
    assertTrue(warnings.get(0).contains("Column 'euros' alone tells 'dollars'"), warnings::toString);
  }

  @Test
  void whatOnlyHelpsIsNoDisguise() {
    Table table =
        table(
            "x,y",
            1000,
            row -> {
              boolean ill = random.nextInt(2) == 0;
              return (ill ? 1 : 0) + 0.5 * random.nextGaussian() + "," + (ill ? "ill" : "well");
            });
    assertEquals(List.of(), warnings(table, "y"));
  }

  @Test
  void identifiersAreNamed() {
    Table table =
        table(
            "row,code,record_id,x,y",
            200,
            row -> (row + 17) + ",P" + row + "," + row * row + "," + random.nextGaussian() + "," + random.nextInt(2));
    assertEquals(
        List.of(
            "data.drop: warning: Column 'row' looks like an identifier: its numbers count the rows. A model learns nothing"
                + " from it that holds for other rows; add it to data.drop.",
            "data.drop: warning: Column 'code' looks like an identifier: most rows have a value of their own. A model"
                + " learns nothing from it that holds for other rows; add it to data.drop.",
            "data.drop: warning: Column 'record_id' looks like an identifier: most rows have a value of their own. A model"
                + " learns nothing from it that holds for other rows; add it to data.drop."),
        warnings(table, "y"));
  }

  @Test
  void theSamplesHaveNoneThatTheirExperimentsDoNotDrop() {
    for (String id : List.of("wdbc", "ames", "churn", "credit", "penguins", "digits", "conditions")) {
      SampleDataset sample = SampleDatasets.find(id).orElseThrow();
      Table table = CsvReader.read(id, sample::open, ProgressListener.NONE);
      List<String> warnings = warnings(table, sample.target());
      assertTrue(warnings.stream().noneMatch(said -> said.contains("disguise")), warnings::toString);
    }
  }
}
