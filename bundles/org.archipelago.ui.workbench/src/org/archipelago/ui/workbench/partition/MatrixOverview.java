package org.archipelago.ui.workbench.partition;

import org.archipelago.ui.common.Palette;
import org.archipelago.ui.workbench.partition.MatrixPainter.Picture;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Control;

/** Draws clients that are lower than a few points: every line is the mean of those that fall together. */
final class MatrixOverview {

  private final Control canvas;
  private final GC gc;
  private final MatrixColours colours;
  private final Picture picture;
  private final MatrixPainter painter;
  private final MatrixView view;
  private final MatrixGeometry geometry;

  MatrixOverview(Control canvas, GC gc, MatrixColours colours, Picture picture, MatrixPainter painter) {
    this.canvas = canvas;
    this.gc = gc;
    this.colours = colours;
    this.picture = picture;
    this.painter = painter;
    view = picture.view();
    geometry = picture.geometry();
  }

  void paint() {
    int end = Math.min(geometry.body(), (int) Math.ceil(geometry.clients() * geometry.row() - geometry.top()));
    for (int y = 0; y < end; y++) {
      int from = (int) Math.min(geometry.clients() - 1, (y + geometry.top()) / geometry.row());
      int to = (int) Math.clamp((long) ((y + 1 + geometry.top()) / geometry.row()), from + 1, geometry.clients());
      int line = geometry.head() + y;
      painter.size(view.meanSize(from, to), view.largest(), line, 1);
      picture.skew().filter(all -> from < all.length).ifPresent(all -> painter.skewBar(mean(all, from, to), line, 1));
      if (picture.mode() == MatrixMode.CELLS) {
        overviewLine(from, to, line);
      } else {
        painter.bar(view.client(from), line, 1);
      }
    }
    overviewNames();
  }

  private double mean(double[] all, int from, int to) {
    double sum = 0;
    for (int row = from; row < to; row++) {
      sum += view.client(row) < all.length ? all[view.client(row)] : 0;
    }
    return sum / (to - from);
  }

  private void overviewLine(int from, int to, int line) {
    painter.clipToCells(geometry.head(), geometry.body());
    for (int label = 0; label < view.classes(); label++) {
      int width = geometry.cellWidth(label);
      gc.setBackground(colours.heat(view.mean(from, to, label) / Math.max(1, view.mostInACell())));
      gc.fillRectangle(geometry.cellX(label), line, width - (width > 8 ? 1 : 0), 1);
    }
    for (int row = from; picture.selection() != null && row < to; row++) {
      if (painter.isChosen(view.client(row))) {
        gc.setBackground(Palette.NUMBER.on(canvas));
        int x = geometry.cellX(picture.selection().from());
        gc.fillRectangle(x, line, geometry.cellX(picture.selection().to() + 1) - x, 1);
      }
    }
    painter.clip(0, geometry.head(), geometry.width(), geometry.body());
  }

  private void overviewNames() {
    int step = Math.max(1, (int) Math.ceil(2.5 * geometry.line() / geometry.row()));
    for (int row = geometry.firstRow() / step * step; row < geometry.endRow(); row += step) {
      painter.name(view.name(view.client(row)), geometry.rowY(row), geometry.line(), false);
    }
  }
}
