package org.archipelago.learning.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.archipelago.core.ConfusionMatrix.Scores;

/**
 * Spans found by a tagger against those that are there, as the shared tasks of CoNLL count them: a span is
 * right only if its type, its first and its last token are (Tjong Kim Sang and Buchholz 2000,
 * "Introduction to the CoNLL-2000 shared task: chunking", and its script conlleval).
 *
 * <p>Tags are {@code O}, or one of B, I, E, S, a hyphen and a type: BIO (IOB1 and IOB2) and BIOES (also
 * IOBES). Like the script it reads tags that break the scheme: an I after O or after another type begins
 * a span. Merging adds counts. Not thread-safe.
 */
public final class SpanTally {

  private static final String OUTSIDE = "O";

  private final Map<String, long[]> byType = new TreeMap<>();
  private long tokens;
  private long rightTokens;

  /** One span: its type, and its first and last token from 0. */
  record Span(String type, int first, int last) {}

  /**
   * Counts a sentence.
   *
   * @param truth a tag a token
   * @param predicted as many
   * @throws IllegalArgumentException if their numbers differ or a tag is none
   */
  public void add(List<String> truth, List<String> predicted) {
    if (truth.size() != predicted.size()) {
      throw new IllegalArgumentException(
          "%d true tags, but %d predicted ones".formatted(truth.size(), predicted.size()));
    }
    for (int i = 0; i < truth.size(); i++) {
      rightTokens += truth.get(i).equals(predicted.get(i)) ? 1 : 0;
    }
    tokens += truth.size();
    Set<Span> right = Set.copyOf(spans(truth));
    right.forEach(span -> counts(span.type())[1]++);
    for (Span span : spans(predicted)) {
      counts(span.type())[2]++;
      counts(span.type())[0] += right.contains(span) ? 1 : 0;
    }
  }

  private long[] counts(String type) {
    return byType.computeIfAbsent(type, name -> new long[3]);
  }

  /** Adds all that another counted. */
  public void merge(SpanTally other) {
    other.byType.forEach((type, counted) -> {
      long[] mine = counts(type);
      for (int i = 0; i < mine.length; i++) {
        mine[i] += counted[i];
      }
    });
    tokens += other.tokens;
    rightTokens += other.rightTokens;
  }

  /** The types that spans have, in the order of their names. */
  public Set<String> types() {
    return new TreeSet<>(byType.keySet());
  }

  /** Figures of one type; a figure whose denominator is 0 is not defined. */
  public Scores of(String type) {
    long[] counted = byType.getOrDefault(type, new long[3]);
    return Scores.of(counted[0], counted[2], counted[1]);
  }

  /** Figures over the spans of all types: the one that CoNLL ranks by. */
  public Scores all() {
    long[] sum = new long[3];
    byType.values().forEach(counted -> {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += counted[i];
      }
    });
    return Scores.of(sum[0], sum[2], sum[1]);
  }

  /** Tokens counted. */
  public long tokens() {
    return tokens;
  }

  /** Share of tokens whose tag is predicted; 0 where there is none. */
  public double tokenAccuracy() {
    return tokens == 0 ? 0 : (double) rightTokens / tokens;
  }

  /** The spans that the tags of a sentence mark, from left to right. */
  static List<Span> spans(List<String> tags) {
    List<Span> spans = new ArrayList<>();
    char before = 'O';
    String typeBefore = "";
    int first = -1;
    for (int i = 0; i < tags.size(); i++) {
      String tag = tags.get(i);
      char mark = mark(tag);
      String type = mark == 'O' ? "" : tag.substring(2);
      if (first >= 0 && ends(before, mark, typeBefore, type)) {
        spans.add(new Span(typeBefore, first, i - 1));
        first = -1;
      }
      if (begins(before, mark, typeBefore, type)) {
        first = i;
      }
      before = mark;
      typeBefore = type;
    }
    if (first >= 0) {
      spans.add(new Span(typeBefore, first, tags.size() - 1));
    }
    return spans;
  }

  private static char mark(String tag) {
    if (tag.equals(OUTSIDE)) {
      return 'O';
    }
    if (tag.length() < 3 || "BIES".indexOf(tag.charAt(0)) < 0 || tag.charAt(1) != '-') {
      throw new IllegalArgumentException(
          "'%s' is no tag: O, or B, I, E or S, a hyphen and a type are allowed".formatted(tag));
    }
    return tag.charAt(0);
  }

  private static boolean ends(char before, char mark, String typeBefore, String type) {
    return before == 'E'
        || before == 'S'
        || mark == 'O'
        || mark == 'B'
        || mark == 'S'
        || !typeBefore.equals(type);
  }

  private static boolean begins(char before, char mark, String typeBefore, String type) {
    return mark == 'B'
        || mark == 'S'
        || mark != 'O' && (before == 'O' || before == 'E' || before == 'S' || !typeBefore.equals(type));
  }
}
