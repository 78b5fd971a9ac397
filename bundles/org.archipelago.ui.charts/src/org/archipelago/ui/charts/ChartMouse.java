package org.archipelago.ui.charts;

import java.util.Objects;
import java.util.Optional;
import org.archipelago.charts.ChartView;
import org.archipelago.charts.LegendItem;
import org.archipelago.charts.PlotFrame;
import org.archipelago.ui.common.Palette;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;

/**
 * A chart by mouse. The wheel zooms about the pointer, over an axis along that axis only. Dragging
 * pans; where the whole chart is seen, so that there is nowhere to pan to, or with Shift, it chooses an
 * area to zoom to. A double click shows the whole chart; a click on the legend hides a curve.
 */
final class ChartMouse {

  private static final double WHEEL_STEP = 1.15;
  private static final int LEAST_DRAG = 5;
  private static final int BAND_ALPHA = 40;

  private enum Drag { NONE, PAN, AREA }

  private final ChartCanvas canvas;
  private final Crosshair crosshair;
  private Drag drag = Drag.NONE;
  private Point start;
  private Point last;

  ChartMouse(ChartCanvas canvas, Crosshair crosshair) {
    this.canvas = canvas;
    this.crosshair = crosshair;
  }

  void attach() {
    canvas.addListener(SWT.MouseVerticalWheel, this::wheel);
    canvas.addListener(SWT.MouseDown, this::down);
    canvas.addListener(SWT.MouseMove, this::move);
    canvas.addListener(SWT.MouseUp, this::up);
    canvas.addListener(SWT.MouseExit, event -> crosshair.leave());
    canvas.addListener(SWT.MouseDoubleClick, this::doubleClick);
  }

  private void wheel(Event event) {
    Optional<PlotFrame> found = canvas.frame();
    if (found.isEmpty() || event.count == 0) {
      return;
    }
    PlotFrame frame = found.get();
    double factor = event.count > 0 ? WHEEL_STEP : 1 / WHEEL_STEP;
    boolean besideAxis = event.x < frame.x();
    boolean belowAxis = event.y > frame.y() + frame.height();
    double x = frame.xAt(Math.max(frame.x(), Math.min(event.x, frame.x() + frame.width())));
    double y = frame.valueAt(Math.max(frame.y(), Math.min(event.y, frame.y() + frame.height())));
    canvas.look(
        canvas.view().zoomed(
            canvas.spec(), besideAxis ? 1 : factor, belowAxis && !besideAxis ? 1 : factor, x, y));
    event.doit = false;
  }

  private void down(Event event) {
    canvas.setFocus();
    if (event.button != 1) {
      return;
    }
    Optional<LegendItem> item = canvas.legendAt(event.x, event.y);
    if (item.isPresent()) {
      canvas.look(canvas.view().toggled(item.get().name()));
    } else if (canvas.frame().filter(frame -> frame.contains(event.x, event.y)).isPresent()) {
      boolean whole = canvas.view().window().isEmpty();
      drag = whole || (event.stateMask & SWT.SHIFT) != 0 ? Drag.AREA : Drag.PAN;
      start = new Point(event.x, event.y);
      last = start;
    }
  }

  private void move(Event event) {
    switch (drag) {
      case NONE -> hover(event);
      case PAN -> pan(event);
      case AREA -> {
        last = new Point(event.x, event.y);
        crosshair.leave();
        canvas.redraw();
      }
    }
  }

  private void hover(Event event) {
    Optional<LegendItem> item = canvas.legendAt(event.x, event.y);
    canvas.setCursor(item.isPresent() ? canvas.getDisplay().getSystemCursor(SWT.CURSOR_HAND) : null);
    String tip = item.map(ChartMouse::tip).orElse(null);
    if (canvas.picture() != null && !Objects.equals(tip, canvas.getToolTipText())) {
      canvas.setToolTipText(tip);
    }
    crosshair.moveTo(event.x, event.y);
  }

  private static String tip(LegendItem item) {
    return NLS.bind(item.hidden() ? Messages.Chart_show : Messages.Chart_hide, item.name())
        .replace("&", "&&");
  }

  private void pan(Event event) {
    canvas.frame().ifPresent(frame -> {
      double across = (last.x - event.x) / frame.width();
      double up = (event.y - last.y) / frame.height();
      last = new Point(event.x, event.y);
      canvas.setCursor(canvas.getDisplay().getSystemCursor(SWT.CURSOR_SIZEALL));
      crosshair.leave();
      canvas.look(canvas.view().panned(canvas.spec(), across, up));
    });
  }

  private void up(Event event) {
    if (drag == Drag.AREA && band().width >= LEAST_DRAG && band().height >= LEAST_DRAG) {
      canvas.frame().ifPresent(frame -> canvas.look(select(frame)));
    }
    drag = Drag.NONE;
    canvas.setCursor(null);
    canvas.redraw();
  }

  private ChartView select(PlotFrame frame) {
    Rectangle band = band();
    return canvas.view().selected(
        canvas.spec(),
        frame.xAt(band.x), frame.valueAt(band.y + band.height),
        frame.xAt(band.x + band.width), frame.valueAt(band.y));
  }

  private void doubleClick(Event event) {
    if (event.button == 1 && canvas.legendAt(event.x, event.y).isEmpty()) {
      drag = Drag.NONE;
      canvas.look(canvas.view().whole());
    }
  }

  private Rectangle band() {
    return new Rectangle(
        Math.min(start.x, last.x), Math.min(start.y, last.y),
        Math.abs(start.x - last.x), Math.abs(start.y - last.y));
  }

  /** The area that is being chosen. */
  void paint(GC gc) {
    if (drag != Drag.AREA || start.equals(last)) {
      return;
    }
    Rectangle band = band();
    gc.setBackground(Palette.ACCENT.on(canvas.getParent()));
    gc.setForeground(Palette.ACCENT.on(canvas.getParent()));
    gc.setAlpha(BAND_ALPHA);
    gc.fillRectangle(band);
    gc.setAlpha(255);
    gc.setLineWidth(1);
    gc.drawRectangle(band);
  }
}
