package org.archipelago.data;

import java.util.AbstractList;
import java.util.Optional;
import java.util.RandomAccess;
import org.archipelago.data.table.Column;
import org.archipelago.data.table.NumericColumn;

/** Values of a column in some rows as texts, each made when it is asked for; empty where missing. */
public final class ColumnTexts extends AbstractList<String> implements RandomAccess {

  private final Column column;
  private final int[] rows;

  /** @param rows of the table; not copied */
  ColumnTexts(Column column, int[] rows) {
    this.column = column;
    this.rows = rows;
  }

  @Override
  public String get(int index) {
    return column.text(rows[index]);
  }

  @Override
  public int size() {
    return rows.length;
  }

  /** The same as numbers, NaN where missing, where the column is one of numbers: without writing and reading texts. */
  public Optional<double[]> numbers() {
    if (!(column instanceof NumericColumn numeric)) {
      return Optional.empty();
    }
    double[] numbers = new double[rows.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = numeric.value(rows[i]);
    }
    return Optional.of(numbers);
  }
}
