package org.archipelago.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.archipelago.core.DatasetSummary;
import org.archipelago.core.DatasetSummary.ClientSummary;
import org.archipelago.core.Task;
import org.archipelago.results.Format;

/** What was learned from: source, task, sizes, notes, and who holds which classes. */
final class DataSection {

  private static final int MOST_CLIENTS = 60;
  private static final int MOST_CLASSES = 20;

  private DataSection() {}

  static void write(DatasetSummary data, Html html) {
    boolean classification = data.task().kind() == Task.Kind.CLASSIFICATION;
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("Source", data.source()));
    rows.add(List.of("Target", data.task().target()
        + (data.task().unit().isEmpty() ? "" : ", in " + data.task().unit())));
    rows.add(List.of("Task", classification
        ? "classification into " + Format.many(data.task().classes().size(), "class", "classes") + ": "
            + shortened(data.task().classes())
        : "regression"));
    rows.add(List.of("Features", Format.count(data.features().size()) + " after encoding: "
        + shortened(data.features())));
    rows.add(List.of("Clients", Format.count(data.clientCount())));
    rows.add(List.of("Training rows", Format.count(data.trainingRows()) + " on all clients together"));
    rows.add(List.of("Common hold-out", data.testRows() == 0 ? "none"
        : Format.many(data.testRows(), "row", "rows") + ", drawn before the clients got theirs"));
    html.table("pairs", List.of(), rows);
    data.notes().forEach(note -> html.element("p", "note", note));
    if (classification && !data.clients().isEmpty() && data.task().classes().size() <= MOST_CLASSES) {
      writeCounts(data, html);
    }
  }

  private static String shortened(List<String> names) {
    String all = String.join(", ", names);
    int most = 160;
    return all.length() <= most ? all : all.substring(0, all.lastIndexOf(", ", most) + 1) + " …";
  }

  /** Rows by client and class, darker where there are more. */
  private static void writeCounts(DatasetSummary data, Html html) {
    List<ClientSummary> shown = data.clients().subList(0, Math.min(MOST_CLIENTS, data.clients().size()));
    long most =
        Math.max(1, shown.stream().flatMap(c -> c.perClass().stream()).mapToLong(n -> n).max().orElse(1));
    html.element("h3", "", "Rows by client and class");
    html.element("table", "heat", table -> {
      table.raw("<thead><tr><th scope=\"col\">Client</th>");
      data.task().classes().forEach(label -> table.raw("<th scope=\"col\">").text(label).raw("</th>"));
      table.raw("<th scope=\"col\">All</th></tr></thead>\n<tbody>\n");
      shown.forEach(client -> {
        table.raw("<tr><th scope=\"row\">").text(client.name()).raw("</th>");
        if (client.perClass().isEmpty()) {
          table.raw("<td colspan=\"" + data.task().classes().size() + "\">").text("not known here").raw("</td>");
        }
        client.perClass().forEach(
            count -> table.raw(shaded(count, most)).text(Format.count(count)).raw("</td>"));
        table.raw("<td class=\"all\">").text(Format.count(client.rows())).raw("</td></tr>\n");
      });
      table.raw("</tbody>");
    });
    left(data.clients().size() - shown.size(), html);
  }

  private static String shaded(long count, long most) {
    double share = Math.sqrt(count / (double) most);
    return count == 0
        ? "<td class=\"zero\">"
        : String.format(Locale.ROOT, "<td style=\"background:rgba(0,114,178,%.2f)\">", 0.05 + 0.4 * share);
  }

  /** Says how many clients a table does not show. */
  static void left(int clients, Html html) {
    if (clients > 0) {
      html.element(
          "p", "quiet", "… and " + Format.many(clients, "more client", "more clients") + " in the record.");
    }
  }
}
