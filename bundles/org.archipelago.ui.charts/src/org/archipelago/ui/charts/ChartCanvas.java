package org.archipelago.ui.charts;

import java.util.Optional;
import org.archipelago.charts.ChartPicture;
import org.archipelago.charts.ChartSpec;
import org.archipelago.charts.ChartView;
import org.archipelago.charts.LegendItem;
import org.archipelago.charts.PlotFrame;
import org.archipelago.charts.Theme;
import org.archipelago.ui.charts.PictureJob.Drawn;
import org.archipelago.ui.charts.PictureJob.Request;
import org.archipelago.ui.common.Palette;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/**
 * Shows a chart that can be looked at more closely, with mouse, keyboard or context menu: zoom and pan,
 * values under the pointer, curves hidden by a click on the legend, logarithmic axis, smoothing; copied
 * and saved. It is drawn in a job, as sharp as the screen is, so that the UI thread never waits.
 *
 * <p>Its colours follow the background of its parent, dark or light, also when that changes.
 */
public final class ChartCanvas extends Canvas {

  private final Crosshair crosshair = new Crosshair(this);
  private final ChartMouse mouse = new ChartMouse(this, crosshair);
  private final PictureJob drawing = new PictureJob(getDisplay(), this::accept);
  private ChartView view = ChartView.PLAIN.withSmoothing(ChartSettings.smoothing());
  private ChartSpec spec;
  private Drawn drawn;
  private Image image;

  public ChartCanvas(Composite parent) {
    super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
    addListener(SWT.Resize, event -> request());
    addListener(SWT.ZoomChanged, event -> request());
    addListener(SWT.Paint, event -> paint(event.gc));
    addListener(SWT.FocusIn, event -> redraw());
    addListener(SWT.FocusOut, event -> redraw());
    addListener(SWT.Dispose, event -> disposeImage());
    ChartSettings.onChange(this, () -> look(view.withSmoothing(ChartSettings.smoothing())));
    mouse.attach();
    ChartCommands commands = new ChartCommands(this);
    new ChartKeys(this, crosshair, commands).attach();
    new ChartMenu(this, commands).attach();
    getAccessible().addAccessibleListener(new AccessibleAdapter() {
      @Override
      public void getName(AccessibleEvent event) {
        event.result = spec == null ? "" : spec.description();
      }
    });
  }

  /** Shows another chart, or the same with more rounds, looked at as before. */
  public void show(ChartSpec newSpec) {
    spec = newSpec;
    request();
  }

  /** What is shown; null before the first chart. */
  public ChartSpec spec() {
    return spec;
  }

  /** How it is looked at. */
  public ChartView view() {
    return view;
  }

  /** Looks at it in another way. */
  public void look(ChartView newView) {
    view = newView;
    request();
  }

  /** The picture on the screen; null before the first. */
  public ImageData picture() {
    return drawn == null ? null : drawn.data();
  }

  /** Whether the picture on the screen is of the chart, the view, the size and the theme of now. */
  public boolean isUpToDate() {
    return drawn != null && drawn.request().equals(wanted());
  }

  /** Where in the canvas the curves lie; absent before the first picture. */
  public Optional<PlotFrame> frame() {
    return drawnPicture().flatMap(ChartPicture::frame).map(frame -> {
      boolean log = view.isLogarithmic(spec);
      return new PlotFrame(
          frame.x(), frame.y(), frame.width(), frame.height(), view.seen(spec), log);
    });
  }

  /** The entry of the legend at a place in the canvas. */
  public Optional<LegendItem> legendAt(int x, int y) {
    return drawnPicture().flatMap(picture -> picture.legendAt(x, y));
  }

  /** Where in the canvas an entry of the legend lies. */
  public Optional<LegendItem> legendItem(String name) {
    return drawnPicture().stream()
        .flatMap(picture -> picture.legend().stream())
        .filter(item -> item.name().equals(name))
        .findFirst();
  }

  private Optional<ChartPicture> drawnPicture() {
    return Optional.ofNullable(drawn).map(Drawn::picture);
  }

  /** The theme that goes with the background the chart stands on. */
  Theme theme() {
    return Palette.isDark(getParent()) ? Theme.DARK : Theme.LIGHT;
  }

  /** The screen's pixels for each of its units. */
  double scale() {
    return getMonitor().getZoom() / 100.0;
  }

  private Request wanted() {
    Point size = getSize();
    return new Request(spec, view, size.x, size.y, getMonitor().getZoom(), theme());
  }

  private void request() {
    Point size = getSize();
    if (spec != null && size.x > 0 && size.y > 0) {
      drawing.draw(wanted());
    }
  }

  private void accept(Drawn result) {
    if (isDisposed()) {
      return;
    }
    drawn = result;
    disposeImage();
    if (result.picture() != null) {
      image = new Image(getDisplay(), provider(result));
      crosshair.show(result.picture(), result.request().spec());
    }
    setToolTipText(result.failure().isEmpty() ? null : result.failure());
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
    if (drawn.request().theme() != theme()) {
      request();
    }
    Rectangle bounds = image.getBounds();
    boolean fits = bounds.width == area.width && bounds.height == area.height;
    if (!fits) {
      gc.setBackground(color(drawn.request().theme().background()));
      gc.fillRectangle(area);
    }
    gc.drawImage(image, 0, 0);
    if (fits) {
      crosshair.paint(gc);
      mouse.paint(gc);
    }
    if (isFocusControl()) {
      paintFocus(gc, area);
    }
  }

  private void paintFocus(GC gc, Rectangle area) {
    gc.setAntialias(SWT.ON);
    gc.setForeground(Palette.ACCENT.on(getParent()));
    gc.setLineWidth(2);
    gc.drawRoundRectangle(1, 1, area.width - 2, area.height - 2, 6, 6);
  }

  static Color color(java.awt.Color color) {
    return new Color(color.getRed(), color.getGreen(), color.getBlue());
  }

  private void disposeImage() {
    if (image != null) {
      image.dispose();
      image = null;
    }
  }
}
