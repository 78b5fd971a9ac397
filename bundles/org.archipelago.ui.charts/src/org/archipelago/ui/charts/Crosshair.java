package org.archipelago.ui.charts;

import java.util.ArrayList;
import java.util.List;
import org.archipelago.charts.ChartPicture;
import org.archipelago.charts.ChartSpec;
import org.archipelago.charts.Curve;
import org.archipelago.charts.PlotFrame;
import org.archipelago.charts.Theme;
import org.archipelago.results.Format;
import org.archipelago.results.Series;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;

/**
 * A line through the point nearest to the mouse, or chosen by keyboard, and the values there. Of many
 * curves of a kind it names the one nearest to the mouse.
 */
final class Crosshair {

  private static final int PADDING = 6;
  private static final int DOT = 7;
  private static final int MOST_READINGS = 12;
  private static final int REACH = 24;
  private static final int ROWS_OF_ONE_DECIMAL = 1000;
  private static final int BOX_ALPHA = 225;

  /** One curve's value at the line, as drawn. */
  private record Reading(Curve curve, double value, String text) {}

  private final ChartCanvas canvas;
  private final Font font;
  private ChartPicture picture;
  private ChartSpec spec;
  private double mouseX = Double.NaN;
  private double mouseY = Double.NaN;
  private double chosen = Double.NaN;

  Crosshair(ChartCanvas canvas) {
    this.canvas = canvas;
    font = FontDescriptor.createFrom(canvas.getFont()).increaseHeight(-1).createFont(canvas.getDisplay());
    canvas.addListener(SWT.Dispose, event -> font.dispose());
  }

  void show(ChartPicture newPicture, ChartSpec newSpec) {
    picture = newPicture;
    spec = newSpec;
  }

  void moveTo(int x, int y) {
    mouseX = x;
    mouseY = y;
    chosen = Double.NaN;
    canvas.redraw();
  }

  void leave() {
    mouseX = Double.NaN;
    chosen = Double.NaN;
    canvas.redraw();
  }

  /** To the next point of the first curve, or to the one before. */
  void step(int direction) {
    if (picture == null || picture.frame().isEmpty() || curves().isEmpty()) {
      return;
    }
    PlotFrame frame = picture.frame().get();
    Series series = curves().getFirst().series();
    double now = position(frame);
    int next =
        Double.isNaN(now)
            ? series.nearest(direction > 0 ? frame.window().xFrom() : frame.window().xTo())
            : Math.clamp(series.nearest(now) + direction, 0, series.size() - 1);
    chosen = series.x(next);
    canvas.redraw();
  }

  void paint(GC gc) {
    if (picture == null || picture.frame().isEmpty() || curves().isEmpty()) {
      return;
    }
    PlotFrame frame = picture.frame().get();
    double position = position(frame);
    List<Reading> readings = Double.isNaN(position) ? List.of() : readings(frame, position);
    if (!readings.isEmpty() && frame.contains(frame.pixelX(position))) {
      paint(gc, frame, position, readings);
    }
  }

  /** The drawn curves that have points; those of many only where there are no others. */
  private List<Curve> curves() {
    List<Curve> all =
        picture.shown().curves().stream().filter(curve -> !curve.series().isEmpty()).toList();
    List<Curve> single = all.stream().filter(curve -> !curve.isOneOfMany()).toList();
    return single.isEmpty() ? all : single;
  }

  private double position(PlotFrame frame) {
    if (!Double.isNaN(chosen)) {
      return chosen;
    }
    return Double.isNaN(mouseX) || !frame.contains(mouseX) ? Double.NaN
        : nearestPosition(frame.xAt(mouseX));
  }

  private double nearestPosition(double x) {
    double nearest = Double.NaN;
    for (Curve curve : curves()) {
      double candidate = curve.series().x(curve.series().nearest(x));
      if (Double.isNaN(nearest) || Math.abs(candidate - x) < Math.abs(nearest - x)) {
        nearest = candidate;
      }
    }
    return nearest;
  }

  private List<Reading> readings(PlotFrame frame, double position) {
    List<Reading> readings = new ArrayList<>();
    Reading nearest = null;
    for (Curve curve : picture.shown().curves()) {
      int point = curve.series().nearest(position);
      if (point < 0 || curve.series().x(point) != position) {
        continue;
      }
      Reading reading = reading(curve, position, curve.series().y(point));
      if (!curve.isOneOfMany()) {
        readings.add(reading);
      } else if (distance(frame, reading) < (nearest == null ? REACH : distance(frame, nearest))) {
        nearest = reading;
      }
    }
    if (nearest != null) {
      readings.add(nearest);
    }
    return readings;
  }

  private double distance(PlotFrame frame, Reading reading) {
    return Double.isNaN(mouseY) ? Double.MAX_VALUE : Math.abs(frame.pixelY(reading.value()) - mouseY);
  }

  private Reading reading(Curve curve, double position, double value) {
    String text = text(value);
    for (Curve measured : picture.shown() == spec ? List.<Curve>of() : spec.curves()) {
      Series series = measured.series();
      if (measured.name().equals(curve.name()) && series.size() > 0) {
        double asMeasured = series.y(series.nearest(position));
        text = asMeasured == value ? text : NLS.bind(Messages.Chart_measured, text, text(asMeasured));
      }
    }
    return new Reading(curve, value, curve.name() + "  " + text);
  }

  private String text(double value) {
    return switch (spec.y().unit()) {
      case "" -> Format.measure(value);
      case "%" -> Format.percent(value, ROWS_OF_ONE_DECIMAL);
      default -> Format.measure(value) + " " + spec.y().unit();
    };
  }

  private void paint(GC gc, PlotFrame frame, double position, List<Reading> readings) {
    Theme theme = canvas.theme();
    int x = (int) Math.round(frame.pixelX(position));
    gc.setAntialias(SWT.ON);
    gc.setFont(font);
    gc.setForeground(ChartCanvas.color(theme.axis()));
    gc.drawLine(x, (int) frame.y(), x, (int) (frame.y() + frame.height()));
    for (Reading reading : readings) {
      int y = (int) Math.round(frame.pixelY(reading.value()));
      gc.setBackground(ChartCanvas.color(theme.color(reading.curve().style())));
      gc.fillOval(x - DOT / 2, y - DOT / 2, DOT, DOT);
    }
    paintBox(gc, theme, x, (int) frame.y(), position, readings);
  }

  private void paintBox(
      GC gc, Theme theme, int x, int top, double position, List<Reading> readings) {
    List<Reading> listed = readings.subList(0, Math.min(readings.size(), MOST_READINGS));
    int more = readings.size() - listed.size();
    String head = NLS.bind(Messages.Chart_at, spec.xLabel(), spec.positions().text(position));
    String tail = more == 0 ? "" : NLS.bind(Messages.Chart_more, more);
    int lineHeight = gc.getFontMetrics().getHeight() + 2;
    int width = Math.max(gc.textExtent(head).x, gc.textExtent(tail).x);
    for (Reading reading : listed) {
      width = Math.max(width, gc.textExtent(reading.text()).x + DOT + PADDING);
    }
    int lines = 1 + listed.size() + (more == 0 ? 0 : 1);
    Point size = new Point(width + 2 * PADDING, lineHeight * lines + 2 * PADDING);
    boolean left = x + PADDING + size.x > canvas.getClientArea().width;
    int boxX = Math.max(0, left ? x - PADDING - size.x : x + PADDING);
    gc.setBackground(ChartCanvas.color(theme.background()));
    gc.setForeground(ChartCanvas.color(theme.axis()));
    gc.setAlpha(BOX_ALPHA);
    gc.fillRoundRectangle(boxX, top, size.x, size.y, 6, 6);
    gc.setAlpha(255);
    gc.drawRoundRectangle(boxX, top, size.x, size.y, 6, 6);
    gc.setForeground(ChartCanvas.color(theme.text()));
    int y = top + PADDING;
    gc.drawText(head, boxX + PADDING, y, true);
    for (Reading reading : listed) {
      y += lineHeight;
      gc.setBackground(ChartCanvas.color(theme.color(reading.curve().style())));
      gc.fillOval(boxX + PADDING, y + (lineHeight - DOT) / 2, DOT, DOT);
      gc.drawText(reading.text(), boxX + 2 * PADDING + DOT, y, true);
    }
    gc.drawText(tail, boxX + PADDING, y + lineHeight, true);
  }
}
