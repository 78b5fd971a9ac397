package org.archipelago.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.archipelago.data.scaling.Affine;
import org.archipelago.data.scaling.ClientSums;
import org.archipelago.data.scaling.Moments;
import org.archipelago.data.scaling.Scaling;
import org.archipelago.data.scaling.ValueRange;
import org.archipelago.data.table.CategoricalColumn;
import org.archipelago.data.table.Column;
import org.archipelago.data.table.NumericColumn;

/**
 * Learns how columns are encoded: a numeric column is scaled, its missing values set to the clients'
 * mean; a categorical column becomes one feature a level (one-hot), missing being a level.
 */
final class SchemaFitting {

  private final List<SchemaColumn> columns = new ArrayList<>();
  private final int[] usable;
  private boolean sumsScale;
  private boolean sumsImpute;
  private boolean levels;

  /**
   * @param features columns that are features
   * @param usable rows of the table that are encoded: where none lacks a value, nothing is imputed
   * @param publicRange of all numeric ones, where it is known
   * @param sums what the clients contribute
   */
  SchemaFitting(
      List<Column> features,
      int[] usable,
      Scaling scaling,
      Optional<ValueRange> publicRange,
      ClientSums sums) {
    this.usable = usable;
    for (Column column : features) {
      columns.add(
          column instanceof NumericColumn numbers
              ? numeric(numbers, scaling, publicRange, sums)
              : oneHot((CategoricalColumn) column));
    }
  }

  /** In the order of the features. */
  List<SchemaColumn> columns() {
    return List.copyOf(columns);
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

  private SchemaColumn numeric(
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
    if (!hasGaps(column)) {
      return SchemaColumn.number(column.name(), map);
    }
    Moments moments = sums.of(column::value);
    sumsImpute = true;
    return SchemaColumn.number(column.name(), map, (float) map.apply(moments.mean()));
  }

  private boolean hasGaps(Column column) {
    return Arrays.stream(usable).anyMatch(column::isMissing);
  }

  private SchemaColumn oneHot(CategoricalColumn column) {
    List<String> own = new ArrayList<>(column.levels());
    if (hasGaps(column) && !own.contains(SchemaColumn.MISSING)) {
      own.add(SchemaColumn.MISSING);
    }
    levels = true;
    return SchemaColumn.texts(column.name(), own);
  }
}
