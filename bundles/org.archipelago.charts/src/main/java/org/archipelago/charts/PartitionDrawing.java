package org.archipelago.charts;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import org.archipelago.core.Texts;
import org.archipelago.results.Format;
import org.archipelago.results.PartitionGrid;

/** Draws a {@link PartitionSpec}: a column a client, or a few neighbours where there are many. */
final class PartitionDrawing {

  private static final double NARROWEST = 5;
  private static final double WIDEST = 64;
  private static final double GAP = 10;
  private static final double LONGEST_LABEL = 170;
  private static final double LINE = 17;
  private static final double BARS = 86;
  private static final int LEGEND_STEPS = 6;

  private final PartitionSpec spec;
  private final Theme theme;
  private final Graphics2D g;
  private final Pen pen;
  private final Font font;
  private final Texts texts;
  private final double labels;
  private final double width;
  private final double height;
  private final PartitionGrid grid;

  PartitionDrawing(
      PartitionSpec spec, Theme theme, Graphics2D g, double width, double height, ChartDrawing.Fonts fonts) {
    this.spec = spec;
    this.theme = theme;
    this.g = g;
    this.height = height;
    pen = new Pen(g);
    font = fonts.make(Font.PLAIN, 12);
    texts = spec.texts();
    labels = widestLabel() + GAP;
    grid = new PartitionGrid(spec.data(), (int) Math.max(1, (width - labels) / NARROWEST));
    this.width = Math.min(width - labels, grid.columns() * WIDEST);
  }

  void draw() {
    g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    g.setColor(theme.background());
    g.fill(new Rectangle2D.Double(0, 0, labels + width, height));
    drawBars();
    boolean classes = !grid.classes().isEmpty();
    double below = BARS;
    if (classes) {
      drawHeat();
      below = height - 2 * LINE - GAP;
    }
    String axis = texts.text(grid.isGrouped() ? "partition.grouped" : "partition.clients");
    pen.text(axis, font, theme.muted(), labels, below + LINE, Anchor.START);
    if (classes) {
      drawLegend();
    }
  }

  private double widestLabel() {
    double widest = pen.widthOf(texts.text("partition.rows"), font);
    for (String label : spec.data().task().classes()) {
      widest = Math.max(widest, pen.widthOf(label, font));
    }
    return Math.min(LONGEST_LABEL, widest);
  }

  private void drawBars() {
    double most = Math.max(1, grid.mostRows());
    label(texts.text("partition.rows"), 12);
    label(Format.plain(rounded(most)), 12 + LINE);
    g.setColor(theme.color(0));
    for (int column = 0; column < grid.columns(); column++) {
      double bar = BARS * grid.rows(column) / most;
      g.fill(new Rectangle2D.Double(left(column), BARS - bar, cellWidth(column), bar));
    }
  }

  private void drawHeat() {
    double top = BARS + GAP;
    double cell = (height - 2 * LINE - GAP - top) / grid.classes().size();
    double most = Math.max(1e-9, grid.mostRowsOfAClass());
    int step = Math.max(1, (int) Math.ceil(LINE / cell));
    for (int label = 0; label < grid.classes().size(); label++) {
      double y = top + label * cell;
      if (label % step == 0) {
        label(grid.classes().get(label), y + cell / 2 + 4);
      }
      for (int column = 0; column < grid.columns(); column++) {
        g.setColor(heat(grid.rows(column, label) / most));
        g.fill(new Rectangle2D.Double(left(column), y, cellWidth(column), Math.max(1, cell - 1)));
      }
    }
  }

  private void drawLegend() {
    double y = height - LINE;
    for (int i = 0; i < LEGEND_STEPS; i++) {
      g.setColor(heat((double) i / (LEGEND_STEPS - 1)));
      g.fill(new Rectangle2D.Double(labels + i * LINE, y, LINE - 1, LINE - 5));
    }
    String words =
        texts.text(
            grid.countsWords() ? "partition.mostWords" : "partition.most",
            Format.plain(rounded(grid.mostRowsOfAClass())));
    pen.text(words, font, theme.muted(), labels + LEGEND_STEPS * LINE + GAP, y + 10, Anchor.START);
  }

  private void label(String text, double y) {
    String shown = pen.cut(text, font, LONGEST_LABEL);
    pen.text(shown, font, theme.muted(), labels - GAP, y, Anchor.END);
  }

  private double left(int column) {
    return labels + column * width / grid.columns();
  }

  private double cellWidth(int column) {
    return Math.max(1, left(column + 1) - left(column) - 1);
  }

  /** From the grid's colour to the first curve's; the root makes few rows visible. */
  private Color heat(double share) {
    double root = Math.sqrt(Math.max(0, Math.min(1, share)));
    Color from = theme.grid();
    Color to = theme.color(0);
    return new Color(
        mix(from.getRed(), to.getRed(), root),
        mix(from.getGreen(), to.getGreen(), root),
        mix(from.getBlue(), to.getBlue(), root));
  }

  private static int mix(int from, int to, double share) {
    return (int) Math.round(from + (to - from) * share);
  }

  private static double rounded(double rows) {
    return Math.round(rows * 10) / 10.0;
  }
}
