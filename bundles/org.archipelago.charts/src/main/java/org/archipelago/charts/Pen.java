package org.archipelago.charts;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes and measures texts. */
final class Pen {

  private static final Pattern LAST_PART =
      Pattern.compile("(.+)(?:, (?=[^,]+$)|\uff0c(?=[^\uff0c]+$)| (?=\\([^(]+$)|(?=\uff08[^\uff08]+$))(.+)");

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
    List<String> words = words(text);
    String cut = String.join("", words);
    while (words.size() > 1 && widthOf(cut + end, font) > room) {
      words.remove(words.size() - 1);
      cut = String.join("", words).strip();
    }
    return cut.replaceFirst("[,\uff0c-]$", "") + end;
  }

  /** The words, each with the space behind it; Chinese can be broken at almost every character. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
    breaks.setText(text);
    int from = 0;
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      if (!text.startsWith("%", to)) {
        words.add(text.substring(from, to));
        from = to;
      }
    }
    return words;
  }

  /**
   * At most two lines, broken between words but not before a percent sign; what does not fit into the
   * second ends in dots.
   */
  List<String> wrapped(String text, Font font, double room) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : words(text)) {
      String longer = line + word;
      if (line.isEmpty() || widthOf(longer.strip(), font) <= room) {
        line = longer;
      } else if (lines.isEmpty()) {
        lines.add(line.strip());
        line = word;
      } else {
        line = line.strip() + " \u2026";
        break;
      }
    }
    if (!line.isBlank()) {
      lines.add(line.strip());
    }
    return lines;
  }
}
