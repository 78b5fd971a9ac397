package org.archipelago.data.inspect;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.archipelago.data.table.CategoricalColumn;
import org.archipelago.data.table.Column;
import org.archipelago.data.table.NumericColumn;
import org.archipelago.data.table.WordsColumn;

/**
 * What a column of a table looks like.
 *
 * @param name as the header has it
 * @param kind what its cells are
 * @param whole whether all its values are whole numbers
 * @param distinct number of different values
 * @param missing rows without a value
 * @param rows all rows
 * @param looksLikeIdentifier whether it names rows rather than describing them
 */
public record ColumnSummary(
    String name,
    Kind kind,
    boolean whole,
    int distinct,
    int missing,
    int rows,
    boolean looksLikeIdentifier) {

  /** What the cells of a column are. */
  public enum Kind {
    NUMBER,
    TEXT,
    /** Every row has a word, or a tag, after another. */
    WORDS
  }

  /** So many different whole numbers are still taken for classes, as by the data section itself. */
  static final int MOST_CLASSES_OF_NUMBERS = 20;

  private static final int PIXEL_VALUES = 256;

  public static ColumnSummary of(Column column) {
    if (column instanceof NumericColumn numbers) {
      return ofNumbers(numbers);
    }
    if (column instanceof WordsColumn words) {
      Set<String> different = new HashSet<>();
      IntStream.range(0, column.rows()).forEach(row -> different.addAll(words.words(row)));
      return of(column, Kind.WORDS, false, different.size());
    }
    return of(column, Kind.TEXT, false, ((CategoricalColumn) column).levels().size());
  }

  private static ColumnSummary of(Column column, Kind kind, boolean whole, int distinct) {
    return new ColumnSummary(
        column.name(), kind, whole, distinct, column.missing(), column.rows(), Identifiers.looksLikeOne(column));
  }

  /** Values from 0 to 255; what is not looked at is neither constant nor an identifier. */
  static ColumnSummary ofPixels(Column column) {
    return new ColumnSummary(
        column.name(), Kind.NUMBER, true, PIXEL_VALUES, 0, column.rows(), false);
  }

  private static ColumnSummary ofNumbers(NumericColumn numbers) {
    boolean whole =
        IntStream.range(0, numbers.rows())
            .allMatch(row -> numbers.isMissing(row) || NumericColumn.isWhole(numbers.value(row)));
    return of(numbers, Kind.NUMBER, whole, Distinct.count(numbers));
  }

  /** Whether every row has a word, or a tag, after another. */
  public boolean words() {
    return kind == Kind.WORDS;
  }

  public boolean numeric() {
    return kind == Kind.NUMBER;
  }

  /** Whether all rows that have a value have the same. */
  public boolean isConstant() {
    return distinct < 2;
  }

  /** Whether an automatic task would take its values for classes. */
  public boolean hasClasses() {
    return !numeric() || (whole && distinct <= MOST_CLASSES_OF_NUMBERS);
  }

  /** Whether rows could be told apart by it into clients. */
  public boolean couldNameClients() {
    return kind == Kind.TEXT && distinct >= 2 && distinct <= 100 && rows / distinct >= 2;
  }
}
