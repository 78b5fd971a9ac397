package org.archipelago.data.table;

/** One column of a {@link Table}. Immutable; rows are counted from 0. */
public sealed interface Column permits NumericColumn, CategoricalColumn, WordsColumn {

  /** Its name in the header; unique in the table. */
  String name();

  int rows();

  /** Whether the cell is empty in the source. */
  boolean isMissing(int row);

  /** The value for people to read; empty text where it is missing. */
  String text(int row);

  /** Number of rows without a value. */
  default int missing() {
    int missing = 0;
    for (int row = 0; row < rows(); row++) {
      missing += isMissing(row) ? 1 : 0;
    }
    return missing;
  }
}
