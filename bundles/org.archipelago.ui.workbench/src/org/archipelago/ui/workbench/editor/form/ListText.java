package org.archipelago.ui.workbench.editor.form;

import java.util.ArrayList;
import java.util.List;

/** Lists as people type them: parts between commas; a part that holds a comma stands in quotes. */
final class ListText {

  private ListText() {}

  static List<String> parse(String line) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean quoted = false;
    boolean wasQuoted = false;
    for (char c : line.toCharArray()) {
      if (c == '"') {
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

  static String write(List<?> parts) {
    return String.join(
        ", ",
        parts.stream()
            .map(Hints::plain)
            .map(part -> part.contains(",") || part.isBlank() ? '"' + part + '"' : part)
            .toList());
  }
}
