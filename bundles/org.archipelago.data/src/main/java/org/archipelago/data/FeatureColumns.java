package org.archipelago.data;

import java.util.ArrayList;
import java.util.List;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.Spelling;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.data.table.CategoricalColumn;
import org.archipelago.data.table.Column;
import org.archipelago.data.table.Table;

/**
 * The columns that are features: all but the target, what groups rows, those dropped and those without any value.
 *
 * @param columns in the order of the table
 * @param notes sentences for the report
 */
record FeatureColumns(List<Column> columns, List<String> notes) {

  /** More levels than this make an identifier, not a feature. */
  static final int MOST_LEVELS = 1000;

  /** @throws InvalidInputException if there is none, one does not exist, or one has too many levels */
  static FeatureColumns of(Table table, ParameterValues options) {
    List<String> drop = options.texts(DatasetSection.DROP);
    drop.forEach(name -> named(table, name, "data.drop"));
    List<Column> columns = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (Column column : table.columns()) {
      boolean tellsGroups = options.has(DatasetSection.GROUP) && column.name().equals(options.text(DatasetSection.GROUP));
      if (tellsGroups
          || column.name().equals(options.text(DatasetSection.TARGET))
          || drop.contains(column.name())) {
        continue;
      }
      if (column.missing() == column.rows()) {
        notes.add("Column '%s' has no values and was left out.".formatted(column.name()));
        continue;
      }
      checkFinite(table, column);
      checkLevels(column);
      if (column instanceof CategoricalColumn texts && texts.holdsCodes()) {
        notes.add(
            ("Column '%s' has values such as '%s' and was taken for codes: categories, not numbers, since digits"
                    + " that begin with 0 tell no amount.")
                .formatted(column.name(), texts.text(texts.firstNonNumber())));
      }
      columns.add(column);
    }
    if (columns.isEmpty()) {
      throw new InvalidInputException(
          Problem.atField("data.drop", "No column is left to learn from; drop fewer columns."));
    }
    return new FeatureColumns(columns, notes);
  }

  /**
   * The column of that name.
   *
   * @param path the field that names it
   * @throws InvalidInputException if there is none; the message names those there are, the nearest
   *     spelling first
   */
  static Column named(Table table, String name, String path) {
    return table
        .column(name)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    Problem.atField(
                        path,
                        "%s has no column '%s'; it has %s."
                            .formatted(table.source(), name, Spelling.nearestFirst(name, table.names())))));
  }

  /** @throws InvalidInputException for a column that would become categories, with NaN among them */
  static void checkFinite(Table table, Column column) {
    int row = column instanceof CategoricalColumn texts ? texts.firstNotFinite() : -1;
    if (row >= 0) {
      throw new InvalidInputException(
          Problem.inFile(
              table.source(),
              table.line(row),
              ("Column '%s' is '%s' here, which is no finite number, and numbers elsewhere. Mend the"
                      + " cell, or, if it stands for a missing value, add '%s' to data.missingTexts.")
                  .formatted(column.name(), column.text(row), column.text(row))));
    }
  }

  private static void checkLevels(Column column) {
    if (column instanceof CategoricalColumn texts && texts.levels().size() > MOST_LEVELS) {
      throw new InvalidInputException(
          Problem.atField(
              "data.drop",
              ("Column '%s' has %d different texts, too many for a feature (at most %d); add it to drop."
                      + " If it should be numeric, '%s' is no number.")
                  .formatted(
                      column.name(),
                      texts.levels().size(),
                      MOST_LEVELS,
                      texts.text(texts.firstNonNumber()))));
    }
  }
}
