package org.archipelago.ui.workbench.partition;

import java.util.Locale;
import org.archipelago.results.Format;
import org.archipelago.ui.common.Palette;
import org.archipelago.ui.workbench.partition.MatrixPainter.Picture;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;

/** Draws the heads of the matrix: every class with its rows; over stacked bars, which colour is which. */
final class MatrixHeads {

  private final Control canvas;
  private final GC gc;
  private final MatrixColours colours;
  private final Picture picture;
  private final MatrixView view;
  private final MatrixGeometry geometry;

  MatrixHeads(Control canvas, GC gc, MatrixColours colours, Picture picture) {
    this.canvas = canvas;
    this.gc = gc;
    this.colours = colours;
    this.picture = picture;
    view = picture.view();
    geometry = picture.geometry();
  }

  void paint() {
    gc.setForeground(Palette.QUIET.on(canvas));
    int upper = 3;
    int lower = upper + geometry.line();
    right(clients(view.rows()), lower);
    if (geometry.sizes() > 0) {
      gc.drawText(StudioMessages.matrix_rows, geometry.names() + MatrixPainter.GAP, lower, true);
    }
    if (picture.skew().isPresent()) {
      gc.drawText(StudioMessages.matrix_skew, geometry.skewX() + MatrixPainter.GAP, lower, true);
    }
    gc.setClipping(geometry.cellsX(), 0, geometry.cellsWidth(), geometry.head());
    if (picture.mode() == MatrixMode.CELLS) {
      overCells(upper, lower);
    } else {
      legend(upper);
    }
  }

  static String clients(int number) {
    return Format.many(number, StudioMessages.matrix_client, StudioMessages.matrix_clients);
  }

  private void right(String text, int y) {
    String shown = MatrixPainter.shortened(gc, text, geometry.names() - MatrixPainter.GAP);
    gc.drawText(shown, geometry.names() - MatrixPainter.GAP - gc.textExtent(shown).x, y, true);
  }

  private void overCells(int upper, int lower) {
    int widest = 0;
    for (int label = 0; label < view.classes(); label++) {
      widest = Math.max(widest, gc.textExtent(shortName(label)).x);
    }
    int step = (int) Math.max(1, Math.ceil((Math.min(widest, 72) + 4) / geometry.cell()));
    for (int label = 0; label < view.classes(); label += step) {
      boolean chosen =
          picture.selection() != null
              && label >= picture.selection().from()
              && label <= picture.selection().to();
      int room = (int) (geometry.cell() * step) - 2;
      gc.setForeground(chosen ? Palette.ACCENT.on(canvas) : canvas.getForeground());
      centred(MatrixPainter.shortened(gc, view.draft().data().classes().get(label), room), label, upper);
      gc.setForeground(Palette.QUIET.on(canvas));
      String total = Format.count(view.total(label));
      if (gc.textExtent(total).x <= room) {
        centred(total, label, lower);
      }
    }
  }

  private String shortName(int label) {
    return view.draft().data().classes().get(label);
  }

  private void centred(String text, int label, int y) {
    Point extent = gc.textExtent(text);
    int x = geometry.cellX(label) + (geometry.cellWidth(label) - extent.x) / 2;
    gc.drawText(text, Math.max(geometry.cellX(label), x), y, true);
  }

  /** As many as there is room for in two lines. */
  private void legend(int upper) {
    int x = geometry.cellsX();
    int y = upper;
    int side = geometry.line() - 6;
    for (int label = 0; label < view.classes(); label++) {
      String name = MatrixPainter.shortened(gc, shortName(label), 110);
      int width = side + 6 + gc.textExtent(name).x + 10;
      if (x + width > geometry.cellsX() + geometry.cellsWidth()) {
        if (y > upper) {
          gc.drawText("\u2026", x, y, true);
          return;
        }
        x = geometry.cellsX();
        y += geometry.line();
      }
      gc.setBackground(colours.ofClass(label));
      gc.fillRectangle(x, y + 3, side, side);
      gc.setForeground(canvas.getForeground());
      gc.drawText(name, x + side + 5, y, true);
      x += width;
    }
  }

  /** A figure from 0 to 1 with two digits, without a zero before the point. */
  static String figure(double value) {
    if (!Double.isFinite(value)) {
      return "\u2013";
    }
    String text = String.format(Locale.ROOT, "%.2f", value).replace('-', '\u2212');
    return text.replaceFirst("^(\u2212?)0\\.", "$1.");
  }
}
