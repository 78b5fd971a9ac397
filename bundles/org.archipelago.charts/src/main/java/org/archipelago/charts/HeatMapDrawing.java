package org.archipelago.charts;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Draws one heat map: titles above, names of the columns over the cells and of the rows before them. */
final class HeatMapDrawing {

  private static final int SIDE = 14;
  private static final int GAP = 8;
  private static final int LINE = 17;
  private static final double WIDEST_NAME = 0.28;
  private static final double LARGEST_CELL = 72;

  private final HeatMapSpec spec;
  private final Theme theme;
  private final Graphics2D g;
  private final int width;
  private final int height;
  private final Font titleFont;
  private final Font textFont;
  private final Pen pen;

  HeatMapDrawing(
      HeatMapSpec spec, Theme theme, Graphics2D g, int width, int height, ChartDrawing.Fonts fonts) {
    this.spec = spec;
    this.theme = theme;
    this.g = g;
    this.width = width;
    this.height = height;
    titleFont = fonts.make(Font.BOLD, 14);
    textFont = fonts.make(Font.PLAIN, 12);
    pen = new Pen(g);
  }

  /** Draws it and tells where the cells lie. */
  Rectangle2D draw() {
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setColor(theme.background());
    g.fill(new Rectangle2D.Double(0, 0, width, height));
    double y = SIDE + 11;
    pen.text(spec.title(), titleFont, theme.text(), SIDE, y, Anchor.START);
    for (String line : pen.wrapped(spec.subtitle(), textFont, width - 2 * SIDE)) {
      y += LINE;
      pen.text(line, textFont, theme.muted(), SIDE, y, Anchor.START);
    }
    Rectangle2D area = area(y + 2 * LINE + GAP);
    if (area.getWidth() > 0 && area.getHeight() > 0) {
      drawCells(area);
      drawNames(area);
    }
    return area;
  }

  private Rectangle2D area(double top) {
    double names =
        spec.rows().stream().mapToDouble(name -> pen.widthOf(name, textFont)).max().orElse(0);
    double caption = pen.widthOf(spec.rowsLabel(), textFont);
    double left = SIDE + Math.max(caption, Math.min(names, WIDEST_NAME * width)) + GAP;
    double across =
        Math.min(width - SIDE - left, LARGEST_CELL * Math.max(1, spec.columns().size()));
    double down = Math.min(height - SIDE - top, LARGEST_CELL * Math.max(1, spec.rows().size()));
    return new Rectangle2D.Double(left, top, Math.max(0, across), Math.max(0, down));
  }

  private void drawCells(Rectangle2D area) {
    double across = area.getWidth() / spec.columns().size();
    double down = area.getHeight() / spec.rows().size();
    double line = Math.min(1, Math.min(across, down) / 8);
    for (int row = 0; row < spec.rows().size(); row++) {
      for (int column = 0; column < spec.columns().size(); column++) {
        HeatMapSpec.Cell cell = spec.cells().get(row).get(column);
        double x = area.getX() + column * across;
        double y = area.getY() + row * down;
        Color ground = ground(cell.heat());
        g.setColor(ground);
        g.fill(new Rectangle2D.Double(x, y, across - line, down - line));
        if (down >= 14 && pen.widthOf(cell.text(), textFont) <= across - 4) {
          boolean quiet = cell.heat() == 0;
          Color ink = quiet ? theme.axis() : isDark(ground) ? Color.WHITE : new Color(0x1F2933);
          pen.text(
              cell.text(), textFont, ink, x + across / 2, y + down / 2 + 4, Anchor.MIDDLE);
        }
      }
    }
  }

  /** From hardly more than the background to the first curve's colour; the root shows small shares. */
  private Color ground(double heat) {
    double share = 0.05 + 0.95 * Math.sqrt(Math.max(0, Math.min(1, heat)));
    Color to = theme.color(0);
    Color from = theme.background();
    return new Color(
        mix(from.getRed(), to.getRed(), share),
        mix(from.getGreen(), to.getGreen(), share),
        mix(from.getBlue(), to.getBlue(), share));
  }

  private static int mix(int from, int to, double share) {
    return (int) Math.round(from + (to - from) * share);
  }

  private static boolean isDark(Color color) {
    return 0.299 * color.getRed() + 0.587 * color.getGreen() + 0.114 * color.getBlue() < 140;
  }

  private void drawNames(Rectangle2D area) {
    double down = area.getHeight() / spec.rows().size();
    double right = area.getX() - GAP;
    int everyRow = Math.max(1, (int) Math.ceil(LINE * 0.85 / down));
    for (int row = 0; row < spec.rows().size(); row += everyRow) {
      String name = cut(spec.rows().get(row), right - SIDE);
      pen.text(name, textFont, theme.text(), right, area.getY() + (row + 0.5) * down + 4, Anchor.END);
    }
    double across = area.getWidth() / spec.columns().size();
    int everyColumn = Math.max(1, (int) Math.ceil(narrowest(spec.columns()) / across));
    for (int column = 0; column < spec.columns().size(); column += everyColumn) {
      String name = cut(spec.columns().get(column), everyColumn * across - 4);
      double middle = area.getX() + (column + 0.5) * across;
      pen.text(name, textFont, theme.text(), middle, area.getY() - 6, Anchor.MIDDLE);
    }
    double captions = area.getY() - 6 - LINE;
    pen.text(spec.columnsLabel(), textFont, theme.muted(), area.getX(), captions, Anchor.START);
    pen.text(spec.rowsLabel(), textFont, theme.muted(), right, area.getY() - 6, Anchor.END);
  }

  /** Room that a name of a column needs at least to be told from others. */
  private double narrowest(List<String> names) {
    double widest = names.stream().mapToDouble(name -> pen.widthOf(name, textFont)).max().orElse(0);
    return Math.min(widest + 6, 36);
  }

  /** The text, or as many of its letters as there is room for, and dots. */
  private String cut(String text, double room) {
    if (pen.widthOf(text, textFont) <= room) {
      return text;
    }
    String letters = text;
    while (letters.length() > 1 && pen.widthOf(letters + "…", textFont) > room) {
      letters = letters.substring(0, letters.offsetByCodePoints(letters.length(), -1));
    }
    return letters + "…";
  }
}
