package org.archipelago.charts;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/** Writes and measures texts. */
final class Pen {

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

  /** The text, or as many of its words as there is room for, and dots. */
  String cut(String text, Font font, double room) {
    if (widthOf(text, font) <= room) {
      return text;
    }
    String words = text;
    while (words.contains(" ") && widthOf(words + " …", font) > room) {
      words = words.substring(0, words.lastIndexOf(' '));
    }
    return words.replaceFirst(",$", "") + " …";
  }

  /** At most two lines, broken between words; what does not fit into the second ends in dots. */
  List<String> wrapped(String text, Font font, double room) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.isEmpty() ? new String[0] : text.split(" ")) {
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
