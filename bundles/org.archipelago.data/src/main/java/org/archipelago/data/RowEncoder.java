package org.archipelago.data;

import java.util.ArrayList;
import java.util.List;
import org.archipelago.core.Examples;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.data.scaling.Affine;
import org.archipelago.data.table.CategoricalColumn;
import org.archipelago.data.table.Column;
import org.archipelago.data.table.NumericColumn;
import org.archipelago.data.table.Table;

/**
 * Encodes rows of one table by a schema's columns. A text that is no level of its column, and a missing
 * value that the schema does not provide for, leave the column's features at 0.
 */
final class RowEncoder {

  private final List<Encoding> encodings = new ArrayList<>();
  private final int width;

  /** @param table has all those columns; numbers where the schema has numbers, unless all are missing */
  RowEncoder(Table table, List<SchemaColumn> columns) {
    int features = 0;
    for (SchemaColumn rule : columns) {
      Column column = table.column(rule.name()).orElseThrow();
      encodings.add(rule.numeric() ? numeric(column, rule) : oneHot(column, rule.levels()));
      features += rule.features().size();
    }
    width = features;
  }

  /**
   * @param rows of the table
   * @param targets encoded target of every row of the table
   * @throws InvalidInputException if a number is too large, or there are too many
   */
  Examples encode(int[] rows, double[] targets) {
    if ((long) width * rows.length > Integer.MAX_VALUE - 8) {
      throw new InvalidInputException(
          Problem.atField(
              "data.drop",
              "%d rows of %d features are more than one client or hold-out can have; drop columns."
                  .formatted(rows.length, width)));
    }
    float[] features = new float[width * rows.length];
    float[] encodedTargets = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      int at = i * width;
      for (Encoding encoding : encodings) {
        at = encoding.write(rows[i], features, at);
      }
      encodedTargets[i] = (float) targets[rows[i]];
    }
    return new Examples(width, features, encodedTargets);
  }

  /** Writes what one column gives for a row, and returns where the next may write. */
  private interface Encoding {
    int write(int row, float[] features, int at);
  }

  private static Encoding numeric(Column column, SchemaColumn rule) {
    return (row, features, at) -> {
      features[at] = column.isMissing(row) ? rule.filling() : scaled((NumericColumn) column, row, rule.map());
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

  private static Encoding oneHot(Column column, List<String> levels) {
    int whereMissing = levels.indexOf(SchemaColumn.MISSING);
    int[] places =
        column instanceof CategoricalColumn texts
            ? texts.levels().stream().mapToInt(levels::indexOf).toArray()
            : new int[0];
    return (row, features, at) -> {
      int place =
          column.isMissing(row) ? whereMissing : places[((CategoricalColumn) column).code(row)];
      if (place >= 0) {
        features[at + place] = 1;
      }
      return at + levels.size();
    };
  }
}
