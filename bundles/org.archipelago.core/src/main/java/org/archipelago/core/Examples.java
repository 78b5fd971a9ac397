package org.archipelago.core;

import java.util.Arrays;

/**
 * Rows that a model can learn from or be judged on.
 *
 * <p>The arrays are handed over, not copied; nobody changes them afterwards.
 *
 * @param columns number of features a row
 * @param features row-major, {@code rows × columns}
 * @param targets one value a row: the class index (0, 1, …) for classification, the number for
 *     regression
 */
public record Examples(int columns, float[] features, float[] targets) {

  public Examples {
    if (columns < 0 || features.length != (long) columns * targets.length) {
      throw new IllegalArgumentException(
          "%d features do not make %d rows of %d columns"
              .formatted(features.length, targets.length, columns));
    }
  }

  /** Number of rows. */
  public int rows() {
    return targets.length;
  }

  /** The given rows, in the given order, as a copy. */
  public Examples select(int[] rows) {
    float[] selected = new float[rows.length * columns];
    float[] selectedTargets = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(features, rows[i] * columns, selected, i * columns, columns);
      selectedTargets[i] = targets[rows[i]];
    }
    return new Examples(columns, selected, selectedTargets);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Examples that
        && columns == that.columns
        && Arrays.equals(features, that.features)
        && Arrays.equals(targets, that.targets);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(targets) + columns;
  }

  @Override
  public String toString() {
    return "Examples[rows=" + rows() + ", columns=" + columns + "]";
  }
}
