package org.archipelago.export;

import java.util.List;
import java.util.function.Consumer;

/** Builds HTML; whatever it is given as text is escaped. */
final class Html {

  private final StringBuilder out = new StringBuilder(65_536);

  /** Markup that is right as it stands. */
  Html raw(String markup) {
    out.append(markup);
    return this;
  }

  Html text(String text) {
    escape(text, out);
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

  /** A table; its first column names the row, and {@code numeric} is a CSS class for the whole. */
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

  /** The text with whatever means something in HTML, and what may not occur in it, made harmless. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    escape(text, escaped);
    return escaped.toString();
  }

  private static void escape(String text, StringBuilder to) {
    text.codePoints().forEach(c -> {
      switch (c) {
        case '&' -> to.append("&amp;");
        case '<' -> to.append("&lt;");
        case '>' -> to.append("&gt;");
        case '"' -> to.append("&quot;");
        case '\'' -> to.append("&#39;");
        default -> to.appendCodePoint(isPrintable(c) ? c : 0xFFFD);
      }
    });
  }

  /** Not a control character, half a surrogate, or a mark that turns the direction of reading. */
  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> c == '\n' || c == '\t' || c == '\r';
      case Character.SURROGATE, Character.UNASSIGNED -> false;
      case Character.FORMAT -> !(c >= 0x202A && c <= 0x202E) && !(c >= 0x2066 && c <= 0x2069);
      default -> true;
    };
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
