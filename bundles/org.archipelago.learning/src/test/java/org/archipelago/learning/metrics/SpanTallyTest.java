package org.archipelago.learning.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.archipelago.core.ConfusionMatrix.Scores;
import org.archipelago.learning.metrics.SpanTally.Span;
import org.junit.jupiter.api.Test;

class SpanTallyTest {

  @Test
  void spansAreCountedAsConllevalCountsThem() {
    SpanTally whole = new SpanTally();
    SpanTally merged = new SpanTally();
    for (List<String[]> sentence : sentences()) {
      List<String> truth = sentence.stream().map(token -> token[1]).toList();
      List<String> predicted = sentence.stream().map(token -> token[2]).toList();
      whole.add(truth, predicted);
      SpanTally one = new SpanTally();
      one.add(truth, predicted);
      one.merge(merged);
      merged = one;
    }
    for (String line : Reference.lines("tags_expected.csv")) {
      String[] cells = line.split(",");
      long right = Long.parseLong(cells[1]);
      long found = Long.parseLong(cells[2]);
      long there = Long.parseLong(cells[3]);
      if (cells[0].equals("tokens")) {
        assertEquals(there, whole.tokens());
        assertEquals((double) right / there, whole.tokenAccuracy());
      } else {
        Scores expected = Scores.of(right, found, there);
        assertEquals(expected, cells[0].equals("all") ? whole.all() : whole.of(cells[0]), line);
        assertEquals(expected, cells[0].equals("all") ? merged.all() : merged.of(cells[0]), line);
      }
    }
    assertEquals("[NP, PP, VP]", whole.types().toString());
  }

  private static List<List<String[]>> sentences() {
    List<List<String[]>> sentences = new ArrayList<>();
    List<String[]> sentence = new ArrayList<>();
    for (String line : Reference.lines("tags.txt")) {
      if (line.isEmpty()) {
        sentences.add(sentence);
        sentence = new ArrayList<>();
      } else {
        sentence.add(line.split(" "));
      }
    }
    return sentences;
  }

  @Test
  void bothSchemesMarkTheSameSpans() {
    List<Span> spans = List.of(new Span("PER", 0, 1), new Span("PER", 2, 2), new Span("LOC", 4, 6));
    assertEquals(
        spans, SpanTally.spans(List.of("B-PER", "I-PER", "B-PER", "O", "B-LOC", "I-LOC", "I-LOC")));
    assertEquals(
        spans, SpanTally.spans(List.of("B-PER", "E-PER", "S-PER", "O", "B-LOC", "I-LOC", "E-LOC")));
    assertEquals(
        spans, SpanTally.spans(List.of("I-PER", "I-PER", "B-PER", "O", "I-LOC", "I-LOC", "I-LOC")));
  }

  @Test
  void whatIsNotThereHasNoFigure() {
    SpanTally tally = new SpanTally();
    tally.add(List.of("O", "B-X"), List.of("O", "O"));
    assertTrue(tally.of("X").precision().isEmpty());
    assertEquals(0, tally.of("X").recall().orElseThrow());
    assertTrue(tally.of("Y").f1().isEmpty());
    assertTrue(new SpanTally().all().f1().isEmpty());
    assertEquals(0, new SpanTally().tokenAccuracy());
  }

  @Test
  void tagsThatAreNoneAreNamed() {
    SpanTally tally = new SpanTally();
    assertEquals(
        "'X-PER' is no tag: O, or B, I, E or S, a hyphen and a type are allowed",
        assertThrows(
                IllegalArgumentException.class, () -> tally.add(List.of("O"), List.of("X-PER")))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> tally.add(List.of("O"), List.of()));
  }
}
