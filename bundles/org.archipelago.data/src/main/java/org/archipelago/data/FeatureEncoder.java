package org.archipelago.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.archipelago.core.Examples;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.data.scaling.Affine;
import org.archipelago.data.scaling.ClientSums;
import org.archipelago.data.scaling.Moments;
import org.archipelago.data.scaling.Scaling;
import org.archipelago.data.scaling.ValueRange;
import org.archipelago.data.table.CategoricalColumn;
import org.archipelago.data.table.Column;
import org.archipelago.data.table.NumericColumn;

/**
 * Turns rows of a table into features: a numeric column into one, scaled, its missing values set to
 * the clients' mean; a categorical column into one a level (one-hot), missing being a level.
 */
final class FeatureEncoder {

  /** What a missing text is called. */
  static final String MISSING = "missing";

  private final List<Encoding> encodings = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final int[] usable;
  private boolean sumsScale;
  private boolean sumsImpute;
  private boolean levels;

  /**
   * @param columns the features
   * @param usable rows of the table that are encoded: where none lacks a value, nothing is imputed
   * @param publicRange of all numeric ones, where it is known
   * @param sums what the clients contribute
   */
  FeatureEncoder(
      List<Column> columns,
      int[] usable,
      Scaling scaling,
      Optional<ValueRange> publicRange,
      ClientSums sums) {
    this.usable = usable;
    for (Column column : columns) {
      if (column instanceof NumericColumn numbers) {
        encodings.add(numeric(numbers, scaling, publicRange, sums));
        names.add(column.name());
      } else {
        encodings.add(oneHot((CategoricalColumn) column));
      }
    }
  }

  /** Names of the features: the column's, or {@code column=level}. */
  List<String> names() {
    return List.copyOf(names);
  }

  /** What of the encoding came from the clients' data. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (sumsScale) {
      notes.add(
          "Means and deviations for scaling were added up over the clients without noise: not covered by"
              + " ε. The sums of a client with one row are that row.");
    }
    if (sumsImpute) {
      notes.add(
          "Means for missing values were added up over the clients without noise: not covered by ε. The"
              + " sums of a client with one row are that row.");
    }
    if (levels) {
      notes.add(
          "The levels of categorical columns were taken from the whole table as if they were public: not"
              + " covered by ε.");
    }
    return notes;
  }

  /**
   * @param rows of the table
   * @param targets encoded target of every row of the table
   * @throws InvalidInputException if a number is too large, or there are too many
   */
  Examples encode(int[] rows, double[] targets) {
    int columns = names.size();
    if ((long) columns * rows.length > Integer.MAX_VALUE - 8) {
      throw new InvalidInputException(
          Problem.atField(
              "data.drop",
              "%d rows of %d features are more than one client or hold-out can have; drop columns."
                  .formatted(rows.length, columns)));
    }
    float[] features = new float[columns * rows.length];
    float[] encodedTargets = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      int at = i * columns;
      for (Encoding encoding : encodings) {
        at = encoding.write(rows[i], features, at);
      }
      encodedTargets[i] = (float) targets[rows[i]];
    }
    return new Examples(columns, features, encodedTargets);
  }

  /** Writes what one column gives for a row, and returns where the next may write. */
  private interface Encoding {
    int write(int row, float[] features, int at);
  }

  private Encoding numeric(
      NumericColumn column, Scaling scaling, Optional<ValueRange> publicRange, ClientSums sums) {
    boolean[] asked = new boolean[1];
    Affine map =
        scaling.fit(
            publicRange,
            () -> {
              asked[0] = true;
              return sums.of(column::value);
            });
    sumsScale |= asked[0];
    float imputed = 0;
    if (hasGaps(column)) {
      Moments moments = sums.of(column::value);
      sumsImpute = true;
      imputed = (float) map.apply(moments.mean());
    }
    float whereMissing = imputed;
    return (row, features, at) -> {
      features[at] = column.isMissing(row) ? whereMissing : scaled(column, row, map);
      return at + 1;
    };
  }

  private static float scaled(NumericColumn column, int row, Affine map) {
    float value = (float) map.apply(column.value(row));
    if (Float.isInfinite(value)) {
      throw new InvalidInputException(
          Problem.atField(
              "data.scaling",
              "Column '%s' has the number %s, too large to compute with; standardise it or drop the column."
                  .formatted(column.name(), column.text(row))));
    }
    return value;
  }

  private boolean hasGaps(Column column) {
    return Arrays.stream(usable).anyMatch(column::isMissing);
  }

  private Encoding oneHot(CategoricalColumn column) {
    List<String> own = new ArrayList<>(column.levels());
    if (hasGaps(column) && !own.contains(MISSING)) {
      own.add(MISSING);
    }
    int whereMissing = own.indexOf(MISSING);
    own.forEach(level -> names.add(column.name() + "=" + level));
    levels = true;
    return (row, features, at) -> {
      int code = column.code(row);
      features[at + (code == CategoricalColumn.MISSING ? whereMissing : code)] = 1;
      return at + own.size();
    };
  }
}
