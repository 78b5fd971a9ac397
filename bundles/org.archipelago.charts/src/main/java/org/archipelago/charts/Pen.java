package org.archipelago.charts;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes and measures texts. */
final class Pen {

  private static final Pattern LAST_PART = Pattern.compile("(.+)(?:, (?=[^,]+$)| (?=\\([^(]+$))(.+)");

  private final Graphics2D g;

  Pen(Graphics2D g) {
    this.g = g;
  }

  void text(String text, Font font, Color color, double x, double y, Anchor anchor) {
    if (text.isEmpty()) {
      return;
    }
    g.setRenderingHint(Anchor.KEY, anchor);
    g.setFont(font);
    g.setColor(color);
    g.drawString(text, (float) (x - anchor.share() * widthOf(text, font)), (float) y);
  }

  double widthOf(String text, Font font) {
    return text.isEmpty() ? 0 : font.getStringBounds(text, g.getFontRenderContext()).getWidth();
  }

  /**
   * The text, or as many of its words as there is room for, and dots. What stands behind the last comma
   * or in brackets tells names apart, so it stays where it can.
   */
  String cut(String text, Font font, double room) {
    if (widthOf(text, font) <= room) {
      return text;
    }
    Matcher end = LAST_PART.matcher(text);
    String cut = end.matches() ? cut(end.group(1), " … " + end.group(2), font, room) : "";
    return cut.isEmpty() || widthOf(cut, font) > room ? cut(text, " …", font, room) : cut;
  }

  private String cut(String text, String end, Font font, double room) {
    String words = text;
    while (words.contains(" ") && widthOf(words + end, font) > room) {
      words = words.substring(0, words.lastIndexOf(' '));
    }
    return words.replaceFirst(",$", "") + end;
  }

  /**
   * At most two lines, broken between words but not before a percent sign; what does not fit into the
   * second ends in dots.
   */
  List<String> wrapped(String text, Font font, double room) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.isEmpty() ? new String[0] : text.split(" (?!%)")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (widthOf(longer, font) <= room || line.isEmpty()) {
        line.setLength(0);
        line.append(longer);
      } else if (lines.isEmpty()) {
        lines.add(line.toString());
        line.setLength(0);
        line.append(word);
      } else {
        line.append(" …");
        break;
      }
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }
}
