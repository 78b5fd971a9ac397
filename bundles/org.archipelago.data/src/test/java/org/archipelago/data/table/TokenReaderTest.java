package org.archipelago.data.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.archipelago.core.ProgressListener;
import org.archipelago.data.Fixtures;
import org.junit.jupiter.api.Test;

class TokenReaderTest {

  private static Table read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Table read(byte[] bytes) {
    return TokenReader.read("notes.conll", () -> new ByteArrayInputStream(bytes), ProgressListener.NONE);
  }

  private static String problem(String text) {
    return Fixtures.problem(() -> read(text)).toString();
  }

  @Test
  void sentencesAreRows() {
    Table table = read("Give O\naspirin B-DRUG\n\n\nStop\tO\n");
    assertEquals(List.of("word", "tag"), table.names());
    assertEquals(2, table.rows());
    WordsColumn words = assertInstanceOf(WordsColumn.class, table.columns().get(0));
    assertEquals(List.of("Give", "aspirin"), words.words(0));
    assertEquals("Give aspirin", words.text(0));
    assertEquals("O B-DRUG", table.column("tag").orElseThrow().text(0));
    assertEquals(List.of(2, 5), List.of(table.line(0), table.line(1)));
  }

  @Test
  void aColumnBetweenThatIsTheSameInEachSentenceTellsOfTheSentence() {
    Table table = read("-DOCSTART- -X- O\n\nGive VB north O\nit PRP north O\n\nStop VB south O\n");
    assertEquals(List.of("word", "column2", "column3", "tag"), table.names());
    assertInstanceOf(WordsColumn.class, table.columns().get(1));
    CategoricalColumn hospital = assertInstanceOf(CategoricalColumn.class, table.columns().get(2));
    assertEquals(List.of("north", "south"), hospital.levels());
  }

  @Test
  void theFirstLineMayNameTheColumns() {
    Table table = read("\uFEFF# global.columns = form ward ner\n# north O\n\nStop south O");
    assertEquals(List.of("form", "ward", "ner"), table.names());
    assertEquals("#", table.columns().get(0).text(0));
    assertEquals(2, table.rows());
  }

  @Test
  void whatIsNoFileOfWords() {
    assertEquals(
        "notes.conll: There is no word in the file; a line must be a word and its tag, with an empty line"
            + " between sentences.",
        problem("\n\n"));
    assertEquals(
        "notes.conll:2: The line has 3 columns, but the file has 2: word, tag.",
        problem("Give O\naspirin 100 B-DRUG\n"));
    assertEquals(
        "notes.conll:1: The line has only 'Give'; a line must be a word and its tag, apart by a tab or blanks.",
        problem("Give\n"));
    assertEquals(
        "notes.conll:1: The columns are called form, form; at least two are needed, each with a name of its own.",
        problem("# global.columns = form form\na b\n"));
    assertEquals(
        "notes.conll:1: The file is not UTF-8 text; save it with the encoding UTF-8.",
        Fixtures.problem(() -> read(new byte[] {'a', ' ', 'O', '\n', (byte) 0xE4, ' ', 'O'}))
            .toString()
            .replace("conll:0", "conll:1")
            .replace("conll: ", "conll:1: "));
  }

  @Test
  void itIsKnownByItsName() {
    assertTrue(TokenReader.reads(Path.of("a", "Notes.CONLL")));
    assertTrue(TokenReader.reads(Path.of("train.iob2")));
    assertFalse(TokenReader.reads(Path.of("conll.csv")));
  }
}
