package org.archipelago.export;

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

  Html paragraph(String text) {
    return element("p", "", text);
  }

  /** A section with its heading. */
  Html section(String heading, Consumer<Html> content) {
    return element("section", "", section -> {
      section.raw("\n").element("h2", "", heading);
      content.accept(section);
    });
  }

  Html list(List<String> sentences) {
    return element("ul", "", list -> sentences.forEach(sentence -> list.element("li", "", sentence)));
  }

  /** A table whose first column names the rows; without a head where that is empty. */
  Html table(String classes, List<String> head, List<List<String>> rows) {
    return element("table", classes, table -> {
      if (!head.isEmpty()) {
        table.raw("<thead><tr>");
        head.forEach(cell -> table.raw("<th scope=\"col\">").text(cell).raw("</th>"));
        table.raw("</tr></thead>\n");
      }
      table.raw("<tbody>\n");
      rows.forEach(table::row);
      table.raw("</tbody>");
    });
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
