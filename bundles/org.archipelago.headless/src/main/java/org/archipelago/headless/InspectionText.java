package org.archipelago.headless;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.archipelago.core.Problem;
import org.archipelago.data.inspect.ColumnSummary;
import org.archipelago.data.inspect.TableSummary;
import org.archipelago.data.table.FileFormat;

/** An inspection for people. */
final class InspectionText {

  private static final int MOST_COLUMNS = 200;
  private static final int LONGEST_NAME = 40;
  private static final int WIDTH_OF_TYPE = 8;
  private static final int WIDTH_OF_COUNT = 12;

  private InspectionText() {}

  static void print(Inspection inspection, PrintWriter out) {
    TableSummary summary = inspection.summary();
    out.println(
        Words.say(
            "inspect.size",
            inspection.source(),
            counted(summary.rows()),
            counted(summary.columns().size())));
    summary.table().image().ifPresent(image -> out.println(Words.say("inspect.image", image)));
    summary.table().format().ifPresent(format -> out.println(format(format)));
    summary.table().notes().forEach(note -> out.println(Words.recorded(note)));
    out.println();
    columns(summary.columns(), out);
    out.println();
    ColumnSummary target = inspection.target();
    out.println(
        Words.say(
            inspection.suggested() ? "inspect.suggested" : "inspect.target",
            target.name(),
            target.hasClasses()
                ? Words.say("inspect.classes", counted(target.distinct()))
                : Words.say("inspect.numbers")));
    inspection.warnings().stream().map(Problem::toLocalizedString).forEach(out::println);
    out.flush();
  }

  private static String format(FileFormat format) {
    return Words.say(
        "inspect.format",
        format.encoding(),
        format.delimiter(),
        format.quote(),
        format.decimal());
  }

  private static void columns(List<ColumnSummary> columns, PrintWriter out) {
    List<ColumnSummary> shown = columns.subList(0, Math.min(MOST_COLUMNS, columns.size()));
    List<String> names = new ArrayList<>(shown.stream().map(ColumnSummary::name).toList());
    names.add(Words.say("inspect.column"));
    int width = Math.min(LONGEST_NAME, names.stream().mapToInt(TextWidth::of).max().orElse(0));
    out.println(
        TextWidth.padded(Words.say("inspect.column"), width + 2)
            + TextWidth.padded(Words.say("inspect.type"), WIDTH_OF_TYPE)
            + TextWidth.rightAligned(Words.say("inspect.different"), WIDTH_OF_COUNT, 1)
            + TextWidth.rightAligned(Words.say("inspect.missing"), WIDTH_OF_COUNT, 1));
    for (ColumnSummary column : shown) {
      out.println(
          TextWidth.padded(TextWidth.cut(column.name(), width), width + 2)
              + TextWidth.padded(type(column), WIDTH_OF_TYPE)
              + TextWidth.rightAligned(counted(column.distinct()), WIDTH_OF_COUNT, 1)
              + TextWidth.rightAligned(counted(column.missing()), WIDTH_OF_COUNT, 1));
    }
    if (shown.size() < columns.size()) {
      out.println(Words.say("inspect.more", counted(columns.size() - shown.size())));
    }
  }

  private static String type(ColumnSummary column) {
    return Words.say("inspect.type." + column.kind().name().toLowerCase(Locale.ROOT));
  }

  private static String counted(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
