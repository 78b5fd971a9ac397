package org.archipelago.core;

import java.util.Arrays;

/**
 * Rows that a model can learn from or be judged on.
 *
 * <p>The arrays are handed over, not copied; nobody changes them afterwards.
 *
 * @param columns number of features a row
 * @param features row-major, {@code rows × columns}
 * @param width number of targets a row: 1, and as many as a row has places for words in tagging
 * @param targets row-major, {@code rows × width}: the class index (0, 1, …) for classification, the number for
 *     regression, the tag's index of every word for tagging, {@link #NONE} where there is no word
 * @param weights what each row's loss in training is multiplied by; none where all count alike. Figures know nothing of
 *     them
 */
public record Examples(int columns, float[] features, int width, float[] targets, float[] weights) {

  /** Target of a place of a row that has no word. */
  public static final float NONE = -1;

  public Examples {
    if (columns < 0
        || width < 1
        || targets.length % width != 0
        || features.length != (long) columns * (targets.length / width)) {
      throw new IllegalArgumentException(
          "%d features do not make %d rows of %d columns"
              .formatted(features.length, targets.length / Math.max(1, width), columns));
    }
    if (weights.length != 0 && weights.length != targets.length / width) {
      throw new IllegalArgumentException(
          "%d weights for %d rows".formatted(weights.length, targets.length / width));
    }
  }

  /** Rows that all count alike. */
  public Examples(int columns, float[] features, int width, float[] targets) {
    this(columns, features, width, targets, new float[0]);
  }

  /** Rows with one target each. */
  public Examples(int columns, float[] features, float[] targets) {
    this(columns, features, 1, targets);
  }

  /** Number of rows. */
  public int rows() {
    return targets.length / width;
  }

  /** The same rows with other weights. */
  public Examples weighted(float[] others) {
    return new Examples(columns, features, width, targets, others);
  }

  /** What a row's loss in training is multiplied by. */
  public float weight(int row) {
    return weights.length == 0 ? 1 : weights[row];
  }

  /** The given rows, in the given order, as a copy. */
  public Examples select(int[] rows) {
    float[] selected = new float[rows.length * columns];
    float[] selectedTargets = new float[rows.length * width];
    float[] selectedWeights = new float[weights.length == 0 ? 0 : rows.length];
    for (int i = 0; i < selectedWeights.length; i++) {
      selectedWeights[i] = weights[rows[i]];
    }
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(features, rows[i] * columns, selected, i * columns, columns);
      System.arraycopy(targets, rows[i] * width, selectedTargets, i * width, width);
    }
    return new Examples(columns, selected, width, selectedTargets, selectedWeights);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Examples that
        && columns == that.columns
        && width == that.width
        && Arrays.equals(features, that.features)
        && Arrays.equals(targets, that.targets)
        && Arrays.equals(weights, that.weights);
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
