package org.archipelago.data;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.archipelago.core.Inputs;
import org.archipelago.data.table.Column;
import org.archipelago.data.table.WordsColumn;

/**
 * How the words of a text become numbers: {@link Inputs#PADDING} after the last, {@link Inputs#UNKNOWN} for one that
 * is not in the vocabulary, and its place in the vocabulary plus 2 for one that is.
 *
 * @param column name of the column of texts; empty where the features are no words
 * @param length so many words of a text count, from the first
 * @param lowerCase whether capital letters are taken for small ones
 * @param vocabulary the words that are known, the most frequent first
 */
public record SchemaWords(String column, int length, boolean lowerCase, List<String> vocabulary) {

  /** The features are no words. */
  public static final SchemaWords NONE = new SchemaWords("", 0, false, List.of());

  /** A Chinese character, a run of other letters and digits, or any other sign. */
  private static final Pattern WORD =
      Pattern.compile("\\p{IsHan}|[\\p{L}\\p{M}\\p{N}&&[^\\p{IsHan}]]+|\\S");

  /** Ids before that of the first word of the vocabulary. */
  static final int FIRST = 2;

  public SchemaWords {
    vocabulary = List.copyOf(vocabulary);
  }

  /** Whether the features are words. */
  public boolean present() {
    return !column.isEmpty();
  }

  /** How many ids there are. */
  public int ids() {
    return vocabulary.size() + FIRST;
  }

  /** The words of a row: those of a file of words, else the row's text split. */
  static List<String> of(Column column, int row, boolean lowerCase) {
    List<String> words =
        column instanceof WordsColumn split
            ? split.words(row)
            : WORD.matcher(column.text(row)).results().map(found -> found.group()).toList();
    return lowerCase
        ? words.stream().map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.toList())
        : words;
  }
}
