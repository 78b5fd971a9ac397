package org.archipelago.ui.charts;

import org.archipelago.charts.ChartRenderer;
import org.archipelago.charts.ChartUnavailableException;
import org.archipelago.charts.HeatMapPicture;
import org.archipelago.charts.HeatMapSpec;
import org.archipelago.charts.Theme;
import org.archipelago.ui.common.Palette;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/**
 * Shows a heat map; the mouse tells what a cell is. It is drawn when it is painted, which takes a few
 * milliseconds for a hundred classes, as sharp as the screen is and in the colours of its parent.
 */
public final class HeatMapCanvas extends Canvas {

  private static final int MARGIN = 8;

  private HeatMapSpec spec;
  private HeatMapPicture picture;
  private Theme drawnWith;
  private int drawnAt;
  private Point drawnSize = new Point(0, 0);
  private Image image;
  private String failure = "";

  public HeatMapCanvas(Composite parent) {
    super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
    addListener(SWT.Paint, event -> paint(event.gc));
    addListener(SWT.MouseMove, event -> setToolTipText(words(event.x, event.y)));
    addListener(SWT.Dispose, event -> disposeImage());
    getAccessible().addAccessibleListener(new AccessibleAdapter() {
      @Override
      public void getName(AccessibleEvent event) {
        event.result = spec == null ? "" : spec.description();
      }
    });
  }

  /** Shows another heat map. */
  public void show(HeatMapSpec newSpec) {
    if (!newSpec.equals(spec)) {
      spec = newSpec;
      picture = null;
      redraw();
    }
  }

  /** What is shown; null before the first. */
  public HeatMapSpec spec() {
    return spec;
  }

  /** What the cell at a place tells; null where there is none. */
  public String words(int x, int y) {
    return picture == null ? null : picture.cellAt(x, y).map(HeatMapSpec.Cell::words).orElse(null);
  }

  /** What was drawn; null before it was. */
  public HeatMapPicture picture() {
    return picture;
  }

  private void paint(GC gc) {
    Point size = getSize();
    Theme theme = Palette.isDark(getParent()) ? Theme.DARK : Theme.LIGHT;
    int zoom = getMonitor().getZoom();
    boolean stale =
        picture == null || !size.equals(drawnSize) || theme != drawnWith || zoom != drawnAt;
    if (spec != null && size.x > 0 && size.y > 0 && stale) {
      draw(size, theme, zoom);
    }
    if (image == null) {
      gc.setBackground(getParent().getBackground());
      gc.fillRectangle(getClientArea());
      gc.drawText(failure, MARGIN, MARGIN, true);
    } else {
      gc.drawImage(image, 0, 0);
    }
  }

  private void draw(Point size, Theme theme, int zoom) {
    disposeImage();
    drawnSize = size;
    drawnWith = theme;
    drawnAt = zoom;
    try {
      picture = ChartRenderer.picture(spec, size.x, size.y, zoom / 100.0, theme);
      ImageData data = Pictures.toSwt(picture.image());
      image =
          new Image(
              getDisplay(),
              (int wanted) ->
                  wanted == zoom ? data : data.scaledTo(size.x * wanted / 100, size.y * wanted / 100));
    } catch (ChartUnavailableException e) {
      failure = e.getMessage();
    }
  }

  private void disposeImage() {
    if (image != null) {
      image.dispose();
      image = null;
    }
  }
}
