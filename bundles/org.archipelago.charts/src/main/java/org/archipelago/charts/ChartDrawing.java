package org.archipelago.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.archipelago.results.Series;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/**
 * Draws one chart: titles above, JFreeChart's plot in the middle, labels at the ends of the curves and
 * at the reference lines, legend below.
 */
final class ChartDrawing {

  private static final int SIDE = 14;
  private static final int GAP = 6;
  private static final int SAMPLE = 26;

  private final ChartSpec spec;
  private final Theme theme;
  private final Graphics2D g;
  private final int width;
  private final int height;
  private final Font titleFont;
  private final Font textFont;
  private final Font boldFont;

  /** Makes fonts: the machine's, or measured ones. */
  interface Fonts {
    Font make(int style, int size);
  }

  ChartDrawing(ChartSpec spec, Theme theme, Graphics2D g, int width, int height, Fonts fonts) {
    this.spec = spec;
    this.theme = theme;
    this.g = g;
    this.width = width;
    this.height = height;
    titleFont = fonts.make(Font.BOLD, 14);
    textFont = fonts.make(Font.PLAIN, 12);
    boldFont = fonts.make(Font.BOLD, 12);
  }

  /** Draws it and tells where the curves lie, if there was room for them. */
  Optional<PlotFrame> draw() {
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setColor(theme.background());
    g.fill(new Rectangle2D.Double(0, 0, width, height));
    double top = drawTitles();
    double bottom = drawLegend();
    g.setRenderingHint(Anchor.KEY, Anchor.MIDDLE);
    double right = SIDE + endLabelWidth();
    Rectangle2D area = new Rectangle2D.Double(SIDE, top, width - SIDE, bottom - top);
    double plotWidth = area.getWidth() - right;
    if (plotWidth < 60 || area.getHeight() < 40) {
      return Optional.empty(); // no room for more than a title
    }
    XYPlot plot =
        new PlotFactory(theme, textFont).plot(spec, plotWidth, area.getHeight(), right);
    JFreeChart chart = new JFreeChart(null, titleFont, plot, false);
    chart.setBackgroundPaint(null);
    chart.setPadding(org.jfree.chart.ui.RectangleInsets.ZERO_INSETS);
    ChartRenderingInfo info = new ChartRenderingInfo(null);
    chart.draw(g, area, info);
    Rectangle2D data = info.getPlotInfo().getDataArea();
    drawOver(plot, data);
    return Optional.of(
        new PlotFrame(
            data.getX(),
            data.getY(),
            data.getWidth(),
            data.getHeight(),
            plot.getDomainAxis().getUpperBound(),
            plot.getRangeAxis().getLowerBound(),
            plot.getRangeAxis().getUpperBound(),
            spec.y().logarithmic()));
  }

  private double drawTitles() {
    double y = SIDE + 11;
    text(spec.title(), titleFont, theme.text(), SIDE, y, Anchor.START);
    for (String line : wrapped(spec.subtitle(), width - 2 * SIDE)) {
      y += 17;
      text(line, textFont, theme.muted(), SIDE, y, Anchor.START);
    }
    if (isRoomy()) {
      y += 22;
      text(spec.y().text(), textFont, theme.muted(), SIDE, y, Anchor.START);
    }
    return y + 6;
  }

  /** Whether there is room for the texts at the axes; a title says much the same. */
  private boolean isRoomy() {
    return height >= 190;
  }

  private void drawOver(XYPlot plot, Rectangle2D data) {
    if (isRoomy()) {
      text(spec.xLabel(), textFont, theme.muted(), data.getCenterX(), data.getMaxY() + 34, Anchor.MIDDLE);
    }
    if (spec.isEmpty()) {
      text(spec.emptyText(), textFont, theme.muted(), data.getCenterX(), data.getCenterY(), Anchor.MIDDLE);
    }
    List<Line2D> segments = segments(plot, data);
    spec.references().forEach(line -> labelReference(line, plot, data, segments));
    labelEnds(plot, data);
  }

  /** The curves as they lie in the picture. */
  private List<Line2D> segments(XYPlot plot, Rectangle2D data) {
    List<Line2D> segments = new ArrayList<>();
    for (Curve curve : spec.curves()) {
      Series series = Thinning.m4(curve.series(), (int) data.getWidth());
      for (int i = 0; i < series.size(); i++) {
        int before = Math.max(0, i - 1);
        segments.add(
            new Line2D.Double(
                across(plot, data, series.x(before)), down(plot, data, series.y(before)),
                across(plot, data, series.x(i)), down(plot, data, series.y(i))));
      }
    }
    return segments;
  }

  private static double across(XYPlot plot, Rectangle2D data, double position) {
    return plot.getDomainAxis().valueToJava2D(position, data, RectangleEdge.BOTTOM);
  }

  private static double down(XYPlot plot, Rectangle2D data, double value) {
    return plot.getRangeAxis().valueToJava2D(value, data, RectangleEdge.LEFT);
  }

  /** At that end of the line, above or below it, where no curve runs through the label. */
  private void labelReference(
      ReferenceLine line, XYPlot plot, Rectangle2D data, List<Line2D> segments) {
    double y = down(plot, data, line.value());
    double labelWidth = widthOf(line.label(), textFont);
    double atEnd = data.getMaxX() - 4 - labelWidth;
    double atStart = data.getMinX() + 5;
    List<Rectangle2D> places = new ArrayList<>();
    for (double top : new double[] {y - 18, y + 3}) {
      for (double left : new double[] {atEnd, atStart}) {
        places.add(new Rectangle2D.Double(left, top, labelWidth, 15));
      }
    }
    places.removeIf(place -> place.getMinY() < data.getMinY() - 12 || place.getMaxY() > data.getMaxY());
    Rectangle2D place =
        places.stream()
            .filter(p -> segments.stream().noneMatch(p::intersectsLine))
            .findFirst()
            .orElse(places.isEmpty() ? new Rectangle2D.Double(atEnd, y - 18, 0, 0) : places.get(0));
    Color color = line.kind() == ReferenceLine.Kind.LIMIT ? theme.limit() : theme.baseline();
    text(line.label(), textFont, color, place.getMinX(), place.getMinY() + 13, Anchor.START);
  }

  private record End(Curve curve, double x, double y) {}

  /** A dot and a value at the last point of every curve; values that would cover each other move apart. */
  private void labelEnds(XYPlot plot, Rectangle2D data) {
    List<End> ends = new ArrayList<>();
    for (Curve curve : spec.curves()) {
      if (!curve.series().isEmpty()) {
        double x = across(plot, data, curve.series().lastX());
        double y = down(plot, data, curve.series().lastY());
        ends.add(new End(curve, x, Math.min(y, data.getMaxY())));
      }
    }
    ends.sort(Comparator.comparingDouble(End::y));
    double[] baselines = ends.stream().mapToDouble(end -> end.y() + 4).toArray();
    spreadApart(baselines, data.getMaxY() - 2);
    for (int i = 0; i < baselines.length; i++) {
      End end = ends.get(i);
      Color color = theme.color(end.curve().style());
      g.setColor(color);
      g.fill(new Ellipse2D.Double(end.x() - 3.5, end.y() - 3.5, 7, 7));
      text(end.curve().endLabel(), boldFont, color, end.x() + 8, baselines[i], Anchor.START);
    }
  }

  /** Moves ascending baselines down until none covers another, and up again from the lowest place. */
  private static void spreadApart(double[] baselines, double lowest) {
    int line = 14;
    for (int i = 1; i < baselines.length; i++) {
      baselines[i] = Math.max(baselines[i], baselines[i - 1] + line);
    }
    double limit = lowest;
    for (int i = baselines.length - 1; i >= 0; i--) {
      baselines[i] = Math.min(baselines[i], limit);
      limit = baselines[i] - line;
    }
  }

  private double endLabelWidth() {
    return spec.curves().stream().mapToDouble(curve -> widthOf(curve.endLabel(), boldFont)).max().orElse(0);
  }

  private record LegendEntry(String name, int style, boolean ribbon) {}

  /** Draws the legend, unless there is only one curve, and tells where it begins. */
  private double drawLegend() {
    List<LegendEntry> entries = new ArrayList<>();
    spec.curves().forEach(curve -> entries.add(new LegendEntry(curve.name(), curve.style(), false)));
    spec.ribbons().forEach(ribbon -> entries.add(new LegendEntry(ribbon.name(), ribbon.style(), true)));
    double axisTitle = isRoomy() ? 18 : 0;
    if (entries.size() < 2) {
      return height - SIDE - axisTitle + 4;
    }
    List<List<LegendEntry>> rows = legendRows(entries);
    double y = height - SIDE - (rows.size() - 1) * 18;
    double top = y - 18;
    for (List<LegendEntry> row : rows) {
      double x = SIDE;
      for (LegendEntry entry : row) {
        sample(entry, x, y - 4);
        String name = cut(entry.name(), width - SIDE - (x + SAMPLE + GAP));
        text(name, textFont, theme.muted(), x + SAMPLE + GAP, y, Anchor.START);
        x += entryWidth(entry);
      }
      y += 18;
    }
    return top - axisTitle;
  }

  private List<List<LegendEntry>> legendRows(List<LegendEntry> entries) {
    List<List<LegendEntry>> rows = new ArrayList<>();
    double room = 0;
    for (LegendEntry entry : entries) {
      if (rows.isEmpty() || room < entryWidth(entry)) {
        rows.add(new ArrayList<>());
        room = width - 2.0 * SIDE;
      }
      rows.get(rows.size() - 1).add(entry);
      room -= entryWidth(entry);
    }
    return rows;
  }

  private double entryWidth(LegendEntry entry) {
    return SAMPLE + GAP + widthOf(entry.name(), textFont) + 3 * GAP;
  }

  private void sample(LegendEntry entry, double x, double y) {
    g.setColor(theme.color(entry.style()));
    if (entry.ribbon()) {
      g.setColor(PlotFactory.faded(theme.color(entry.style())));
      g.fill(new Rectangle2D.Double(x, y - 5, SAMPLE, 10));
    } else {
      g.setStroke(theme.stroke(entry.style()));
      g.draw(new Line2D.Double(x, y, x + SAMPLE, y));
      g.setStroke(new BasicStroke(1));
    }
  }

  private void text(String text, Font font, Color color, double x, double y, Anchor anchor) {
    if (text.isEmpty()) {
      return;
    }
    g.setRenderingHint(Anchor.KEY, anchor);
    g.setFont(font);
    g.setColor(color);
    g.drawString(text, (float) (x - anchor.share() * widthOf(text, font)), (float) y);
  }

  private double widthOf(String text, Font font) {
    return text.isEmpty() ? 0 : font.getStringBounds(text, g.getFontRenderContext()).getWidth();
  }

  /** The text, or as many of its words as there is room for, and dots. */
  private String cut(String text, double room) {
    if (widthOf(text, textFont) <= room) {
      return text;
    }
    String words = text;
    while (words.contains(" ") && widthOf(words + " …", textFont) > room) {
      words = words.substring(0, words.lastIndexOf(' '));
    }
    return words.replaceFirst(",$", "") + " …";
  }

  /** At most two lines, broken between words; what does not fit into the second ends in dots. */
  private List<String> wrapped(String text, double room) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.isEmpty() ? new String[0] : text.split(" ")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (widthOf(longer, textFont) <= room || line.isEmpty()) {
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
