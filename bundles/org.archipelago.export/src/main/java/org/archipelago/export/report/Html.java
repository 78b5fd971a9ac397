package org.archipelago.export.report;

import java.util.List;
import java.util.function.Consumer;
import org.archipelago.results.Markup;

/** Builds HTML; whatever it is given as text is escaped. */
final class Html {

  private final StringBuilder out = new StringBuilder(65_536);

  /** Markup that is right as it stands. */
  Html raw(String markup) {
    out.append(markup);
    return this;
  }

  Html text(String text) {
    out.append(Markup.escape(text));
    return this;
  }

  /** An element on a line of its own. */
  Html element(String tag, String classes, Consumer<Html> content) {
    out.append('<').append(tag);
    if (!classes.isEmpty()) {
      out.append(" class=\"").append(classes).append('"');
    }
    out.append('>');
    content.accept(this);
    out.append("</").append(tag).append(">\n");
    return this;
  }

  Html element(String tag, String classes, String text) {
    return element(tag, classes, content -> content.text(text));
  }

  /** A table whose first column names the rows; without a head where that is empty. */
  Html table(String classes, List<String> head, List<List<String>> rows) {
    return element("table", classes, table -> {
      table.head(head).raw("<tbody>\n");
      rows.forEach(table::row);
      table.raw("</tbody>");
    });
  }

  /** The head of a table; nothing where it is empty. */
  Html head(List<String> cells) {
    if (!cells.isEmpty()) {
      raw("<thead><tr>");
      cells.forEach(cell -> raw("<th scope=\"col\">").text(cell).raw("</th>"));
      raw("</tr></thead>\n");
    }
    return this;
  }

  private void row(List<String> cells) {
    raw("<tr><th scope=\"row\">").text(cells.get(0)).raw("</th>");
    cells.stream().skip(1).forEach(cell -> raw("<td>").text(cell).raw("</td>"));
    raw("</tr>\n");
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
