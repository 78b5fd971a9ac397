package org.archipelago.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.archipelago.core.Examples;
import org.archipelago.core.Inputs;
import org.archipelago.data.table.Column;

/** Turns rows of texts into ids of words, and their targets into as many tags, or one class or number. */
final class WordEncoder {

  private final Column column;
  private final SchemaWords words;
  private final Map<String, Integer> ids = new HashMap<>();
  private long read;
  private long unknown;
  private int cutTexts;
  private long cutWords;

  /** @param column has the texts */
  WordEncoder(Column column, SchemaWords words) {
    this.column = column;
    this.words = words;
    for (int i = 0; i < words.vocabulary().size(); i++) {
      ids.put(words.vocabulary().get(i), i + SchemaWords.FIRST);
    }
  }

  /**
   * Chooses the words that are to be known.
   *
   * @param rows those that clients train on
   * @param most how many words may be known
   * @param fewest how often a word must occur
   * @return the most frequent first, of equally frequent ones in the order of their letters
   */
  static List<String> vocabulary(Column column, IntStream rows, boolean lowerCase, int most, int fewest) {
    Map<String, Integer> counts = new HashMap<>();
    rows.forEach(
        row -> SchemaWords.of(column, row, lowerCase).forEach(word -> counts.merge(word, 1, Integer::sum)));
    return counts.entrySet().stream()
        .filter(word -> word.getValue() >= fewest)
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Texts that have one target each. */
  Examples encode(int[] rows, double[] targets) {
    float[] encoded = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      encoded[i] = (float) targets[rows[i]];
    }
    return new Examples(words.length(), ids(rows), encoded);
  }

  /** @param tags index of every word's tag, in every row of the table */
  Examples encode(int[] rows, int[][] tags) {
    float[] encoded = new float[rows.length * words.length()];
    Arrays.fill(encoded, Examples.NONE);
    for (int i = 0; i < rows.length; i++) {
      int[] own = tags[rows[i]];
      for (int place = 0; place < Math.min(own.length, words.length()); place++) {
        encoded[i * words.length() + place] = own[place];
      }
    }
    return new Examples(words.length(), ids(rows), words.length(), encoded);
  }

  private float[] ids(int[] rows) {
    float[] encoded = new float[rows.length * words.length()];
    for (int i = 0; i < rows.length; i++) {
      List<String> own = SchemaWords.of(column, rows[i], words.lowerCase());
      int kept = Math.min(own.size(), words.length());
      cutTexts += kept < own.size() ? 1 : 0;
      cutWords += own.size() - kept;
      for (int place = 0; place < kept; place++) {
        int id = ids.getOrDefault(own.get(place), Inputs.UNKNOWN);
        read++;
        unknown += id == Inputs.UNKNOWN ? 1 : 0;
        encoded[i * words.length() + place] = id;
      }
    }
    return encoded;
  }

  /** What was cut off and what was not known, in sentences. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (cutTexts > 0) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%,d %s longer than %d words (maxWords): %,d words behind that were left out, of training and of"
                  + " figures.",
              cutTexts,
              cutTexts == 1 ? "text is" : "texts are",
              words.length(),
              cutWords));
    }
    if (unknown > 0) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%,d of %,d words are not in the vocabulary and were taken for one and the same unknown word.",
              unknown,
              read));
    }
    return notes;
  }
}
