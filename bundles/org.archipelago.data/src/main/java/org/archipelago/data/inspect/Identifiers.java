package org.archipelago.data.inspect;

import java.util.BitSet;
import java.util.Locale;
import org.archipelago.data.table.CategoricalColumn;
import org.archipelago.data.table.Column;
import org.archipelago.data.table.NumericColumn;

/** Tells columns that name rows, such as the number of a patient, from those that describe them. */
final class Identifiers {

  private static final int FEWEST_ROWS_TO_JUDGE = 10;
  private static final double NEARLY_ALL = 0.95;
  private static final double MANY = 0.5;

  /** More different texts than this are no feature, as the data section has it. */
  private static final int MOST_LEVELS = 1000;

  private Identifiers() {}

  /** Whether nearly every row has a value of its own, or its numbers count the rows. */
  static boolean looksLikeOne(Column column) {
    int present = column.rows() - column.missing();
    if (column.rows() < FEWEST_ROWS_TO_JUDGE || present == 0) {
      return false;
    }
    if (column instanceof CategoricalColumn texts) {
      int different = texts.levels().size();
      return different >= NEARLY_ALL * present
          || different > MOST_LEVELS
          || isNamedSo(column) && different > MANY * present;
    }
    return column instanceof NumericColumn numbers
        && areWhole(numbers)
        && (isRunning(numbers) || isNamedSo(column) && Distinct.count(numbers) > MANY * present);
  }

  private static boolean isNamedSo(Column column) {
    return column.name().toLowerCase(Locale.ROOT).matches("(.*[_. -])?(id|uuid|key|nr|no)");
  }

  private static boolean areWhole(NumericColumn numbers) {
    for (int row = 0; row < numbers.rows(); row++) {
      if (!numbers.isMissing(row) && !NumericColumn.isWhole(numbers.value(row))) {
        return false;
      }
    }
    return true;
  }

  /** Whether its numbers, none twice, count the rows without a gap, in any order. */
  static boolean isRunning(NumericColumn numbers) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    int present = 0;
    for (int row = 0; row < numbers.rows(); row++) {
      if (!numbers.isMissing(row)) {
        low = Math.min(low, numbers.value(row));
        high = Math.max(high, numbers.value(row));
        present++;
      }
    }
    if (high - low + 1 != present) {
      return false;
    }
    BitSet met = new BitSet(present);
    for (int row = 0; row < numbers.rows(); row++) {
      if (!numbers.isMissing(row)) {
        met.set((int) (numbers.value(row) - low));
      }
    }
    return met.cardinality() == present;
  }
}
