package org.archipelago.data.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.archipelago.core.Problem;
import org.archipelago.core.ProgressListener;
import org.archipelago.data.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Delimiters, quotes, encodings, decimal signs and missing values: found out, and as they were said. */
class FileFormatTest {

  @TempDir private Path folder;

  private static final FileFormat AUTO = FileFormat.DETECTED;

  private static Table read(String text) {
    return read(text, AUTO);
  }

  private static Table read(String text, FileFormat format) {
    return read(text.getBytes(StandardCharsets.UTF_8), format);
  }

  private static Table read(byte[] bytes, FileFormat format) {
    return CsvReader.read(
        "my.csv",
        () -> new ByteArrayInputStream(bytes),
        Expected.of(Optional.empty(), format),
        ProgressListener.NONE);
  }

  private static Problem problem(byte[] bytes, FileFormat format) {
    return Fixtures.problem(() -> read(bytes, format));
  }

  private static List<String> texts(Table table, String column) {
    Column found = table.column(column).orElseThrow();
    List<String> texts = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      texts.add(found.text(row));
    }
    return texts;
  }

  private static FileFormat encoded(String encoding) {
    return new FileFormat("auto", "auto", encoding, "auto", true, List.of("auto"), List.of(), List.of());
  }

  private static FileFormat missing(String... texts) {
    return new FileFormat(
        "auto", "auto", "auto", "auto", true, List.of(texts), List.of(), List.of());
  }

  @ParameterizedTest
  @CsvSource({"comma, ','", "semicolon, ;", "tab, '\t'", "pipe, |"})
  void theDelimiterIsTheOneThatCutsAllLinesAlike(String name, String sign) {
    Table table = read("a#b#c\n1#x, y; z#3\n4#u|v#6\n".replace("x, y; z", "\"x, y; z\"").replace("u|v", "\"u|v\"").replace("#", sign));
    assertEquals(List.of("a", "b", "c"), table.names());
    assertEquals(List.of("x, y; z", "u|v"), texts(table, "b"));
    assertEquals(name, table.format().orElseThrow().delimiter());
  }

  @Test
  void aTextWithSemicolonsInItDoesNotMislead() {
    Table table = read("name,tags\nann,a;b;c\nbob,a;b;c\n");
    assertEquals(List.of("name", "tags"), table.names());
    assertEquals(List.of(), table.notes());
  }

  @Test
  void aDelimiterThatIsSaidIsTaken() {
    FileFormat semicolon =
        new FileFormat("semicolon", "auto", "auto", "auto", true, List.of("auto"), List.of(), List.of());
    assertEquals(List.of("a,b"), read("a,b;c,d\n1;2\n", semicolon).names().subList(0, 1));
    assertEquals(
        "my.csv:1: The header is a single column 'a,b', cut as the delimiter says that was given; take 'auto', or"
            + " the one that the file has.",
        Fixtures.problem(() -> read("a,b\n1,2\n", semicolon)).toString());
  }

  @Test
  void germanFilesHaveSemicolonsAndDecimalCommas() {
    Table table = read("ort;miete\nKöln;1,5\nMünchen;-2,25e1\nUlm;3\n");
    NumericColumn rent = assertInstanceOf(NumericColumn.class, table.column("miete").orElseThrow());
    assertEquals(-22.5, rent.value(1));
    assertEquals(
        List.of(
            "The cells were cut at the delimiter 'semicolon'.", "Commas in numbers were taken for decimal signs."),
        table.notes());
  }

  @Test
  void commasBetweenThousandsAreNotTakenForDecimals() {
    Table table = read("a\tb\n1,200\tx\n3,450\ty\n");
    assertInstanceOf(CategoricalColumn.class, table.column("a").orElseThrow());
    CategoricalColumn mixed =
        assertInstanceOf(CategoricalColumn.class, read("a;b\n1,5;x\nmany;y\n").column("a").orElseThrow());
    assertEquals(1, mixed.firstNonNumber(), "numbers with a comma are numbers in messages too");
  }

  @Test
  void singleQuotesAreUnderstood() {
    Table table = read("a,b\n'x, y',1\n'z',2\n");
    assertEquals(List.of("x, y", "z"), texts(table, "a"));
    assertEquals("single", table.format().orElseThrow().quote());
    assertEquals(List.of("it's", "ok"), texts(read("a,b\nit's,1\nok,2\n"), "a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1252", "UTF-16LE", "UTF-16BE", "UTF-8"})
  void westernTextIsReadInItsEncoding(String encoding) {
    byte[] bytes = "ort,x\nMünchen,1\nCafé – 5 €,2\n".getBytes(Charset.forName(encoding));
    Table table = read(bytes, AUTO);
    assertEquals(List.of("München", "Café – 5 €"), texts(table, "ort"));
  }

  @Test
  void chineseTextIsReadInItsEncoding() {
    byte[] bytes = "城市,人口\n北京,1\n上海,2\n".getBytes(Charset.forName("GB18030"));
    Table table = read(bytes, AUTO);
    assertEquals(List.of("城市", "人口"), table.names());
    assertEquals(List.of("The file was read as GB18030 text."), table.notes());
  }

  @Test
  void byteOrderMarksAreNoPartOfTheFirstName() {
    for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      Table table = read("\uFEFFa,b\n1,ü\n".getBytes(charset), AUTO);
      assertEquals(List.of("a", "b"), table.names());
    }
  }

  @Test
  void anEncodingThatShowsLateIsFoundToo() {
    String rows = "id,name\n" + "1,plain\n".repeat(20_000) + "2,Jürgen\n";
    Table table = read(rows.getBytes(StandardCharsets.ISO_8859_1), AUTO);
    assertEquals("Jürgen", table.column("name").orElseThrow().text(20_000));
    assertEquals("windows-1252", table.format().orElseThrow().encoding());
  }

  @Test
  void aTextThatIsNotOfItsEncodingIsNamedWithItsLine() {
    String rows = "id,name\n" + "1,plain\n".repeat(20_000) + "2,Jürgen\n";
    assertEquals(
        "my.csv:20002: The file is not UTF-8 text; save it with the encoding UTF-8, or say the one it has"
            + " (data.encoding).",
        problem(rows.getBytes(StandardCharsets.ISO_8859_1), encoded("utf-8")).toString());
    byte[] both = ("id,name\n1,Jürgen\n" + "1,plain\n".repeat(20_000)).getBytes(StandardCharsets.UTF_8);
    both[both.length - 2] = (byte) 0xFC;
    assertEquals(20_002, problem(both, AUTO).line(), "what began as UTF-8 is a damaged file");
  }

  @Test
  void whatIsNoTextIsCalledByItsKind() {
    assertEquals(
        "my.csv: The file is no text: it is a ZIP archive or a spreadsheet (.xlsx, .ods). Save the table as CSV, and"
            + " name that file.",
        problem(new byte[] {'P', 'K', 3, 4, 0, 0}, AUTO).toString());
    byte[] binary = new byte[5000];
    for (int i = 0; i < binary.length; i++) {
      binary[i] = (byte) (i * 37);
    }
    assertTrue(problem(binary, AUTO).message().contains("binary, with a byte 0 at place 1"));
  }

  @Test
  void aQuoteThatIsNeverClosedDoesNotFillTheMemory() {
    byte[] bytes = new byte[40_000_000];
    java.util.Arrays.fill(bytes, (byte) 'x');
    System.arraycopy("a,b\n1,\"".getBytes(StandardCharsets.UTF_8), 0, bytes, 0, 7);
    assertTrue(problem(bytes, AUTO).message().contains("a quote that is never closed"));
  }

  @Test
  void theUsualTextsStandForMissingValues() {
    Table table = read("x,plan\n1,none\nNA,basic\n-,?\n4,NA\n");
    assertInstanceOf(NumericColumn.class, table.column("x").orElseThrow());
    assertEquals(List.of("1", "", "", "4"), texts(table, "x"));
    assertEquals(List.of("none", "basic", "", ""), texts(table, "plan"), "none is a plan");
    assertEquals(List.of("Taken for missing values: '-' (1), '?' (1), 'NA' (2)."), table.notes());
  }

  @Test
  void whichTextsStandForMissingValuesCanBeSaid() {
    Table table = read("x,plan\n1,none\n-99,NA\n", missing("-99"));
    assertEquals(List.of("1", ""), texts(table, "x"));
    assertEquals(List.of("none", "NA"), texts(table, "plan"));
    assertInstanceOf(CategoricalColumn.class, read("x\n1\nNA\n", missing()).column("x").orElseThrow());
    assertEquals(List.of("", ""), texts(read("x\n-99\nNA\n", missing("auto", "-99")), "x"));
  }

  @Test
  void typesCanBeSaid() {
    FileFormat said =
        new FileFormat("auto", "auto", "auto", "auto", true, List.of("auto"), List.of("zip"), List.of("id"));
    Table table = read("zip,id\n10001,007\n20002,008\n", said);
    assertInstanceOf(CategoricalColumn.class, table.column("zip").orElseThrow());
    assertInstanceOf(NumericColumn.class, table.column("id").orElseThrow());
    assertEquals(
        "my.csv:3: Column 'id' is 'x7' here, but is said to hold numbers. Mend the cell, or, if it stands for a missing"
            + " value, add 'x7' to data.missingTexts.",
        Fixtures.problem(() -> read("zip,id\n1,007\n2,x7\n", said)).toString());
  }

  @Test
  void aFileMayHaveNoHeader() {
    FileFormat bare =
        new FileFormat("auto", "auto", "auto", "auto", false, List.of("auto"), List.of(), List.of());
    Table table = read("5.1,setosa\n4.9,setosa\n", bare);
    assertEquals(List.of("column1", "column2"), table.names());
    assertEquals(2, table.rows());
    assertEquals(
        "my.csv:2: The row has 3 cells, but the first row has 2.",
        Fixtures.problem(() -> read("1,2\n1,2,3\n", bare)).toString());
  }

  @Test
  void aPackedFileIsUnpacked() throws IOException {
    Path file = folder.resolve("my.TSV.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("a\tb\n1\t2\n".getBytes(StandardCharsets.UTF_8));
    }
    assertTrue(Tables.isNamedSo(file));
    Table table = Tables.read("my.TSV.gz", file, Expected.NOTHING, ProgressListener.NONE);
    assertEquals(List.of("a", "b"), table.names());
  }

  @Test
  void aFileToldBytesAndThenRows() throws IOException {
    Path file = folder.resolve("my.csv");
    Files.writeString(file, "a,b\n" + "1,2\n".repeat(25_000));
    List<String> told = new ArrayList<>();
    Tables.read("my.csv", file, Expected.NOTHING, (what, done, total) -> told.add(what + " of " + total));
    assertEquals(
        List.of("Looking through my.csv of 100004", "Reading my.csv of 25000"), told.stream().distinct().toList());
  }

  @Test
  void aTableThatNeedsMoreMemoryThanThereIsIsRefusedWithTheEstimate() {
    long rows = Runtime.getRuntime().maxMemory() / 100;
    String said =
        Fixtures.problem(() -> MemoryEstimate.requireAtLeast("my.csv", rows, 40)).toString();
    assertTrue(said.matches("my.csv: About [0-9,]+ rows of 40 columns need about [0-9.]+ GB of memory.*-Xmx.*"), said);
    MemoryEstimate.requireAtLeast("my.csv", rows, 1);
  }

  @Test
  void differentTextsAreEstimatedWithoutKeepingThem() {
    DistinctEstimate estimate = new DistinctEstimate();
    for (int i = 0; i < 200_000; i++) {
      estimate.add("text " + i % 50_000);
    }
    assertEquals(50_000, estimate.count(), 5_000);
    DistinctEstimate few = new DistinctEstimate();
    List.of("a", "b", "a").forEach(few::add);
    assertEquals(2, few.count());
  }
}
