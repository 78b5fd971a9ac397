package org.archipelago.export.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.archipelago.charts.EvaluationCharts;
import org.archipelago.core.Evaluation;
import org.archipelago.core.Metrics;
import org.archipelago.core.Run;
import org.archipelago.core.RunEvaluation;
import org.archipelago.core.RunEvaluation.OfClient;
import org.archipelago.core.Task;
import org.archipelago.core.Texts;
import org.archipelago.export.report.Block.TableStyle;
import org.archipelago.results.EvaluationTable;
import org.archipelago.results.Format;
import org.archipelago.results.MetricName;

/** What the last model was found to be worth: class by class, as a confusion matrix, and how sure it is. */
final class EvaluationSection {

  private static final int MOST_CLIENTS = 100;
  private static final List<String> OF_CLIENTS =
      List.of(
          Metrics.SPAN_F1, Metrics.ACCURACY, Metrics.F1_MACRO, Metrics.AUC, Metrics.R2, Metrics.RMSE, Metrics.MAE);

  private EvaluationSection() {}

  static void write(Run run, BlockList blocks) {
    if (run.evaluation().isEmpty()) {
      blocks.paragraph("evaluation.none");
      return;
    }
    RunEvaluation evaluation = run.evaluation().get();
    Task task = run.header().dataset().task();
    String round = Format.count(evaluation.round());
    evaluation.test().ifPresentOrElse(
        test -> {
          blocks.paragraph("evaluation.test", rows(test, blocks), round);
          write(task, test, blocks);
        },
        () -> blocks.paragraph("evaluation.noHoldOut"));
    evaluation.clients().ifPresent(together -> {
      blocks.heading("evaluation.clients");
      blocks.paragraph("evaluation.together", rows(together, blocks), round);
      write(task, together, blocks);
      if (!evaluation.each().isEmpty()) {
        blocks.paragraph("evaluation.each");
        writeEach(evaluation.each(), blocks);
      }
    });
  }

  private static String rows(Evaluation evaluation, BlockList blocks) {
    return blocks.texts().many(evaluation.figures().rows(), "count.rows");
  }

  private static void write(Task task, Evaluation evaluation, BlockList blocks) {
    Texts texts = blocks.texts();
    EvaluationTable table = EvaluationTable.of(task, evaluation, texts.language());
    if (!table.classes().isEmpty()) {
      List<List<String>> rows = new ArrayList<>();
      table.classes().forEach(line -> rows.add(cells(line)));
      table.averages().forEach(line -> rows.add(cells(line)));
      blocks.table(TableStyle.PLAIN_NUMBERS, EvaluationTable.head(texts.language()), rows);
    }
    blocks.table(
        TableStyle.FIGURES,
        List.of(),
        table.others().stream()
            .map(row -> List.of(row.label(), (row.value() + " " + row.unit()).strip(), row.note()))
            .toList());
    evaluation.confusion().ifPresent(matrix -> {
      blocks.add(
          new Block.HeatMap(EvaluationCharts.confusion(task, matrix, false, texts.language())));
      if (!evaluation.calibration().isEmpty()) {
        blocks.add(
            new Block.Charts(List.of(EvaluationCharts.reliability(evaluation, texts.language()))));
      }
    });
  }

  private static List<String> cells(EvaluationTable.Line line) {
    List<String> cells = new ArrayList<>(List.of(line.name()));
    cells.addAll(line.cells());
    return cells;
  }

  private static void writeEach(List<OfClient> clients, BlockList blocks) {
    Texts texts = blocks.texts();
    List<String> metrics =
        OF_CLIENTS.stream()
            .filter(metric ->
                clients.stream().anyMatch(c -> c.evaluation().figures().value(metric).isPresent()))
            .toList();
    List<String> head = new ArrayList<>(List.of(texts.text("column.client"), texts.text("column.rows")));
    metrics.forEach(metric -> head.add(MetricName.title(metric, texts.language())));
    List<List<String>> rows = new ArrayList<>();
    clients.stream().limit(MOST_CLIENTS).forEach(client -> {
      Metrics figures = client.evaluation().figures();
      List<String> row = new ArrayList<>(List.of(client.client(), Format.count(figures.rows())));
      metrics.forEach(metric -> row.add(value(metric, figures)));
      rows.add(row);
    });
    blocks.table(TableStyle.PLAIN_NUMBERS, head, rows);
    blocks.left(clients.size() - rows.size());
  }

  private static String value(String metric, Metrics figures) {
    OptionalDouble value = figures.value(metric);
    return value.isPresent()
        ? MetricName.value(metric, value.getAsDouble(), figures.rows())
        : EvaluationTable.NONE;
  }
}
