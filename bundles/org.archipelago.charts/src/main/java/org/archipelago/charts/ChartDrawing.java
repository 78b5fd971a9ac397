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
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/**
 * Draws one chart: titles above, JFreeChart's plot in the middle, labels at the ends of the curves and
 * at the reference lines, legend below.
 */
final class ChartDrawing {

  private static final int SIDE = 14;
  private static final int LEGEND_ROW = 18;
  private static final int LEAST_ROOM = 190;
  private static final int LABEL_LEADING = 15;

  private final ChartSpec given;
  private final ChartView view;
  private final ViewedChart viewed;
  private final ChartSpec spec;
  private final Theme theme;
  private final Graphics2D g;
  private final int width;
  private final int height;
  private final Font titleFont;
  private final Font textFont;
  private final Font boldFont;
  private final Pen pen;
  /** Whether there is room for the texts at the axes; a title says much the same. */
  private boolean roomy;

  /** Makes fonts: the machine's, or measured ones. */
  interface Fonts {
    Font make(int style, int size);
  }

  /** What was drawn where, and which curves. */
  record Result(Optional<PlotFrame> frame, List<LegendItem> legend, ChartSpec shown) {}

  ChartDrawing(
      ChartSpec given, ChartView view, Theme theme, Graphics2D g, int width, int height, Fonts fonts) {
    this.given = given;
    this.view = view;
    viewed = ViewedChart.of(given, view);
    spec = viewed.shown();
    this.theme = theme;
    this.g = g;
    this.width = width;
    this.height = height;
    titleFont = fonts.make(Font.BOLD, 14);
    textFont = fonts.make(Font.PLAIN, 12);
    boldFont = fonts.make(Font.BOLD, 12);
    pen = new Pen(g);
  }

  /** Draws it and tells where the curves lie, if there was room for them. */
  Result draw() {
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setColor(theme.background());
    g.fill(new Rectangle2D.Double(0, 0, width, height));
    List<LegendItem> legend = drawLegend();
    roomy = (legend.isEmpty() ? height : legend.get(0).y()) >= LEAST_ROOM;
    return new Result(drawPlot(drawTitles(), plotBottom(legend)), legend, spec);
  }

  /** The legend, unless there is only one curve. */
  private List<LegendItem> drawLegend() {
    Legend legend = new Legend(given, view.hidden(), theme, g, textFont);
    return legend.isNeeded() ? legend.draw(SIDE, width - SIDE, height - SIDE, height) : List.of();
  }

  private double plotBottom(List<LegendItem> legend) {
    double axisTitle = roomy ? 18 : 0;
    double baseline = height - SIDE + 4;
    if (!legend.isEmpty()) {
      double firstRow = legend.get(0).y() + 14;
      baseline = firstRow - LEGEND_ROW;
    }
    return baseline - axisTitle;
  }

  private Optional<PlotFrame> drawPlot(double top, double bottom) {
    g.setRenderingHint(Anchor.KEY, Anchor.MIDDLE);
    double right = SIDE + endLabelWidth();
    Rectangle2D area = new Rectangle2D.Double(SIDE, top, width - SIDE, bottom - top);
    double plotWidth = area.getWidth() - right;
    if (plotWidth < 60 || area.getHeight() < 40) {
      return Optional.empty(); // no room for more than a title
    }
    XYPlot plot = new PlotFactory(theme, textFont).plot(viewed, plotWidth, area.getHeight(), right);
    JFreeChart chart = new JFreeChart(null, titleFont, plot, false);
    chart.setBackgroundPaint(null);
    chart.setPadding(org.jfree.chart.ui.RectangleInsets.ZERO_INSETS);
    ChartRenderingInfo info = new ChartRenderingInfo(null);
    chart.draw(g, area, info);
    Rectangle2D data = info.getPlotInfo().getDataArea();
    drawOver(plot, data);
    return Optional.of(
        new PlotFrame(
            data.getX(), data.getY(), data.getWidth(), data.getHeight(), viewed.window(),
            spec.y().logarithmic()));
  }

  private double drawTitles() {
    double y = SIDE + 11;
    double room = width - 2 * SIDE;
    pen.text(pen.cut(spec.title(), titleFont, room), titleFont, theme.text(), SIDE, y, Anchor.START);
    for (String line : pen.wrapped(spec.subtitle(), textFont, room)) {
      y += 17;
      pen.text(line, textFont, theme.muted(), SIDE, y, Anchor.START);
    }
    if (roomy) {
      y += 22;
      pen.text(pen.cut(spec.yText(), textFont, room), textFont, theme.muted(), SIDE, y, Anchor.START);
    }
    return y + 6;
  }

  private void drawOver(XYPlot plot, Rectangle2D data) {
    if (roomy) {
      pen.text(spec.xLabel(), textFont, theme.muted(), data.getCenterX(), data.getMaxY() + 34, Anchor.MIDDLE);
    }
    if (spec.isEmpty()) {
      pen.text(spec.emptyText(), textFont, theme.muted(), data.getCenterX(), data.getCenterY(), Anchor.MIDDLE);
    }
    List<Line2D> segments = segments(plot, data);
    spec.references().forEach(line -> labelReference(line, plot, data, segments));
    labelEnds(plot, data);
  }

  private List<Curve> named() {
    return spec.curves().stream().filter(curve -> !curve.isOneOfMany()).toList();
  }

  private Series seen(Curve curve) {
    return Thinning.within(curve.series(), viewed.window().xFrom(), viewed.window().xTo());
  }

  /** The curves as they lie in the picture. */
  private List<Line2D> segments(XYPlot plot, Rectangle2D data) {
    List<Line2D> segments = new ArrayList<>();
    for (Curve curve : named()) {
      Series series = Thinning.m4(seen(curve), (int) data.getWidth());
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
    if (line.value() < viewed.window().yFrom() || line.value() > viewed.window().yTo()) {
      return;
    }
    double y = down(plot, data, line.value());
    List<String> words = pen.wrapped(line.label(), textFont, data.getWidth() - 9);
    double labelWidth = words.stream().mapToDouble(text -> pen.widthOf(text, textFont)).max().orElse(0);
    double labelHeight = 15 + LABEL_LEADING * (words.size() - 1);
    double atEnd = data.getMaxX() - 4 - labelWidth;
    double atStart = data.getMinX() + 5;
    List<Rectangle2D> places = new ArrayList<>();
    for (double top : new double[] {y - 3 - labelHeight, y + 3}) {
      for (double left : new double[] {atEnd, atStart}) {
        places.add(new Rectangle2D.Double(left, top, labelWidth, labelHeight));
      }
    }
    places.removeIf(place -> place.getMinY() < data.getMinY() - 12 || place.getMaxY() > data.getMaxY());
    Rectangle2D place =
        places.stream()
            .filter(p -> segments.stream().noneMatch(p::intersectsLine))
            .findFirst()
            .orElse(places.isEmpty() ? new Rectangle2D.Double(atEnd, y - 18, 0, 0) : places.get(0));
    Color color = line.kind() == ReferenceLine.Kind.LIMIT ? theme.limit() : theme.baseline();
    double baseline = place.getMinY() + 13;
    for (String text : words) {
      pen.text(text, textFont, color, place.getMinX(), baseline, Anchor.START);
      baseline += LABEL_LEADING;
    }
  }

  private record End(Curve curve, double x, double y) {}

  /** A dot and a value at the last point of every curve; values that would cover each other move apart. */
  private void labelEnds(XYPlot plot, Rectangle2D data) {
    List<End> ends = new ArrayList<>();
    for (Curve curve : named()) {
      if (!curve.series().isEmpty() && isSeen(curve.series().lastX(), curve.series().lastY())) {
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
      pen.text(end.curve().endLabel(), boldFont, color, end.x() + 8, baselines[i], Anchor.START);
    }
  }

  /** In the window, or, where that is the whole chart, cut off by its axis. */
  private boolean isSeen(double x, double y) {
    ChartWindow window = viewed.window();
    boolean whole = view.window().isEmpty();
    return whole || x >= window.xFrom() && x <= window.xTo() && y >= window.yFrom() && y <= window.yTo();
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
    return named().stream().mapToDouble(curve -> pen.widthOf(curve.endLabel(), boldFont)).max().orElse(0);
  }
}
