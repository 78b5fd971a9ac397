package org.archipelago.ui.charts;

import java.awt.image.BufferedImage;
import java.util.Objects;
import org.archipelago.charts.ChartPicture;
import org.archipelago.charts.ChartRenderer;
import org.archipelago.charts.ChartSpec;
import org.archipelago.charts.ChartUnavailableException;
import org.archipelago.charts.Theme;
import org.archipelago.ui.common.Palette;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;

/**
 * Shows a chart. It is drawn in a job, as sharp as the screen is; while one picture is being drawn only
 * the newest of the requests that come in is kept, so that the UI thread never waits.
 */
public final class ChartCanvas extends Canvas {

  /** What is to be drawn, and how. */
  private record Request(ChartSpec spec, int width, int height, int zoom, Theme theme) {}

  /** What was drawn. */
  private record Drawn(Request request, ChartPicture picture, ImageData data, String failure) {}

  private final Crosshair crosshair = new Crosshair(this);
  private final Display display;
  private final Job drawing;
  private volatile Request wanted;
  private ChartSpec spec;
  private Drawn drawn;
  private Image image;

  public ChartCanvas(Composite parent) {
    super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
    display = getDisplay();
    drawing = Job.createSystem("chart", (ICoreRunnable) monitor -> draw());
    addListener(SWT.Resize, event -> request());
    addListener(SWT.Paint, event -> paint(event.gc));
    addListener(SWT.Dispose, event -> disposeImage());
    new ChartMenu(this).attach();
  }

  /** Shows another chart, or the same with more rounds. */
  public void show(ChartSpec newSpec) {
    spec = newSpec;
    request();
  }

  /** What is shown; null before the first chart. */
  public ChartSpec spec() {
    return spec;
  }

  /** The theme that goes with the background the chart stands on. */
  Theme theme() {
    return Palette.isDark(getParent()) ? Theme.DARK : Theme.LIGHT;
  }

  /** The picture on the screen; null before the first. */
  public ImageData picture() {
    return drawn == null ? null : drawn.data();
  }

  private void request() {
    Point size = getSize();
    if (spec == null || size.x < 1 || size.y < 1) {
      return;
    }
    wanted = new Request(spec, size.x, size.y, getMonitor().getZoom(), theme());
    drawing.schedule();
  }

  private void draw() {
    Request request = wanted;
    Drawn result = draw(request);
    if (!display.isDisposed()) {
      display.asyncExec(() -> accept(result));
    }
    if (!Objects.equals(request, wanted)) {
      drawing.schedule();
    }
  }

  private static Drawn draw(Request request) {
    try {
      ChartPicture picture =
          ChartRenderer.picture(
              request.spec(), request.width(), request.height(), request.zoom() / 100.0, request.theme());
      return new Drawn(request, picture, toSwt(picture.image()), "");
    } catch (ChartUnavailableException e) {
      return new Drawn(request, null, null, e.getMessage());
    }
  }

  private static ImageData toSwt(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    ImageData data = new ImageData(width, height, 24, new PaletteData(0xff0000, 0xff00, 0xff));
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      picture.getRGB(0, y, width, 1, row, 0, width);
      data.setPixels(0, y, width, row, 0);
    }
    return data;
  }

  private void accept(Drawn result) {
    if (isDisposed()) {
      return;
    }
    drawn = result;
    disposeImage();
    if (result.data() != null) {
      image = new Image(display, provider(result));
      crosshair.show(result.picture(), result.request().spec());
      setToolTipText(null);
    } else {
      setToolTipText(result.failure());
    }
    redraw();
  }

  private static ImageDataProvider provider(Drawn result) {
    Request request = result.request();
    return zoom ->
        zoom == request.zoom()
            ? result.data()
            : result.data().scaledTo(request.width() * zoom / 100, request.height() * zoom / 100);
  }

  private void paint(GC gc) {
    Rectangle area = getClientArea();
    if (image == null) {
      gc.setBackground(getParent().getBackground());
      gc.fillRectangle(area);
      if (drawn != null) {
        gc.drawText(drawn.failure(), 8, 8, true);
      }
      return;
    }
    Rectangle bounds = image.getBounds();
    boolean fits = bounds.width == area.width && bounds.height == area.height;
    if (!fits) {
      java.awt.Color color = drawn.request().theme().background();
      gc.setBackground(new Color(color.getRed(), color.getGreen(), color.getBlue()));
      gc.fillRectangle(area);
    }
    gc.drawImage(image, 0, 0);
    if (fits) {
      crosshair.paint(gc);
    }
  }

  private void disposeImage() {
    if (image != null) {
      image.dispose();
      image = null;
    }
  }
}
