package org.archipelago.data.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.archipelago.data.Fixtures;
import org.junit.jupiter.api.Test;

/** What a dialog shows of a file, and how a command line says it. */
class FormatPreviewTest {

  private static FormatPreview preview(String text, String... options) {
    return FormatPreview.of(
        "my.csv",
        text.getBytes(StandardCharsets.UTF_8),
        FormatOptions.change(FileFormat.DETECTED, List.of(options)));
  }

  @Test
  void theFirstRowsFollowTheFormat() {
    String text = "a;b\n1,5;x\n2,5;y\n";
    assertEquals(List.of(List.of("1,5", "x"), List.of("2,5", "y")), preview(text).rows());
    assertEquals("comma", preview(text).found().decimal());
    assertEquals(List.of("column1", "column2"), preview(text, "header=false").names());
    assertTrue(preview(text, "delimiter=comma").problem().contains("a single column 'a;b'"));
  }

  @Test
  void ofALongFileOnlyTheBeginningIsLookedAt() {
    FormatPreview preview = preview("a,b\n" + "1,2\n".repeat(1000) + "3\n");
    assertEquals(30, preview.rows().size());
    assertEquals("", preview.problem());
    assertTrue(preview("a,b\n1,2\n3\n").problem().contains("The row has 1 cells"));
  }

  @Test
  void optionsThatAreNoneAreAnswered() {
    assertEquals(
        "delimiter: Found 'space', but this must be one of auto, comma, semicolon, tab, pipe.",
        Fixtures.problem(() -> preview("a\n1\n", "delimiter=space")).toString());
    assertTrue(Fixtures.problem(() -> preview("a\n1\n", "delimeter=tab")).toString().contains("there is delimiter, "));
    assertTrue(Fixtures.problem(() -> preview("a\n1\n", "tab")).toString().contains("no name=value"));
    assertEquals(
        List.of("auto", "-99"), FormatOptions.change(FileFormat.DETECTED, List.of("missingTexts=auto, -99")).missing());
  }
}
