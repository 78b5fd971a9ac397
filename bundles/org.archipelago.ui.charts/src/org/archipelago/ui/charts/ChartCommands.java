package org.archipelago.ui.charts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.archipelago.charts.ChartFile;
import org.archipelago.charts.ChartNumbers;
import org.archipelago.charts.ChartPicture;
import org.archipelago.charts.ChartRenderer;
import org.archipelago.charts.ChartSpec;
import org.archipelago.charts.ChartUnavailableException;
import org.archipelago.charts.ChartView;
import org.archipelago.charts.ChartWindow;
import org.archipelago.charts.PlotFrame;
import org.archipelago.charts.Theme;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.FileDialog;

/** What keys and menu do with a chart. */
final class ChartCommands {

  /** The choices of smoothing: weights of the past, from none to strong. */
  private static final double ZOOM_STEP = 1.25;
  private static final double PAN_STEP = 0.1;

  private final ChartCanvas canvas;

  ChartCommands(ChartCanvas canvas) {
    this.canvas = canvas;
  }

  void zoomIn() {
    zoom(ZOOM_STEP);
  }

  void zoomOut() {
    zoom(1 / ZOOM_STEP);
  }

  /** About the middle of what is seen. */
  private void zoom(double factor) {
    Optional<PlotFrame> frame = canvas.frame();
    if (frame.isPresent()) {
      ChartWindow seen = frame.get().window();
      double y = frame.get().valueAt(frame.get().y() + frame.get().height() / 2);
      canvas.look(
          canvas.view().zoomed(canvas.spec(), factor, factor, (seen.xFrom() + seen.xTo()) / 2, y));
    }
  }

  /** @param across steps to the right; negative to the left */
  void pan(int across, int up) {
    if (canvas.spec() != null) {
      canvas.look(canvas.view().panned(canvas.spec(), PAN_STEP * across, PAN_STEP * up));
    }
  }

  void showWhole() {
    canvas.look(canvas.view().whole());
  }

  void toggleLogarithmic() {
    if (canvas.spec() != null && canvas.view().canBeLogarithmic(canvas.spec())) {
      canvas.look(canvas.view().withLogarithmic(!canvas.view().isLogarithmic(canvas.spec())));
    }
  }

  void smooth(double weight) {
    canvas.look(canvas.view().withSmoothing(weight));
  }

  /** The next choice; after the strongest, none. */
  void smoothMore() {
    int next = ChartSettings.STRENGTHS.indexOf(canvas.view().smoothing()) + 1;
    smooth(ChartSettings.STRENGTHS.get(next % ChartSettings.STRENGTHS.size()));
  }

  void toggle(String legendName) {
    canvas.look(canvas.view().toggled(legendName));
  }

  void copyPicture() {
    if (canvas.picture() == null) {
      return;
    }
    ChartSpec exported = canvas.spec().forExport();
    ChartView view = canvas.view();
    Point size = canvas.getSize();
    double scale = canvas.scale();
    Theme theme = canvas.theme();
    Display display = canvas.getDisplay();
    inBackground(Messages.Chart_copyPicture, monitor -> {
      ChartPicture picture = ChartRenderer.picture(exported, view, size.x, size.y, scale, theme);
      Object data = Pictures.toSwt(picture.image());
      display.asyncExec(() -> copy(data, ImageTransfer.getInstance()));
    });
  }

  void copyNumbers() {
    if (canvas.spec() != null) {
      copy(ChartNumbers.csv(canvas.spec(), canvas.view()), TextTransfer.getInstance());
    }
  }

  private void copy(Object data, Transfer transfer) {
    if (!canvas.isDisposed()) {
      Clipboard clipboard = new Clipboard(canvas.getDisplay());
      try {
        clipboard.setContents(new Object[] {data}, new Transfer[] {transfer});
      } finally {
        clipboard.dispose();
      }
    }
  }

  void save(ChartFile kind) {
    if (canvas.picture() == null) {
      return;
    }
    FileDialog dialog = new FileDialog(canvas.getShell(), SWT.SAVE);
    dialog.setText(Messages.Chart_saveTitle);
    dialog.setFilterExtensions(new String[] {"*." + kind.ending()});
    dialog.setFileName(kind.nameFor(canvas.spec()));
    dialog.setOverwrite(true);
    String chosen = dialog.open();
    if (chosen != null) {
      save(kind, Path.of(chosen));
    }
  }

  private void save(ChartFile kind, Path file) {
    ChartSpec spec = canvas.spec();
    ChartView view = canvas.view();
    Point size = canvas.getSize();
    double scale = canvas.scale();
    Theme theme = canvas.theme();
    inBackground(Messages.Chart_saveTitle, monitor -> {
      try {
        kind.write(file, spec, view, size.x, size.y, scale, theme);
      } catch (IOException | ChartUnavailableException e) {
        tell(NLS.bind(Messages.Chart_cannotSave, file, e.getMessage()));
      }
    });
  }

  private static void inBackground(String name, ICoreRunnable work) {
    Job job = Job.create(name, work);
    job.setPriority(Job.SHORT);
    job.schedule();
  }

  private void tell(String problem) {
    Display.getDefault().asyncExec(() -> {
      if (!canvas.isDisposed()) {
        MessageDialog.openError(canvas.getShell(), Messages.Chart_saveTitle, problem);
      }
    });
  }
}
