package org.archipelago.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.ProgressListener;
import org.archipelago.data.table.FileFormat;
import org.archipelago.data.table.FormatOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A schema taken from one file and applied to others. */
class SchemaEncoderTest {

  private static final String SESSION =
      """
      age,ward,dose,outcome
      61,A,1.5,yes
      48,B,,no
      73,A,0.25,no
      55,C,2.75,yes
      39,B,1,no
      """;

  @TempDir private Path folder;
  private FederatedDataset session;

  @BeforeEach
  void openSession() throws IOException {
    session = load(SESSION, Map.of("target", "outcome"));
  }

  @Test
  void theSameRowsGiveTheSameBits() throws IOException {
    EncodedRows encoded = encode(SESSION);
    assertEquals(session.clients().get(0).train(), encoded.examples());
    assertEquals(List.of(), encoded.notes());
    assertEquals(session.features(), session.schema().features());
  }

  @Test
  void orderOfColumnsAndFurtherOnesDoNotMatter() throws IOException {
    EncodedRows encoded =
        encode(
            """
            outcome,note,dose,ward,age
            yes,x,1.5,A,61
            no,y,,B,48
            no,y,0.25,A,73
            yes,z,2.75,C,55
            no,z,1,B,39
            """);
    assertEquals(session.clients().get(0).train(), encoded.examples());
    assertEquals(List.of("Not used, since the experiment has no such column: note."), encoded.notes());
  }

  @Test
  void aSitesFileMayBeWrittenInAnotherWay() throws IOException {
    String same = SESSION.strip().replace(',', ';').replace('.', ',');
    EncodedRows encoded = encode(same + "\n");
    assertEquals(session.clients().get(0).train(), encoded.examples());
    assertTrue(encoded.notes().contains("Commas in numbers were taken for decimal signs."), encoded.notes()::toString);
    Path arff =
        Files.writeString(
            folder.resolve("mine.arff"),
            "@relation r\n@attribute age real\n@attribute ward {A,B,C}\n@attribute dose real\n"
                + "@attribute outcome {yes,no}\n@data\n"
                + SESSION.strip().lines().skip(1).collect(Collectors.joining("\n")).replace(",,", ",?,"));
    assertEquals(
        session.clients().get(0).train(),
        SchemaEncoder.encode(arff, session.schema(), ProgressListener.NONE).examples());
  }

  @Test
  void whatTheSessionSaysOfMissingValuesHoldsForSites() throws IOException {
    session = load(SESSION, Map.of("target", "outcome", "missingTexts", List.of("-99")));
    assertEquals(session.clients().get(0).train(), encode(SESSION.replace("48,B,,no", "48,B,-99,no")).examples());
    Path mine = Files.writeString(folder.resolve("mine.csv"), SESSION.replace("48,B,,no", "48,B,-1,no"));
    FileFormat own = FormatOptions.change(session.schema().format(), List.of("missingTexts=-1"));
    assertEquals(
        session.clients().get(0).train(),
        SchemaEncoder.encode(mine, session.schema(), own, ProgressListener.NONE).examples());
  }

  @Test
  void aMissingColumnIsNamedWithTheNearestSpelling() {
    assertEquals(
        List.of(
            "mine.csv:1: Column 'age' is missing, and the experiment needs it. Did you mean 'ages'?"
                + " The file has ages, ward, outcome.",
            "mine.csv:1: Column 'dose' is missing, and the experiment needs it."
                + " The file has ages, ward, outcome."),
        problems("ages,ward,outcome\n50,A,yes\n"));
  }

  @Test
  void aTextAmongNumbersIsRefusedWithItsLine() {
    assertEquals(
        List.of(
            "mine.csv:3: Column 'age' is 'old' here, but it holds numbers in the experiment. Write a number,"
                + " or leave the cell empty."),
        problems("age,ward,dose,outcome\n50,A,1,yes\nold,A,1,no\n"));
  }

  @Test
  void anUnknownLabelIsRefusedWithItsLine() {
    assertEquals(
        List.of(
            "mine.csv:3: Column 'outcome' is 'perhaps' here, which is no label of the experiment; its labels"
                + " are no, yes. Correct the cell, or leave it empty to leave the row out."),
        problems("age,ward,dose,outcome\n50,A,1,yes\n51,A,1,perhaps\n"));
  }

  @Test
  void anUnknownLevelCountsAsNoneAndIsStated() throws IOException {
    EncodedRows encoded = encode("age,ward,dose,outcome\n50,X,1,yes\n51,A,1,no\n52,Y,1,no\n");
    assertEquals(
        List.of(
            "Column 'ward': 2 rows have a text that the experiment does not know ('X' in line 2 first); taken"
                + " for none of: A, B, C."),
        encoded.notes());
    List<String> features = session.features();
    int width = features.size();
    assertEquals(1, encoded.examples().features()[width + features.indexOf("ward=A")]);
    for (String level : List.of("ward=A", "ward=B", "ward=C")) {
      assertEquals(0, encoded.examples().features()[features.indexOf(level)], level);
    }
  }

  @Test
  void gapsAreFilledWhereTheSessionCanAndElseTheRowIsLeftOut() throws IOException {
    EncodedRows encoded =
        encode("age,ward,dose,outcome\n50,A,,yes\n,A,1,no\n52,,1,no\n53,A,1,\n54,A,1,no\n");
    assertEquals(2, encoded.examples().rows());
    int dose = session.features().indexOf("dose");
    assertEquals(0f, encoded.examples().features()[dose], 1e-6f, "the mean, standardised");
    assertEquals(
        List.of(
            "1 row without a value of 'outcome' was left out.",
            "2 rows without a value that the experiment can fill in were left out."),
        encoded.notes());
  }

  @Test
  void aFileOfWhichNoRowIsLeftIsRefused() {
    assertEquals(
        List.of(
            "mine.csv: No row is left to train on: each lacks its target or a value that can't be filled"
                + " in."),
        problems("age,ward,dose,outcome\n50,A,1,\n"));
  }

  @Test
  void aFileThatIsNotThereIsRefused() {
    List<Problem> problems =
        assertThrows(
                InvalidInputException.class,
                () ->
                    SchemaEncoder.encode(
                        folder.resolve("none.csv"), session.schema(), ProgressListener.NONE))
            .problems();
    assertEquals("There is no such file; name a table of yours.", problems.get(0).message());
  }

  @Test
  void levelsThatLookLikeNumbersAreReadAsTexts() throws IOException {
    session = load("ward,outcome\n01,a\nX,b\n", Map.of("target", "outcome"));
    EncodedRows encoded = encode("ward,outcome\n01,b\n01,a\n");
    assertEquals(List.of(), encoded.notes());
    assertEquals(1, encoded.examples().features()[session.features().indexOf("ward=01")]);
  }

  @Test
  void numbersAsLabelsAreComparedAsNumbers() throws IOException {
    session = load("x,grade\n1,3\n2,1\n", Map.of("target", "grade"));
    assertEquals(
        List.of(1f, 0f),
        List.of(encode("x,grade\n1,3.0\n2,1\n").examples().targets()[0],
            encode("x,grade\n1,3.0\n2,1\n").examples().targets()[1]));
  }

  @Test
  void numbersToPredictGoThroughLogarithmAndScale() throws IOException {
    String text = "x,price\n1,100.5\n2,250\n3,30\n4,77\n";
    Map<String, Object> log = Map.of("target", "price", "task", "regression", "targetTransform", "log");
    session = load(text, log);
    assertEquals(session.clients().get(0).train(), encode(text).examples());
    assertEquals(
        List.of(
            "mine.csv:2: Column 'price' is '-3' here, but the experiment takes its logarithm, which needs"
                + " numbers above 0."),
        problems("x,price\n1,-3\n"));
    assertEquals(
        List.of("mine.csv:2: Column 'price' is 'dear' here, but the experiment predicts a number. Write a number."),
        problems("x,price\n1,dear\n"));
  }

  private FederatedDataset load(String csv, Map<String, Object> options) throws IOException {
    Files.writeString(folder.resolve("session.csv"), csv);
    Map<String, Object> data = new HashMap<>(options);
    data.put("source", "session.csv");
    data.put("test", 0.0);
    return Fixtures.load(
        folder, Fixtures.experiment(1, data, Fixtures.partition("iid", Map.of("clients", 1))));
  }

  private EncodedRows encode(String csv) throws IOException {
    Path file = Files.writeString(folder.resolve("mine.csv"), csv);
    return SchemaEncoder.encode(file, session.schema(), ProgressListener.NONE);
  }

  private List<String> problems(String csv) {
    List<Problem> problems =
        assertThrows(InvalidInputException.class, () -> encode(csv)).problems();
    return problems.stream()
        .map(problem -> problem.toString().replace(folder.resolve("mine.csv").toString(), "mine.csv"))
        .toList();
  }
}
