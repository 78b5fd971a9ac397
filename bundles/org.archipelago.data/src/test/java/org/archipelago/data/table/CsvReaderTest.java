package org.archipelago.data.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.archipelago.core.Problem;
import org.archipelago.core.ProgressListener;
import org.archipelago.data.Fixtures;
import org.junit.jupiter.api.Test;

class CsvReaderTest {

  private static Table read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Table read(byte[] bytes) {
    return CsvReader.read("my.csv", () -> new ByteArrayInputStream(bytes), ProgressListener.NONE);
  }

  private static Problem problem(String text) {
    return Fixtures.problem(() -> read(text));
  }

  private static List<String> texts(Table table, String column) {
    List<String> texts = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      texts.add(table.column(column).orElseThrow().text(row));
    }
    return texts;
  }

  @Test
  void aColumnIsNumericWhenAllItsValuesAreNumbers() {
    Table table = read("a,b,c,d\n1,x,2.5,0x10\n,3,-1e3,7\n+3,,.5,1f\n");
    assertEquals(List.of("a", "b", "c", "d"), table.names());
    assertInstanceOf(NumericColumn.class, table.column("a").orElseThrow());
    assertInstanceOf(CategoricalColumn.class, table.column("b").orElseThrow());
    assertInstanceOf(NumericColumn.class, table.column("c").orElseThrow());
    assertInstanceOf(CategoricalColumn.class, table.column("d").orElseThrow());
    assertEquals(List.of("1", "", "3"), texts(table, "a"));
    assertEquals(List.of("x", "3", ""), texts(table, "b"));
    assertEquals(List.of("2.5", "-1000", "0.5"), texts(table, "c"));
    assertEquals(1, table.column("a").orElseThrow().missing());
  }

  @Test
  void digitsThatBeginWithAZeroAreCodes() {
    Table table = read("zip,share,zero,signed\n02139,0.5,0,-01\n10001,01.5,10,2\n,2,0,3\n");
    CategoricalColumn zip = assertInstanceOf(CategoricalColumn.class, table.column("zip").orElseThrow());
    assertEquals(List.of("02139", "10001"), zip.levels());
    assertTrue(zip.holdsCodes());
    assertEquals(0, zip.firstNonNumber());
    for (String numeric : List.of("share", "zero", "signed")) {
      assertInstanceOf(NumericColumn.class, table.column(numeric).orElseThrow(), numeric);
    }
    CategoricalColumn words = (CategoricalColumn) read("x\n007\nnone\n").columns().get(0);
    assertFalse(words.holdsCodes());
    assertEquals(1, words.firstNonNumber(), "the word is what is amiss where numbers are wanted");
  }

  @Test
  void whereTheColumnsAreKnownNoneIsTakenForCodes() {
    byte[] bytes = "zip,id\n02139,007\n".getBytes(StandardCharsets.UTF_8);
    Table table =
        CsvReader.read(
            "my.csv",
            () -> new ByteArrayInputStream(bytes),
            Expected.of(Set.of("zip"), Optional.empty(), FileFormat.DETECTED),
            ProgressListener.NONE);
    assertEquals("02139", table.column("zip").orElseThrow().text(0));
    assertInstanceOf(NumericColumn.class, table.column("id").orElseThrow());
  }

  @Test
  void numbersKeepAllTheirDigits() {
    NumericColumn column = (NumericColumn) read("x\n0.1\n-93.6198\n16777217\n").columns().get(0);
    assertEquals(0.1, column.value(0));
    assertEquals(-93.6198, column.value(1));
    assertEquals(16777217.0, column.value(2));
  }

  @Test
  void neitherInfinityNorNanNorOverflowIsANumber() {
    Table table = read("a,b,c\nInfinity,NaN,1e999\n1,1,1\n");
    table.columns().forEach(column -> assertInstanceOf(CategoricalColumn.class, column));
  }

  @Test
  void levelsAreSorted() {
    CategoricalColumn column = (CategoricalColumn) read("x\nb\na\n\"\"\nb\nc\n").columns().get(0);
    assertEquals(List.of("a", "b", "c"), column.levels());
    assertEquals(1, column.code(0));
    assertEquals(CategoricalColumn.MISSING, column.code(2));
    assertEquals(List.of("b", "a", "", "b", "c"), List.of(0, 1, 2, 3, 4).stream().map(column::text).toList());
    assertEquals(0, column.firstNonNumber());
  }

  @Test
  void quotesSpacesEmptyLinesAndWindowsLineEndsAreUnderstood() {
    Table table = read("\"a, b\", c \r\n\"x \"\"y\"\"\r\nz\", 1 \r\n\r\nü,2\r\n");
    assertEquals(List.of("a, b", "c"), table.names());
    assertEquals(List.of("x \"y\"\r\nz", "ü"), texts(table, "a, b"));
    assertEquals(List.of("1", "2"), texts(table, "c"));
    assertEquals(3, table.line(0));
    assertEquals(5, table.line(1));
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstName() {
    assertEquals(List.of("a", "b"), read("\uFEFF\"a\",b\n1,2\n").names());
  }

  @Test
  void theHashIsOfTheFilesBytes() throws Exception {
    byte[] bytes = "a\n1\n\n\n".getBytes(StandardCharsets.UTF_8);
    String expected = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    assertEquals(expected, read(bytes).sha256());
  }

  @Test
  void aRaggedRowIsNamedWithItsLineAndItsCells() {
    Problem problem = problem("a,b,c\n1,2,3\n\n4,5\n");
    assertEquals("my.csv", problem.file());
    assertEquals(4, problem.line());
    assertEquals("The row has 2 cells, but the header names 3 columns.", problem.message());
    assertEquals(2, problem("a,b\n1,2,3").line());
  }

  @Test
  void anEmptyFileSaysWhatIsNeeded() {
    assertEquals("The file is empty; its first line must name the columns.", problem("").message());
    assertEquals("The file is empty; its first line must name the columns.", problem("\n\n").message());
  }

  @Test
  void aHeaderAloneIsNoTable() {
    assertEquals("my.csv: The file has a header but no rows.", problem("a,b\n").toString());
  }

  @Test
  void twoColumnsOfOneNameAreRefused() {
    assertEquals(
        "my.csv:1: Columns 1 and 3 are both called 'a'; every column needs a name of its own.",
        problem("a,b,a\n1,2,3\n").toString());
  }

  @Test
  void aColumnWithoutANameIsRefused() {
    assertEquals("my.csv:1: Column 1 of 2 has no name in the header.", problem(",b\n1,2\n").toString());
  }

  @Test
  void aQuoteThatIsNeverClosedIsRefused() {
    assertTrue(problem("a,b\n1,2\n\"3,4\n5,6\n").toString().contains("not proper CSV"));
  }

  @Test
  void aFileThatFailsToOpenIsNamed() {
    ByteSource failing =
        () -> {
          throw new IOException("disk is gone");
        };
    assertEquals(
        "my.csv: The file can't be read: disk is gone.",
        Fixtures.problem(() -> CsvReader.read("my.csv", failing, ProgressListener.NONE)).toString());
  }

  @Test
  void aFileThatChangesBetweenThePassesIsRefused() {
    for (String second : List.of("a\n1\n2\n", "a\n1\n2\n3\n4\n", "b\n1\n2\n3\n")) {
      Iterator<String> versions = List.of("a\n1\n2\n3\n", second).iterator();
      ByteSource changing =
          () -> new ByteArrayInputStream(versions.next().getBytes(StandardCharsets.UTF_8));
      assertTrue(
          Fixtures.problem(() -> CsvReader.read("my.csv", changing, ProgressListener.NONE))
              .message()
              .contains("changed while it was read"));
    }
  }

  @Test
  void seventyThousandRowsAreReadAndReported() {
    StringBuilder text = new StringBuilder("label,word");
    int pixels = 40;
    for (int column = 0; column < pixels; column++) {
      text.append(",p").append(column);
    }
    int rows = 70_000;
    for (int row = 0; row < rows; row++) {
      text.append('\n').append(row % 10).append(",w").append(row % 7);
      for (int column = 0; column < pixels; column++) {
        text.append(',').append((row + column) % 256);
      }
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    List<Long> totals = new ArrayList<>();
    Table table =
        CsvReader.read(
            "big.csv",
            () -> new ByteArrayInputStream(bytes),
            (what, done, total) -> totals.add(total));
    assertEquals(rows, table.rows());
    assertEquals(Integer.toString((rows - 1 + 39) % 256), table.column("p39").orElseThrow().text(rows - 1));
    assertEquals("w1", table.column("word").orElseThrow().text(8));
    assertEquals(List.of(0L, (long) rows), totals.stream().distinct().toList());
    assertTrue(totals.size() <= 20, "reports are few: " + totals.size());
  }
}
