package org.archipelago.ui.charts;

import java.util.function.Consumer;
import org.archipelago.charts.ChartPicture;
import org.archipelago.charts.ChartRenderer;
import org.archipelago.charts.ChartSpec;
import org.archipelago.charts.ChartUnavailableException;
import org.archipelago.charts.ChartView;
import org.archipelago.charts.Theme;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Display;

/**
 * Draws pictures of charts in the background: while one is being drawn only the newest of the requests
 * that come in is kept.
 */
final class PictureJob {

  /** What is to be drawn, and how: so large in the screen's units, with so many per cent pixels each. */
  record Request(ChartSpec spec, ChartView view, int width, int height, int zoom, Theme theme) {}

  /** What was drawn; without picture and data where that failed, and then with the reason. */
  record Drawn(Request request, ChartPicture picture, ImageData data, String failure) {}

  private final Display display;
  private final Consumer<Drawn> receiver;
  private final Job job;
  private volatile Request wanted;

  /** @param receiver is told on the UI thread */
  PictureJob(Display display, Consumer<Drawn> receiver) {
    this.display = display;
    this.receiver = receiver;
    job = Job.createSystem("chart", (ICoreRunnable) monitor -> draw());
  }

  void draw(Request request) {
    wanted = request;
    job.schedule();
  }

  private void draw() {
    Request request = wanted;
    Drawn result = drawn(request);
    if (!display.isDisposed()) {
      display.asyncExec(() -> receiver.accept(result));
    }
    if (request != wanted) {
      job.schedule();
    }
  }

  private static Drawn drawn(Request request) {
    try {
      ChartPicture picture =
          ChartRenderer.picture(
              request.spec(), request.view(), request.width(), request.height(),
              request.zoom() / 100.0, request.theme());
      return new Drawn(request, picture, Pictures.toSwt(picture.image()), "");
    } catch (ChartUnavailableException e) {
      return new Drawn(request, null, null, e.getMessage());
    }
  }
}
