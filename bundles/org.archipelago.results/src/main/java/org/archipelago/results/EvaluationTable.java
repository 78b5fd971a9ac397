package org.archipelago.results;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.archipelago.core.ConfusionMatrix;
import org.archipelago.core.ConfusionMatrix.Scores;
import org.archipelago.core.Evaluation;
import org.archipelago.core.Language;
import org.archipelago.core.Metrics;
import org.archipelago.core.Task;
import org.archipelago.core.Texts;

/**
 * A model's figures as a table, laid out like scikit-learn's {@code classification_report}: a line a class,
 * then the averages, then what there is besides.
 *
 * @param classes a line a class, or a type of span; empty for a regression, and where scores are not numbers
 * @param averages accuracy, and the averages over classes; as empty
 * @param others figures over all rows that the lines don't tell; last those that are not defined, with the
 *     reason
 */
public record EvaluationTable(List<Line> classes, List<Line> averages, List<FinalFigures.Row> others) {

  /** Where there is no figure. */
  public static final String NONE = "–";

  private static final List<String> OTHERS =
      List.of(
          Metrics.R2, Metrics.AUC, Metrics.TOP_3, Metrics.TOP_5, Metrics.LOSS, Metrics.LOG_LOSS,
          Metrics.BRIER, Metrics.ECE, Metrics.MAE, Metrics.RMSE);

  /** What a line is of. */
  public enum Kind {
    /** One class. */
    CLASS,
    /** All rows: the share whose class is predicted. */
    ACCURACY,
    /** All spans of a tagging, whatever their type. */
    MICRO,
    /** The mean over the classes, each counting alike. */
    MACRO,
    /** The mean over the classes, each counting by its rows. */
    WEIGHTED
  }

  /**
   * A line, its figures formatted; {@link #NONE} where there is none.
   *
   * @param kind what it is of
   * @param name the class's label, or what the line is called
   * @param auc of the class against the rest, or their mean
   */
  public record Line(
      Kind kind, String name, String precision, String recall, String f1, String support, String auc) {

    /** All but the name, in the order of scikit-learn's columns, the area last. */
    public List<String> cells() {
      return List.of(precision, recall, f1, support, auc);
    }
  }

  public EvaluationTable {
    classes = List.copyOf(classes);
    averages = List.copyOf(averages);
    others = List.copyOf(others);
  }

  /** The table of an evaluation on rows of that task. */
  public static EvaluationTable of(Task task, Evaluation evaluation, Language language) {
    Texts texts = Texts.beside(EvaluationTable.class, language);
    if (task.kind() == Task.Kind.TAGGING) {
      return new EvaluationTable(
          spans(evaluation), averagesOfSpans(evaluation, texts), others(task, evaluation, language));
    }
    return new EvaluationTable(
        evaluation.confusion().map(matrix -> classes(task, evaluation, matrix)).orElse(List.of()),
        evaluation
            .confusion()
            .map(matrix -> averages(evaluation, matrix, texts))
            .orElse(List.of()),
        others(task, evaluation, language));
  }

  /** Heads of the columns: the name, then those of {@link Line#cells}. */
  public static List<String> head(Language language) {
    Texts texts = Texts.beside(EvaluationTable.class, language);
    return Stream.of("class", "precision", "recall", "f1", "support", "auc")
        .map(column -> texts.text("table." + column))
        .toList();
  }

  private static List<Line> classes(Task task, Evaluation evaluation, ConfusionMatrix matrix) {
    return IntStream.range(0, matrix.classes())
        .mapToObj(label -> {
          OptionalDouble auc =
              label < evaluation.auc().size() ? evaluation.auc().get(label) : OptionalDouble.empty();
          return line(Kind.CLASS, task.classes().get(label), matrix.of(label), auc);
        })
        .toList();
  }

  private static List<Line> spans(Evaluation evaluation) {
    return evaluation.spans().entrySet().stream()
        .map(type -> line(Kind.CLASS, type.getKey(), type.getValue()))
        .toList();
  }

  private static List<Line> averagesOfSpans(Evaluation evaluation, Texts texts) {
    if (evaluation.spans().isEmpty()) {
      return List.of();
    }
    Metrics figures = evaluation.figures();
    long support = evaluation.spans().values().stream().mapToLong(Scores::support).sum();
    Scores all =
        new Scores(
            figures.value(Metrics.SPAN_PRECISION),
            figures.value(Metrics.SPAN_RECALL),
            figures.value(Metrics.SPAN_F1),
            support);
    Scores macro =
        new Scores(
            mean(evaluation, Scores::precision),
            mean(evaluation, Scores::recall),
            mean(evaluation, Scores::f1),
            support);
    return List.of(
        line(Kind.MICRO, texts.text("table.micro"), all),
        line(Kind.MACRO, texts.text("table.macro"), macro));
  }

  private static OptionalDouble mean(Evaluation evaluation, Function<Scores, OptionalDouble> figure) {
    return evaluation.spans().values().stream()
        .mapToDouble(scores -> figure.apply(scores).orElse(0))
        .average();
  }

  private static Line line(Kind kind, String name, Scores scores) {
    return new Line(
        kind,
        name,
        number(scores.precision()),
        number(scores.recall()),
        number(scores.f1()),
        Format.count(scores.support()),
        "");
  }

  private static List<Line> averages(Evaluation evaluation, ConfusionMatrix matrix, Texts texts) {
    String rows = Format.count(matrix.rows());
    return List.of(
        new Line(Kind.ACCURACY, texts.text("table.accuracy"), "", "", number(matrix.micro().f1()), rows, ""),
        line(Kind.MACRO, texts.text("table.macro"), matrix.macro(), evaluation.figures().value(Metrics.AUC)),
        line(Kind.WEIGHTED, texts.text("table.weighted"), matrix.weighted(), OptionalDouble.empty()));
  }

  private static Line line(Kind kind, String name, Scores scores, OptionalDouble auc) {
    return new Line(
        kind,
        name,
        number(scores.precision()),
        number(scores.recall()),
        number(scores.f1()),
        Format.count(scores.support()),
        kind == Kind.WEIGHTED ? "" : number(auc));
  }

  private static String number(OptionalDouble value) {
    return value.isPresent() ? Format.coefficient(value.getAsDouble()) : NONE;
  }

  private static List<FinalFigures.Row> others(
      Task task, Evaluation evaluation, Language language) {
    List<FinalFigures.Row> rows = new ArrayList<>();
    Metrics figures = evaluation.figures();
    if (task.kind() == Task.Kind.TAGGING) {
      add(rows, Metrics.ACCURACY, task, evaluation, language);
    }
    for (String metric : OTHERS) {
      if (metric.equals(Metrics.LOSS) && isLogLoss(figures)) {
        continue;
      }
      add(rows, metric, task, evaluation, language);
    }
    evaluation.undefined().forEach((metric, why) -> {
      if (figures.value(metric).isEmpty()) {
        rows.add(
            new FinalFigures.Row(
                MetricName.title(metric, language), NONE, "", RecordedWords.in(language, why)));
      }
    });
    return rows;
  }

  private static void add(
      List<FinalFigures.Row> rows, String metric, Task task, Evaluation evaluation, Language language) {
    Metrics figures = evaluation.figures();
    figures.value(metric).ifPresent(value ->
        rows.add(
            new FinalFigures.Row(
                MetricName.title(metric, language),
                MetricName.value(metric, value, figures.rows()),
                MetricName.unit(metric, task),
                evaluation.undefined().containsKey(metric)
                    ? RecordedWords.in(language, evaluation.undefined().get(metric))
                    : MetricName.explanation(metric, task, language))));
  }

  /** Whether the model's loss is the log-loss, which then need not be told twice. */
  private static boolean isLogLoss(Metrics figures) {
    double other = figures.value(Metrics.LOG_LOSS).orElse(Double.NaN);
    return Math.abs(figures.value(Metrics.LOSS).orElse(0) - other) <= 1e-6 * Math.abs(other);
  }
}
