package org.archipelago.ui.workbench.wizard;

import java.util.HashSet;
import java.util.Locale;
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
 * @param numeric whether all its values are numbers
 * @param whole whether all its numbers are whole
 * @param consecutive whether its numbers count the rows, in any order
 * @param distinct number of different values
 * @param missing rows without a value
 * @param rows all rows
 * @param words whether every row has a word, or a tag, after another
 */
record ColumnSummary(
    String name,
    boolean numeric,
    boolean whole,
    boolean consecutive,
    int distinct,
    int missing,
    int rows,
    boolean words) {

  /** So many different whole numbers are still taken for classes, as by the data section itself. */
  static final int MOST_CLASSES_OF_NUMBERS = 20;

  /** More different texts than this are no feature, as the data section has it. */
  private static final int MOST_LEVELS = 1000;

  private static final int FEWEST_ROWS_TO_JUDGE = 10;

  static ColumnSummary of(Column column) {
    return switch (column) {
      case CategoricalColumn texts ->
          new ColumnSummary(
              texts.name(),
              false,
              false,
              false,
              texts.levels().size(),
              texts.missing(),
              texts.rows(),
              false);
      case NumericColumn numbers -> ofNumbers(numbers);
      case WordsColumn words -> ofWords(words);
    };
  }

  /** Values from 0 to 255; what is not looked at is neither constant nor an identifier. */
  static ColumnSummary ofPixels(Column column) {
    return new ColumnSummary(column.name(), true, true, false, 256, 0, column.rows(), false);
  }

  private static ColumnSummary ofWords(WordsColumn column) {
    Set<String> different = new HashSet<>();
    IntStream.range(0, column.rows()).forEach(row -> different.addAll(column.words(row)));
    return new ColumnSummary(
        column.name(), false, false, false, different.size(), column.missing(), column.rows(), true);
  }

  private static ColumnSummary ofNumbers(NumericColumn numbers) {
    Set<Double> different = new HashSet<>();
    boolean whole = true;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int row = 0; row < numbers.rows(); row++) {
      if (!numbers.isMissing(row)) {
        double value = numbers.value(row);
        different.add(value);
        whole &= NumericColumn.isWhole(value);
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    int missing = numbers.missing();
    boolean allDifferent = different.size() == numbers.rows() - missing;
    boolean consecutive = whole && allDifferent && high - low + 1 == different.size();
    return new ColumnSummary(
        numbers.name(), true, whole, consecutive, different.size(), missing, numbers.rows(), false);
  }

  /** Whether nearly every row has a value of its own, as a number of a patient has: nothing to learn. */
  boolean looksLikeIdentifier() {
    if (words || rows < FEWEST_ROWS_TO_JUDGE || (numeric && !whole)) {
      return false;
    }
    boolean named = name.toLowerCase(Locale.ROOT).matches("(.*[_. -])?(id|uuid|key|nr|no)");
    int present = rows - missing;
    boolean everyRowItsOwn = numeric ? consecutive : distinct == present || distinct > MOST_LEVELS;
    return present > 0 && (everyRowItsOwn || named && distinct > 0.5 * present);
  }

  /** Whether all rows that have a value have the same. */
  boolean isConstant() {
    return distinct < 2;
  }

  /** Whether an automatic task would take its values for classes. */
  boolean hasClasses() {
    return !numeric || (whole && distinct <= MOST_CLASSES_OF_NUMBERS);
  }

  /** Whether rows could be told apart by it into clients. */
  boolean couldNameClients() {
    return !numeric && !words && distinct >= 2 && distinct <= 100 && rows / distinct >= 2;
  }
}
