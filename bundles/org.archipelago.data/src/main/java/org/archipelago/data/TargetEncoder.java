package org.archipelago.data;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.Task;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.data.table.CategoricalColumn;
import org.archipelago.data.table.Column;
import org.archipelago.data.table.NumericColumn;
import org.archipelago.data.table.Table;
import org.archipelago.data.table.WordsColumn;

/** Decides what is learned from the target column, and turns the column into numbers. */
final class TargetEncoder {

  /** So many different whole numbers are still taken for classes. */
  static final int MOST_CLASSES_BY_ITSELF = 20;

  /** More classes than this are a mistake, not a task. */
  static final int MOST_CLASSES = 1000;

  private final Table table;
  private final ParameterValues options;
  private final Column column;
  private final String unit;

  /** @param unit what a numeric target is measured in; empty if not known */
  TargetEncoder(Table table, ParameterValues options, String unit) {
    this.table = table;
    this.options = options;
    this.column = FeatureColumns.named(table, options.text(DatasetSection.TARGET), "data.target");
    this.unit = unit;
  }

  /**
   * @param modelSupports which tasks the experiment's model can learn
   * @param modelId how messages name that model
   * @throws InvalidInputException if target, task, transformation and model do not go together
   */
  Target encode(Predicate<Task.Kind> modelSupports, String modelId) {
    if (column.missing() == column.rows()) {
      throw atTarget("No row has a value in column '%s'.".formatted(column.name()));
    }
    FeatureColumns.checkFinite(table, column);
    Target target = target(modelSupports, modelId);
    if (!target.isNumber() && target.task().classes().size() == 1) {
      throw atTarget(
          "Column '%s' has only one class, '%s'; there is nothing to tell apart."
              .formatted(column.name(), target.task().classes().get(0)));
    }
    return target;
  }

  private Target target(Predicate<Task.Kind> modelSupports, String modelId) {
    if (column instanceof WordsColumn tags) {
      requireTagging(modelSupports, modelId);
      return new TagEncoder(table, tags).encode();
    }
    if (!modelSupports.test(Task.Kind.CLASSIFICATION) && !modelSupports.test(Task.Kind.REGRESSION)) {
      throw atTarget(
          ("Column '%s' has one value a row, and model '%s' gives every word of a text a tag: name the tags of"
                  + " a file of words (.conll), or choose another model (model.id).")
              .formatted(column.name(), modelId));
    }
    Task.Kind kind = decide(modelSupports, modelId);
    if (!modelSupports.test(kind)) {
      throw unsupported(kind, modelId);
    }
    return kind == Task.Kind.CLASSIFICATION ? classes() : numbers();
  }

  private void requireTagging(Predicate<Task.Kind> modelSupports, String modelId) {
    if (!modelSupports.test(Task.Kind.TAGGING)) {
      throw atTarget(
          ("Column '%s' has a tag for every word, which model '%s' can't learn; choose the model tagger"
                  + " (model.id), or name a column with one value a row.")
              .formatted(column.name(), modelId));
    }
    if (options.text(DatasetSection.TASK).equals(DatasetSection.REGRESSION)
        || options.text(DatasetSection.TARGET_TRANSFORM).equals(DatasetSection.LOG)) {
      throw atTarget(
          "Column '%s' has tags, not numbers; use task auto and targetTransform none."
              .formatted(column.name()));
    }
  }

  private Task.Kind decide(Predicate<Task.Kind> modelSupports, String modelId) {
    String task = options.text(DatasetSection.TASK);
    boolean log = options.text(DatasetSection.TARGET_TRANSFORM).equals(DatasetSection.LOG);
    boolean mustBeNumber =
        log || task.equals(DatasetSection.REGRESSION) || !modelSupports.test(Task.Kind.CLASSIFICATION);
    if (column instanceof CategoricalColumn texts) {
      if (mustBeNumber) {
        throw notNumeric(texts, log, task, modelId);
      }
      return Task.Kind.CLASSIFICATION;
    }
    if (task.equals(DatasetSection.CLASSIFICATION)) {
      return Task.Kind.CLASSIFICATION;
    }
    return mustBeNumber || !hasFewWholeNumbers() ? Task.Kind.REGRESSION : Task.Kind.CLASSIFICATION;
  }

  private boolean hasFewWholeNumbers() {
    NumericColumn numbers = (NumericColumn) column;
    TreeMap<Double, Integer> different = new TreeMap<>();
    for (int row = 0; row < numbers.rows() && different.size() <= MOST_CLASSES_BY_ITSELF; row++) {
      if (!numbers.isMissing(row)) {
        if (!NumericColumn.isWhole(numbers.value(row))) {
          return false;
        }
        different.put(numbers.value(row), row);
      }
    }
    return different.size() <= MOST_CLASSES_BY_ITSELF;
  }

  private Target classes() {
    if (column instanceof CategoricalColumn texts) {
      checkNumberOfClasses(texts.levels().size());
      double[] values = new double[texts.rows()];
      Arrays.setAll(values, row -> texts.isMissing(row) ? Double.NaN : texts.code(row));
      return new Target(Task.classification(column.name(), texts.levels()), values);
    }
    NumericColumn numbers = (NumericColumn) column;
    double[] sorted =
        present().mapToDouble(numbers::value).map(value -> value + 0.0).sorted().distinct().toArray();
    checkNumberOfClasses(sorted.length);
    double[] values = new double[numbers.rows()];
    Arrays.setAll(
        values,
        row ->
            numbers.isMissing(row) ? Double.NaN : Arrays.binarySearch(sorted, numbers.value(row) + 0.0));
    List<String> labels = Arrays.stream(sorted).mapToObj(NumericColumn::text).toList();
    return new Target(Task.classification(column.name(), labels), values);
  }

  private void checkNumberOfClasses(int classes) {
    if (classes > MOST_CLASSES) {
      throw atTarget(
          ("Column '%s' has %d different values, too many to be classes (at most %d); use task"
                  + " regression, or another target.")
              .formatted(column.name(), classes, MOST_CLASSES));
    }
  }

  private Target numbers() {
    NumericColumn numbers = (NumericColumn) column;
    double[] values = new double[numbers.rows()];
    Arrays.setAll(values, numbers::value);
    if (!options.text(DatasetSection.TARGET_TRANSFORM).equals(DatasetSection.LOG)) {
      return new Target(Task.regression(column.name(), unit), values);
    }
    present().filter(row -> values[row] <= 0).findFirst().ifPresent(row -> refuseLog(row, values[row]));
    Arrays.setAll(values, row -> StrictMath.log(values[row]));
    String of = unit.isEmpty() ? column.name() : unit;
    return new Target(Task.regression(column.name(), "log(" + of + ")"), values);
  }

  private void refuseLog(int row, double value) {
    throw new InvalidInputException(
        new Problem(
                table.source(),
                table.line(row),
                0,
                "data.targetTransform",
                "Column '%s' is %s here, but a logarithm needs numbers above 0; use targetTransform none."
                    .formatted(column.name(), NumericColumn.text(value))));
  }

  private IntStream present() {
    return IntStream.range(0, column.rows()).filter(row -> !column.isMissing(row));
  }

  private InvalidInputException notNumeric(
      CategoricalColumn texts, boolean log, String task, String modelId) {
    int row = texts.firstNonNumber();
    String why =
        log
            ? "targetTransform log"
            : task.equals(DatasetSection.REGRESSION) ? "task regression" : "model '" + modelId + "'";
    return new InvalidInputException(
        new Problem(
            table.source(),
            table.line(row),
            0,
            "data.target",
            ("Column '%s' is '%s' here, which is no number, but %s needs a numeric target. A missing"
                    + " number is an empty cell. Use task classification with a model that learns classes"
                    + " (model.id), or one of the numeric columns: %s.")
                .formatted(texts.name(), texts.text(row), why, numericColumns())));
  }

  private String numericColumns() {
    String names =
        table.columns().stream()
            .filter(NumericColumn.class::isInstance)
            .map(Column::name)
            .limit(20)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "there is none" : names;
  }

  private InvalidInputException unsupported(Task.Kind kind, String modelId) {
    return kind == Task.Kind.CLASSIFICATION
        ? atTarget(
            ("Task classification of '%s' can't be learned by model '%s', which predicts numbers; use task"
                    + " regression, or a model that learns classes (model.id).")
                .formatted(column.name(), modelId))
        : atTarget(
            ("Column '%s' has numbers, which is regression, and that can't be learned by model '%s', which"
                    + " learns classes; use a model that predicts numbers (model.id), or task"
                    + " classification to take every different number for a class.")
                .formatted(column.name(), modelId));
  }

  private static InvalidInputException atTarget(String message) {
    return new InvalidInputException(Problem.atField("data.target", message));
  }
}
