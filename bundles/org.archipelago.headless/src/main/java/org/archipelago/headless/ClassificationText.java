package org.archipelago.headless;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.archipelago.core.Evaluation;
import org.archipelago.core.Language;
import org.archipelago.core.Run;
import org.archipelago.core.RunEvaluation;
import org.archipelago.core.Task;
import org.archipelago.results.EvaluationTable;
import org.archipelago.results.EvaluationTable.Line;
import org.archipelago.results.FinalFigures;
import org.archipelago.results.Format;

/**
 * What a classifier is worth, laid out as scikit-learn's {@code classification_report}: on the hold-out,
 * or where there is none on the rows that clients keep back.
 */
final class ClassificationText {

  private static final int MOST_CLASSES = 60;
  private static final int WIDEST_NAME = 40;
  private static final int COLUMN = 10;

  private final String heading;
  private final EvaluationTable table;
  private final Optional<ConfusionText> confusion;

  private ClassificationText(
      String heading, EvaluationTable table, Optional<ConfusionText> confusion) {
    this.heading = heading;
    this.table = table;
    this.confusion = confusion;
  }

  /** Of a classifier that has been measured. */
  static Optional<ClassificationText> of(Run run) {
    Task task = run.header().dataset().task();
    return run.evaluation()
        .filter(all -> task.kind() != Task.Kind.REGRESSION)
        .flatMap(all -> of(all, task));
  }

  private static Optional<ClassificationText> of(RunEvaluation all, Task task) {
    String where =
        Words.say(all.test().isPresent() ? "classes.holdOut" : "classes.clients");
    return all.test().or(all::clients).map(evaluation -> of(evaluation, task, where, all.round()));
  }

  private static ClassificationText of(Evaluation evaluation, Task task, String where, int round) {
    String heading =
        Words.say(
            "classes.heading",
            where,
            Words.many(evaluation.figures().rows(), "rows"),
            Format.count(round));
    return new ClassificationText(
        heading,
        EvaluationTable.of(task, evaluation, Language.current()),
        evaluation.confusion().map(matrix -> new ConfusionText(matrix, task.classes())));
  }

  void print(PrintWriter out) {
    out.println();
    out.println(heading);
    if (!table.classes().isEmpty()) {
      printTable(out);
    }
    confusion.ifPresent(text -> text.print(out));
    out.println();
    new Columns(table.others(), FinalFigures.Row::label, ClassificationText::value).print(out);
  }

  private void printTable(PrintWriter out) {
    List<Line> lines = new ArrayList<>(table.classes().subList(0, shown()));
    lines.addAll(table.averages());
    int names = lines.stream().mapToInt(line -> TextWidth.of(name(line))).max().orElse(0);
    out.println();
    List<String> head =
        EvaluationTable.head(Language.current()).stream().map(ClassificationText::lower).toList();
    out.println(" ".repeat(names) + cells(head.subList(1, head.size())));
    out.println();
    for (Line line : lines) {
      if (line == table.averages().get(0)) {
        more(out);
        out.println();
      }
      String name = name(line);
      out.println((TextWidth.rightAligned(name, names, 0) + cells(line.cells())).stripTrailing());
    }
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private int shown() {
    return Math.min(MOST_CLASSES, table.classes().size());
  }

  private void more(PrintWriter out) {
    int more = table.classes().size() - shown();
    if (more > 0) {
      out.println(Words.many(more, "classes.more"));
    }
  }

  private static String cells(List<String> cells) {
    StringBuilder text = new StringBuilder();
    cells.forEach(cell -> text.append(TextWidth.rightAligned(cell, COLUMN, 1)));
    return text.toString();
  }

  /** Classes as they are called, averages as in scikit-learn. */
  private static String name(Line line) {
    String name = line.kind() == EvaluationTable.Kind.CLASS ? line.name() : lower(line.name());
    return TextWidth.of(name) <= WIDEST_NAME ? name : TextWidth.cut(name, WIDEST_NAME - 1) + "…";
  }

  private static String value(FinalFigures.Row row) {
    return row.value() + (row.note().isEmpty() ? "" : " (" + row.note() + ")");
  }
}
