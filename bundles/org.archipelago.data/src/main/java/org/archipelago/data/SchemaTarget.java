package org.archipelago.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.archipelago.core.Problem;
import org.archipelago.core.Task;
import org.archipelago.data.table.CategoricalColumn;
import org.archipelago.data.table.Column;
import org.archipelago.data.table.NumericColumn;
import org.archipelago.data.table.Table;
import org.archipelago.data.table.WordsColumn;

/** Turns the target column of somebody else's table into what a schema says. */
final class SchemaTarget {

  private final Schema schema;
  private final Table table;
  private final Column column;

  /** @param table has the target column */
  SchemaTarget(Schema schema, Table table) {
    this.schema = schema;
    this.table = table;
    this.column = table.column(schema.task().target()).orElseThrow();
  }

  /**
   * One a row of the table: class index, or number after transformation and map; NaN where missing.
   *
   * @throws UnfitFileException at the first row whose target has no place in the schema
   */
  double[] values() {
    boolean classes = schema.task().kind() == Task.Kind.CLASSIFICATION;
    Map<String, Integer> labels = labels();
    double[] values = new double[table.rows()];
    for (int row = 0; row < values.length; row++) {
      if (column.isMissing(row)) {
        values[row] = Double.NaN;
      } else {
        values[row] = classes ? label(labels, row) : schema.targetMap().apply(number(row));
      }
    }
    return values;
  }

  /**
   * Of every row the index of each word's tag.
   *
   * @throws UnfitFileException at the first word whose tag is none of the schema's
   */
  int[][] tags() {
    WordsColumn words = (WordsColumn) column;
    TagEncoder encoder = new TagEncoder(table, words);
    int[][] tags = encoder.encode(schema.task().classes());
    for (int row = 0; row < tags.length; row++) {
      for (int place = 0; place < tags[row].length; place++) {
        if (tags[row][place] < 0) {
          throw new UnfitFileException(
              new Misfit(column.name(), Misfit.Kind.UNKNOWN_LABEL),
              Problem.inFile(
                  table.source(),
                  encoder.line(row, place),
                  "Column '%s' is '%s' here, which is no tag of the experiment; its tags are %s. Correct the line."
                      .formatted(
                          column.name(),
                          words.words(row).get(place),
                          String.join(", ", schema.task().classes()))));
        }
      }
    }
    return tags;
  }

  private Map<String, Integer> labels() {
    List<String> classes = schema.task().classes();
    Map<String, Integer> labels = new HashMap<>();
    for (int index = 0; index < classes.size(); index++) {
      labels.put(classes.get(index), index);
    }
    return labels;
  }

  private int label(Map<String, Integer> labels, int row) {
    Integer label = labels.get(column.text(row));
    if (label == null) {
      throw misfit(
          Misfit.Kind.UNKNOWN_LABEL,
          row,
          "which is no label of the experiment; its labels are "
              + String.join(", ", schema.task().classes())
              + ". Correct the cell, or leave it empty to leave the row out.");
    }
    return label;
  }

  private double number(int row) {
    if (column instanceof CategoricalColumn texts) {
      throw misfit(
          Misfit.Kind.NO_NUMBER,
          texts.firstNonNumber(),
          "but the experiment predicts a number. Write a number.");
    }
    double value = ((NumericColumn) column).value(row);
    if (!schema.logTarget()) {
      return value;
    }
    if (value <= 0) {
      throw misfit(
          Misfit.Kind.NO_LOGARITHM,
          row,
          "but the experiment takes its logarithm, which needs numbers above 0.");
    }
    return StrictMath.log(value);
  }

  private UnfitFileException misfit(Misfit.Kind kind, int row, String why) {
    return new UnfitFileException(
        new Misfit(column.name(), kind),
        Problem.inFile(
            table.source(),
            table.line(row),
            "Column '%s' is '%s' here, %s".formatted(column.name(), column.text(row), why)));
  }
}
