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
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;

/** A line through the point nearest to the mouse, and the values there. */
final class Crosshair {

  private static final int PADDING = 6;
  private static final int DOT = 7;

  /** One curve's value at the line. */
  private record Reading(Curve curve, double value, String text) {}

  private final Canvas canvas;
  private ChartPicture picture;
  private ChartSpec spec;
  private int mouseX = -1;

  Crosshair(Canvas canvas) {
    this.canvas = canvas;
    canvas.addListener(SWT.MouseMove, event -> moveTo(event.x));
    canvas.addListener(SWT.MouseExit, event -> moveTo(-1));
  }

  void show(ChartPicture newPicture, ChartSpec newSpec) {
    picture = newPicture;
    spec = newSpec;
  }

  private void moveTo(int x) {
    mouseX = x;
    canvas.redraw();
  }

  void paint(GC gc) {
    if (mouseX < 0 || picture == null || picture.frame().isEmpty()) {
      return;
    }
    PlotFrame frame = picture.frame().get();
    if (!frame.contains(mouseX)) {
      return;
    }
    double position = nearestPosition(frame.xAt(mouseX));
    List<Reading> readings = readings(position);
    if (!readings.isEmpty()) {
      paint(gc, frame, position, readings);
    }
  }

  private double nearestPosition(double x) {
    double nearest = Double.NaN;
    for (Curve curve : spec.curves()) {
      Series series = curve.series();
      for (int i = 0; i < series.size(); i++) {
        if (Double.isNaN(nearest) || Math.abs(series.x(i) - x) < Math.abs(nearest - x)) {
          nearest = series.x(i);
        }
      }
    }
    return nearest;
  }

  private List<Reading> readings(double position) {
    List<Reading> readings = new ArrayList<>();
    for (Curve curve : spec.curves()) {
      Series series = curve.series();
      for (int i = 0; i < series.size(); i++) {
        if (series.x(i) == position) {
          readings.add(new Reading(curve, series.y(i), curve.name() + "  " + text(series.y(i))));
        }
      }
    }
    return readings;
  }

  private String text(double value) {
    String unit = spec.y().unit();
    return unit.isEmpty() ? Format.measure(value) : spec.y().ticks().apply(value) + " " + unit;
  }

  private void paint(GC gc, PlotFrame frame, double position, List<Reading> readings) {
    Theme theme = ((ChartCanvas) canvas).theme();
    int x = (int) Math.round(frame.pixelX(position));
    gc.setAntialias(SWT.ON);
    gc.setForeground(color(theme.axis()));
    gc.drawLine(x, (int) frame.y(), x, (int) (frame.y() + frame.height()));
    for (Reading reading : readings) {
      int y = (int) Math.round(frame.pixelY(reading.value()));
      gc.setBackground(color(theme.color(reading.curve().style())));
      gc.fillOval(x - DOT / 2, y - DOT / 2, DOT, DOT);
    }
    paintBox(gc, theme, x, (int) frame.y(), position, readings);
  }

  private void paintBox(
      GC gc, Theme theme, int x, int top, double position, List<Reading> readings) {
    String head = NLS.bind(Messages.Chart_at, spec.xLabel(), Format.plain(position));
    int lineHeight = gc.getFontMetrics().getHeight() + 2;
    int width = gc.textExtent(head).x;
    for (Reading reading : readings) {
      width = Math.max(width, gc.textExtent(reading.text()).x + DOT + PADDING);
    }
    Point size = new Point(width + 2 * PADDING, lineHeight * (readings.size() + 1) + 2 * PADDING);
    boolean left = x + PADDING + size.x > canvas.getClientArea().width;
    int boxX = Math.max(0, left ? x - PADDING - size.x : x + PADDING);
    gc.setBackground(color(theme.background()));
    gc.setForeground(color(theme.axis()));
    gc.fillRoundRectangle(boxX, top, size.x, size.y, 6, 6);
    gc.drawRoundRectangle(boxX, top, size.x, size.y, 6, 6);
    gc.setForeground(color(theme.text()));
    int y = top + PADDING;
    gc.drawText(head, boxX + PADDING, y, true);
    for (Reading reading : readings) {
      y += lineHeight;
      gc.setBackground(color(theme.color(reading.curve().style())));
      gc.fillOval(boxX + PADDING, y + (lineHeight - DOT) / 2, DOT, DOT);
      gc.drawText(reading.text(), boxX + 2 * PADDING + DOT, y, true);
    }
  }

  private static Color color(java.awt.Color color) {
    return new Color(color.getRed(), color.getGreen(), color.getBlue());
  }
}
