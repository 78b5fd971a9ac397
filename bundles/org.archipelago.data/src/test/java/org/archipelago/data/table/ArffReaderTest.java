package org.archipelago.data.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.archipelago.core.ProgressListener;
import org.archipelago.data.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArffReaderTest {

  private static final String HEAD = "@relation r\n@attribute x numeric\n@attribute y {a, b}\n@data\n";

  private static Table read(String text) {
    return ArffReader.read(
        "my.arff",
        () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
        Expected.NOTHING,
        ProgressListener.NONE);
  }

  private static String problem(String text) {
    return Fixtures.problem(() -> read(text)).toString();
  }

  private static List<String> texts(Table table, String column) {
    List<String> texts = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      texts.add(table.column(column).orElseThrow().text(row));
    }
    return texts;
  }

  /** The beginning of the weather data as the manual and Weka's own files have it. */
  @Test
  void weatherIsRead() {
    Table table =
        read(
            """
            % 1. Title: weather
            @RELATION weather
            @ATTRIBUTE outlook {sunny, overcast, rainy}
            @ATTRIBUTE temperature REAL
            @ATTRIBUTE 'is windy' {TRUE, FALSE}
            @ATTRIBUTE play {yes, no}

            @DATA
            sunny,85,FALSE,no
            overcast,?,TRUE,yes  % of unknown temperature
            'rainy',70.5, FALSE ,yes
            """);
    assertEquals(List.of("outlook", "temperature", "is windy", "play"), table.names());
    assertEquals(List.of("sunny", "overcast", "rainy"), texts(table, "outlook"));
    assertEquals(List.of("85", "", "70.5"), texts(table, "temperature"));
    assertEquals(List.of("no", "yes", "yes"), texts(table, "play"));
    assertEquals(10, table.line(1));
  }

  @Test
  void nominalDigitsStayTextsAndQuotesAreUnderstood() {
    Table table =
        read(
            "@relation r\n@attribute class {1,2,'it\\'s'}\n@attribute note string\n@attribute day date yyyy-MM-dd\n@data\n"
                + "1,'a, b',2020-01-31\n'it\\'s',\"c\",?\n");
    assertInstanceOf(CategoricalColumn.class, table.column("class").orElseThrow());
    assertEquals(List.of("1", "it's"), texts(table, "class"));
    assertEquals(List.of("a, b", "c"), texts(table, "note"));
    assertEquals(List.of("2020-01-31", ""), texts(table, "day"));
  }

  /** The example of the manual's section on sparse files, its zeros filled in. */
  @Test
  void sparseRowsAreFilledIn() {
    Table table =
        read(
            "@relation r\n@attribute a numeric\n@attribute b {w,X}\n@attribute c numeric\n@attribute d {U, V, Y}\n"
                + "@attribute class {\"class A\", \"class B\"}\n@data\n"
                + "{1 X, 3 Y, 4 \"class A\"}\n{2 12.5, 4 \"class B\"}\n{}\n");
    assertEquals(List.of("0", "0", "0"), texts(table, "a"));
    assertEquals(List.of("X", "w", "w"), texts(table, "b"));
    assertEquals(List.of("0", "12.5", "0"), texts(table, "c"));
    assertEquals(List.of("Y", "U", "U"), texts(table, "d"));
    assertEquals(List.of("class A", "class B", "class A"), texts(table, "class"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '#', quoteCharacter = '`', value = {
    "1# my.arff:5: The row has 1 cells, but 2 attributes are declared.",
    "1,a,b# my.arff:5: The row has 3 cells, but 2 attributes are declared.",
    "1,c# my.arff:5: Attribute 'y' is 'c' here, which is none of its values: a, b.",
    "1,a,{5}# my.arff:5: The row has a weight, {5}, and weights are not read; take it away.",
    "{7 a}# my.arff:5: '7' is no place of an attribute; these go from 0 to 1.",
    "{0 1# my.arff:5: The brace { is never closed.",
    "1,'a# my.arff:5: A quote ' is never closed."
  })
  void aRowThatIsNotAsDeclaredIsNamedWithItsLine(String row, String message) {
    assertEquals(message, problem(HEAD + row + "\n"));
  }

  @Test
  void aTextWhereANumberIsDeclaredIsNamedWithItsLine() {
    assertTrue(problem(HEAD + "1,a\nmany,b\n").startsWith("my.arff:6: Column 'x' is 'many' here, but is said to hold"));
  }

  @Test
  void headersThatAreNotAsSpecifiedAreNamed() {
    assertEquals("my.arff: The file has no line @data, after which the rows of an ARFF file begin.", problem(""));
    assertEquals("my.arff: The file has a header but no rows.", problem(HEAD));
    assertEquals("my.arff:2: No @attribute is declared before @data.", problem("@relation r\n@data\n1\n"));
    assertEquals(
        "my.arff:3: Two attributes are called 'x'; every column needs a name of its own.",
        problem("@attribute x real\n@attribute x real\n@data\n1,2\n"));
    assertEquals(
        "my.arff:1: '5' is found, but the lines before @data begin with @relation, @attribute or %.",
        problem("5,3\n"));
    assertTrue(problem("@attribute x relational\n@data\n").contains("is of the type 'relational'; those that are"));
  }

  @Test
  void filesAreKnownByTheirNames() {
    assertTrue(Tables.isNamedSo(Path.of("iris.ARFF")));
    assertTrue(Tables.isNamedSo(Path.of("iris.arff.gz")));
  }
}
