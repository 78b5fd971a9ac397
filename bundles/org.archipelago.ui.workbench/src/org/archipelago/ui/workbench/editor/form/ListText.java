package org.archipelago.ui.workbench.editor.form;

import java.util.ArrayList;
import java.util.List;

/**
 * Lists as people type them: parts between commas. A part that holds a comma or a quote stands in quotes, in
 * which a quote is doubled, as in CSV files.
 */
public final class ListText {

  private ListText() {}

  /** The parts of a line. */
  public static List<String> parse(String line) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean quoted = false;
    boolean wasQuoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean doubled = c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
      if (doubled) {
        part.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
        wasQuoted = true;
      } else if (c == ',' && !quoted) {
        add(parts, part, wasQuoted);
        wasQuoted = false;
      } else {
        part.append(c);
      }
    }
    add(parts, part, wasQuoted);
    return parts;
  }

  private static void add(List<String> parts, StringBuilder part, boolean quoted) {
    String text = part.toString().strip();
    if (!text.isEmpty() || quoted) {
      parts.add(text);
    }
    part.setLength(0);
  }

  /** Parts as a line. */
  public static String write(List<?> parts) {
    return String.join(
        ", ",
        parts.stream()
            .map(Hints::plain)
            .map(ListText::quotedWhereNeeded)
            .toList());
  }

  private static String quotedWhereNeeded(String part) {
    boolean needed = part.contains(",") || part.contains("\"") || part.isBlank();
    return needed ? '"' + part.replace("\"", "\"\"") + '"' : part;
  }
}
