package org.archipelago.ui.tests.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.archipelago.data.skew.SkewFigure;
import org.archipelago.ui.tests.pages.StudioEditorPage;
import org.archipelago.ui.tests.pages.Ui;
import org.archipelago.ui.tests.pages.WorkbenchPage;
import org.archipelago.ui.workbench.partition.MatrixPage;
import org.archipelago.ui.workbench.partition.StudioEditor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/**
 * Moves a slider of the partition studio with a thousand clients over 70,000 rows, and takes down when the matrix, when the
 * figures of skew beside what chance gives, and when the figure of gradients had been painted.
 */
final class StudioBench {

  private static final int MOVES = 120;
  private static final int FIRST_MOVES = 20;
  private static final int PAUSE_MILLIS = 400;
  private static final int PLACES = 1000;

  private final Display display;
  private final AtomicLong matrixPainted = new AtomicLong();
  private final AtomicLong figuresPainted = new AtomicLong();
  private final AtomicLong gradientsPainted = new AtomicLong();
  private SkewFigure lastFigure;
  private SkewFigure lastGradients;
  private StudioEditorPage studio;

  StudioBench(Display display) {
    this.display = display;
  }

  void measure() {
    display.syncExec(this::open);
    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
    Latencies matrix = new Latencies(display);
    Latencies figures = new Latencies(display);
    Latencies gradients = new Latencies(display);
    for (int move = 0; move < FIRST_MOVES + MOVES; move++) {
      long began = slide(PLACES / 4 + 7 * move % (PLACES / 2));
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
      if (matrixPainted.get() < began || figuresPainted.get() < began || gradientsPainted.get() < began) {
        throw new IllegalStateException("nothing was painted within " + PAUSE_MILLIS + " ms");
      }
      if (move >= FIRST_MOVES) {
        matrix.took(matrixPainted.get() - began);
        figures.took(figuresPainted.get() - began);
        gradients.took(gradientsPainted.get() - began);
      }
    }
    matrix.print("until the matrix is painted");
    figures.print("until its skew beside chance is");
    gradients.print("until its gradients are");
  }

  private void open() {
    WorkbenchPage workbench = new WorkbenchPage();
    workbench.experiments().under("Samples");
    workbench.experiments().open("Samples", "digits-mlp");
    workbench.editor().forms().open("Source");
    workbench.editor().replace("sample:digits", "synthetic:blobs?rows=87500&classes=10&dimension=8");
    workbench.editor().replace("clients: 10\n", "clients: 1000\n");
    workbench.editor().forms().open("Partition");
    workbench.editor().forms().openStudio();
    studio = workbench.studio();
    MatrixPage page =
        ((StudioEditor) PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage().getActiveEditor())
            .matrix()
            .orElseThrow();
    page.canvas().addListener(SWT.Paint, event -> matrixPainted.set(System.nanoTime()));
    page.strip().addListener(SWT.Paint, event -> noteFigures(page.strip().figures()));
    Ui.drain();
  }

  /** The band of an earlier move stays until the new one is there. */
  private void noteFigures(List<SkewFigure> figures) {
    SkewFigure figure = figures.getFirst();
    if (lastFigure == null || !figure.chance().equals(lastFigure.chance())) {
      figuresPainted.set(System.nanoTime());
      lastFigure = figure;
    }
    if (!figures.getLast().equals(lastGradients)) {
      gradientsPainted.set(System.nanoTime());
      lastGradients = figures.getLast();
    }
  }

  private long slide(int place) {
    long began = System.nanoTime();
    display.asyncExec(() -> studio.slide("alpha", place));
    return began;
  }
}
