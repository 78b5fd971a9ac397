package org.archipelago.headless;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.archipelago.core.Language;
import org.archipelago.core.Problem;
import org.archipelago.data.Reserved;
import org.archipelago.data.skew.NullBand;
import org.archipelago.data.skew.SkewFigure;
import org.archipelago.data.skew.SkewReport;
import org.archipelago.partition.Draft;
import org.archipelago.results.Format;

/** A partition as a table of clients and classes, and its skew beside what chance alone gives. */
final class PartitionText {

  private static final int MOST_CLIENTS = 40;
  private static final int MOST_CLASSES = 12;
  static final int WIDEST = 24;
  static final int WIDEST_CLASS = 12;

  private final PartitionSource source;
  private final Draft draft;
  private final SkewReport skew;

  PartitionText(PartitionSource source, SkewReport skew) {
    this.source = source;
    this.draft = source.draft();
    this.skew = skew;
  }

  void print(PrintWriter out) {
    Reserved reserved = draft.data().origin().map(rows -> rows.reserved()).orElse(Reserved.NOTHING);
    out.println(
        Words.say(
            "partition.heading",
            draft.data().source(),
            draft.data().target(),
            Words.many(Arrays.stream(draft.sizes()).sum(), "rows"),
            Words.many(draft.clients().size(), "clients"),
            Format.count(reserved.heldOut().length),
            Format.count(reserved.server().length),
            Format.count(Arrays.stream(draft.reserve()).sum())));
    source.differences().forEach(line -> out.println(Problem.localized(line)));
    draft.data().origin().ifPresent(
        rows -> rows.of().notes().forEach(note -> out.println(Words.recorded(note))));
    out.println();
    table(out);
    out.println();
    figures(out);
  }

  private void table(PrintWriter out) {
    int[][] counts = draft.counts();
    int[] sizes = draft.sizes();
    int classes = Math.min(MOST_CLASSES, draft.data().classes().size());
    int shown = Math.min(MOST_CLIENTS, draft.clients().size());
    List<List<String>> lines = new ArrayList<>();
    lines.add(head(classes));
    for (int client = 0; client < shown; client++) {
      lines.add(line(draft.clients().get(client), sizes[client], counts[client], classes));
    }
    int inReserve = Arrays.stream(draft.reserve()).sum();
    if (inReserve > 0) {
      lines.add(line(Words.say("partition.reserve"), inReserve, draft.reserve(), classes));
    }
    printAligned(lines, out);
    more(draft.clients().size() - shown, "partition.moreClients", out);
    more(draft.data().classes().size() - classes, "partition.moreClasses", out);
  }

  private static void more(int hidden, String key, PrintWriter out) {
    if (hidden > 0) {
      out.println(Words.many(hidden, key));
    }
  }

  private List<String> head(int classes) {
    List<String> head = new ArrayList<>(List.of("", Words.say("partition.rows")));
    draft.data().classes().subList(0, classes).forEach(name -> head.add(cut(name, WIDEST_CLASS)));
    return head;
  }

  private static List<String> line(String name, int size, int[] counts, int classes) {
    List<String> line = new ArrayList<>(List.of(cut(name, WIDEST), Format.count(size)));
    for (int label = 0; label < classes; label++) {
      line.add(counts[label] == 0 ? "·" : Format.count(counts[label]));
    }
    return line;
  }

  static String cut(String text, int width) {
    return TextWidth.of(text) <= width ? text : TextWidth.cut(text, width - 1) + "…";
  }

  private void figures(PrintWriter out) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(
        List.of(
            "", Words.say("partition.value"), Words.say("partition.chance"), Words.say("partition.excess")));
    for (SkewFigure figure : skew.figures()) {
      lines.add(
          List.of(
              figure.name(Language.current()),
              Format.measure(figure.value()),
              figure.chance().map(PartitionText::band).orElse(""),
              figure.chance().map(band -> Format.measure(figure.excess())).orElse("")));
    }
    printAligned(lines, out);
  }

  private static String band(NullBand band) {
    return "%s (%s … %s)"
        .formatted(Format.measure(band.mean()), Format.measure(band.low()), Format.measure(band.high()));
  }

  /** The first column to the left, all others to the right. */
  static void printAligned(List<List<String>> lines, PrintWriter out) {
    int columns = lines.get(0).size();
    int[] widths = new int[columns];
    for (List<String> line : lines) {
      for (int column = 0; column < columns; column++) {
        widths[column] = Math.max(widths[column], TextWidth.of(line.get(column)));
      }
    }
    for (List<String> line : lines) {
      StringBuilder text = new StringBuilder(TextWidth.padded(line.get(0), widths[0]));
      for (int column = 1; column < columns; column++) {
        text.append(TextWidth.rightAligned(line.get(column), widths[column] + 2, 2));
      }
      out.println(text.toString().stripTrailing());
    }
  }
}
