package org.archipelago.export.report;

import java.util.ArrayList;
import java.util.List;
import org.archipelago.core.DatasetSummary;
import org.archipelago.core.Task;
import org.archipelago.core.Texts;
import org.archipelago.export.report.Block.TableStyle;
import org.archipelago.export.report.Block.TextStyle;
import org.archipelago.results.Format;
import org.archipelago.results.RecordedWords;

/** What was learned from: source, task, sizes, and the notes on what was done to it. */
final class DataSection {

  private static final int LONGEST = 160;

  private DataSection() {}

  static void write(DatasetSummary data, BlockList blocks) {
    Texts texts = blocks.texts();
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(texts.text("data.source"), data.source()));
    rows.add(
        List.of(
            texts.text("data.target"),
            data.task().unit().isEmpty()
                ? data.task().target()
                : texts.text("data.targetIn", data.task().target(), data.task().unit())));
    rows.add(
        List.of(
            texts.text("data.task"), task(data.task(), texts)));
    rows.add(
        List.of(
            texts.text("data.features"),
            texts.text(
                "data.encoded", Format.count(data.features().size()), shortened(data.features()))));
    rows.add(List.of(texts.text("data.clients"), Format.count(data.clientCount())));
    rows.add(
        List.of(
            texts.text("data.training"), texts.text("data.together", Format.count(data.trainingRows()))));
    rows.add(
        List.of(
            texts.text("data.holdOut"),
            data.testRows() == 0
                ? texts.text("data.none")
                : texts.text("data.drawn", texts.many(data.testRows(), "count.rows"))));
    blocks.table(TableStyle.PAIRS, List.of(), rows);
    RecordedWords.in(texts.language(), data.notes())
        .forEach(note -> blocks.text(TextStyle.NOTE, note));
  }

  private static String task(Task task, Texts texts) {
    return switch (task.kind()) {
      case CLASSIFICATION ->
          texts.text(
              "data.classification",
              texts.many(task.classes().size(), "count.classes"),
              shortened(task.classes()));
      case REGRESSION -> texts.text("data.regression");
      case TAGGING ->
          texts.text(
              "data.tagging", Format.count(task.classes().size()), shortened(task.classes()));
    };
  }

  private static String shortened(List<String> names) {
    String all = String.join(", ", names);
    return all.length() <= LONGEST ? all : all.substring(0, all.lastIndexOf(", ", LONGEST) + 1) + " …";
  }
}
