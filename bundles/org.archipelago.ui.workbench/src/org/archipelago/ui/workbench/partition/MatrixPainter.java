package org.archipelago.ui.workbench.partition;

import java.util.Arrays;
import java.util.Optional;
import org.archipelago.partition.Cell;
import org.archipelago.partition.Draft;
import org.archipelago.results.Format;
import org.archipelago.ui.common.Palette;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;

/** Draws the matrix: only what is seen of it, so that a thousand clients take no longer than fifty. */
final class MatrixPainter {

  static final int GAP = 8;
  private static final int LOCK = 7;
  /** What the longest bar of skew stands for at least. */
  private static final double LEAST_SCALE = 0.25;

  /**
   * What is to be drawn.
   *
   * @param skew divergence of every client, 0 to 1; nothing before it is known
   * @param drop the cell over which rows are held; null where none are
   */
  record Picture(
      MatrixView view,
      MatrixGeometry geometry,
      MatrixMode mode,
      MatrixSelection selection,
      Optional<double[]> skew,
      Cell drop,
      boolean focused) {}

  private final Control canvas;
  private final GC gc;
  private final MatrixColours colours;
  private final Picture picture;
  private final MatrixView view;
  private final MatrixGeometry geometry;
  private final double mostSkew;

  MatrixPainter(Control canvas, GC gc, MatrixColours colours, Picture picture) {
    this.canvas = canvas;
    this.gc = gc;
    this.colours = colours;
    this.picture = picture;
    view = picture.view();
    geometry = picture.geometry();
    mostSkew = picture.skew().stream().flatMapToDouble(Arrays::stream).reduce(LEAST_SCALE, Math::max);
  }

  void paint() {
    Rectangle whole = new Rectangle(0, 0, geometry.width(), geometry.height());
    gc.setBackground(canvas.getBackground());
    gc.fillRectangle(whole);
    clip(0, geometry.head(), geometry.width(), geometry.body());
    if (geometry.row() < 3) {
      new MatrixOverview(canvas, gc, colours, picture, this).paint();
    } else {
      clients();
    }
    gc.setClipping(whole);
    reserve();
    gc.setClipping(whole);
    new MatrixHeads(canvas, gc, colours, picture).paint();
    gc.setClipping(whole);
    lines();
  }

  void clip(int x, int y, int width, int height) {
    gc.setClipping(x, y, Math.max(0, width), Math.max(0, height));
  }

  void clipToCells(int y, int height) {
    clip(geometry.cellsX(), y, geometry.cellsWidth(), height);
  }

  private void lines() {
    gc.setForeground(Palette.LINE.on(canvas));
    gc.drawLine(0, geometry.footY(), geometry.width(), geometry.footY());
    gc.drawLine(0, geometry.head() - 1, geometry.width(), geometry.head() - 1);
  }

  private void clients() {
    int step = Math.max(1, (int) Math.ceil((geometry.line() + 2) / geometry.row()));
    for (int row = geometry.firstRow(); row < geometry.endRow(); row++) {
      int client = view.client(row);
      int y = geometry.rowY(row);
      int height = geometry.rowHeight(row);
      if (row % step == 0) {
        name(view.name(client), y, Math.max(height, geometry.line()), isChosen(client));
      }
      size(view.size(client), view.largest(), y, height);
      skew(client, y, height);
    }
    clipToCells(geometry.head(), geometry.body());
    for (int row = geometry.firstRow(); row < geometry.endRow(); row++) {
      if (picture.mode() == MatrixMode.CELLS) {
        cells(view.client(row), row);
      } else {
        bar(view.client(row), geometry.rowY(row), geometry.rowHeight(row));
      }
    }
    clip(0, geometry.head(), geometry.width(), geometry.body());
  }

  boolean isChosen(int client) {
    return picture.selection() != null && picture.selection().clients().contains(client);
  }

  void name(String name, int y, int height, boolean chosen) {
    gc.setForeground(chosen ? Palette.ACCENT.on(canvas) : canvas.getForeground());
    String shown = shortened(name, geometry.names() - 2 * GAP);
    Point extent = gc.textExtent(shown);
    gc.drawText(shown, geometry.names() - GAP - extent.x, y + (height - extent.y) / 2, true);
  }

  private String shortened(String text, int width) {
    return shortened(gc, text, width);
  }

  static String shortened(GC gc, String text, int width) {
    if (gc.textExtent(text).x <= width) {
      return text;
    }
    int length = text.length();
    while (length > 1 && gc.textExtent(text.substring(0, length) + "\u2026").x > width) {
      length--;
    }
    return text.substring(0, length) + "\u2026";
  }

  void size(double rows, double most, int y, int height) {
    int room = geometry.sizes() - 2 * GAP;
    if (room <= 0) {
      return;
    }
    int gap = height >= 12 ? 3 : height >= 4 ? 1 : 0;
    int length = (int) Math.round(room * Math.min(1, rows / Math.max(1, most)));
    gc.setBackground(Palette.ACCENT.on(canvas));
    gc.setAlpha(height >= geometry.line() ? 90 : 160);
    gc.fillRectangle(geometry.names() + GAP, y + gap, Math.max(rows > 0 ? 1 : 0, length), height - 2 * gap);
    gc.setAlpha(255);
    if (height >= geometry.line()) {
      gc.setForeground(canvas.getForeground());
      gc.drawText(Format.count(Math.round(rows)), geometry.names() + GAP + 4, y + (height - geometry.line()) / 2,
          true);
    }
  }

  private void skew(int client, int y, int height) {
    if (picture.skew().isEmpty() || client >= picture.skew().get().length) {
      return;
    }
    double value = picture.skew().get()[client];
    skewBar(value, y, height);
    if (height >= geometry.line()) {
      gc.setForeground(canvas.getForeground());
      gc.drawText(MatrixHeads.figure(value), geometry.skewX() + GAP + 4, y + (height - geometry.line()) / 2, true);
    }
  }

  void skewBar(double value, int y, int height) {
    int room = geometry.skew() - 2 * GAP;
    int gap = height >= 12 ? 3 : height >= 4 ? 1 : 0;
    gc.setBackground(Palette.WARNING.on(canvas));
    gc.setAlpha(height >= geometry.line() ? 90 : 160);
    int length = (int) Math.round(room * Math.clamp(value / mostSkew, 0, 1));
    gc.fillRectangle(geometry.skewX() + GAP, y + gap, length, Math.max(1, height - 2 * gap));
    gc.setAlpha(255);
  }

  private void cells(int client, int row) {
    for (int label = 0; label < view.classes(); label++) {
      Rectangle bounds = geometry.bounds(row, label);
      if (bounds.x + bounds.width > geometry.cellsX() && bounds.x < geometry.cellsX() + geometry.cellsWidth()) {
        cell(new Cell(client, label), bounds);
      }
    }
  }

  private void cell(Cell cell, Rectangle bounds) {
    int gap = bounds.height >= 8 && bounds.width >= 8 ? 1 : 0;
    int count = view.count(cell);
    double share = count / (double) Math.max(1, cell.client() == Draft.NOBODY ? view.total(cell.label()) : view.mostInACell());
    gc.setBackground(colours.heat(share));
    gc.fillRectangle(bounds.x, bounds.y, bounds.width - gap, bounds.height - gap);
    if (bounds.height >= geometry.line() && count > 0) {
      number(count, bounds, share);
    }
    if (view.isLocked(cell)) {
      lock(bounds, share);
    }
    outline(cell, bounds, gap);
  }

  private void number(int count, Rectangle bounds, double share) {
    String text = Format.count(count);
    Point extent = gc.textExtent(text);
    if (extent.x > bounds.width - 2) {
      text = count >= 1000 ? count / 1000 + "k" : Integer.toString(count);
      extent = gc.textExtent(text);
    }
    if (extent.x <= bounds.width - 2) {
      gc.setForeground(colours.textOnHeat(share));
      gc.drawText(text, bounds.x + (bounds.width - extent.x) / 2, bounds.y + (bounds.height - extent.y) / 2, true);
    }
  }

  /** A padlock where there is room, else a corner. */
  private void lock(Rectangle bounds, double share) {
    gc.setBackground(colours.textOnHeat(share));
    gc.setForeground(colours.textOnHeat(share));
    if (bounds.width < 2 * LOCK || bounds.height < 2 * LOCK) {
      int side = Math.min(4, Math.min(bounds.width, bounds.height));
      gc.fillPolygon(new int[] {
        bounds.x + bounds.width, bounds.y, bounds.x + bounds.width - side, bounds.y,
        bounds.x + bounds.width, bounds.y + side});
      return;
    }
    int x = bounds.x + bounds.width - LOCK - 4;
    int y = bounds.y + 3;
    gc.setAntialias(SWT.ON);
    gc.setLineWidth(1);
    gc.drawArc(x + 1, y, LOCK - 3, 6, 0, 180);
    gc.fillRectangle(x, y + 3, LOCK, 5);
  }

  private void outline(Cell cell, Rectangle bounds, int gap) {
    MatrixSelection selection = picture.selection();
    boolean cursor = selection != null && cell.equals(selection.cursor());
    if (cell.equals(picture.drop())) {
      frame(bounds, gap, 3, Palette.READY);
    } else if (cursor && picture.focused()) {
      frame(bounds, gap, 2, Palette.NUMBER);
    } else if (selection != null && selection.contains(cell)) {
      frame(bounds, gap, 1, Palette.NUMBER);
    }
  }

  private void frame(Rectangle bounds, int gap, int thick, Palette colour) {
    gc.setForeground(colour.on(canvas));
    gc.setLineWidth(thick);
    int inset = thick / 2;
    gc.drawRectangle(bounds.x + inset, bounds.y + inset, bounds.width - gap - thick, bounds.height - gap - thick);
    gc.setLineWidth(1);
  }

  /** A piece for every class, as long as it has rows. */
  void bar(int client, int y, int height) {
    int gap = height >= 12 ? 2 : height >= 4 ? 1 : 0;
    for (int label = 0; label < view.classes(); label++) {
      Rectangle piece = piece(view, geometry, picture.mode(), client, label);
      gc.setBackground(colours.ofClass(label));
      gc.fillRectangle(piece.x, y + gap, piece.width, height - gap);
      if (view.isLocked(new Cell(client, label)) && piece.width > 2 * LOCK && height > 2 * LOCK) {
        lock(new Rectangle(piece.x, y, piece.width, height), 0);
      }
      if (picture.selection() != null && picture.selection().contains(new Cell(client, label)) && piece.width > 0) {
        frame(new Rectangle(piece.x, y + gap, piece.width, height - gap), 0,
            picture.selection().cursor().equals(new Cell(client, label)) ? 2 : 1, Palette.NUMBER);
      }
    }
  }

  /** Where in a client's bar a class lies; of no height. */
  static Rectangle piece(MatrixView view, MatrixGeometry geometry, MatrixMode mode, int client, int label) {
    long before = 0;
    for (int other = 0; other < label; other++) {
      before += view.count(new Cell(client, other));
    }
    long whole = Math.max(1, mode == MatrixMode.SHARES ? view.size(client) : Math.max(
        view.largest(), client == Draft.NOBODY ? view.size(client) : 0));
    long behind = before + view.count(new Cell(client, label));
    int from = (int) (before * geometry.cellsWidth() / whole);
    int to = (int) (behind * geometry.cellsWidth() / whole);
    return new Rectangle(geometry.cellsX() + from, 0, to - from, 0);
  }

  private void reserve() {
    int y = geometry.footY();
    int height = geometry.foot();
    gc.setBackground(Palette.CODE_GROUND.on(canvas));
    gc.fillRectangle(0, y, geometry.width(), height);
    name(StudioMessages.matrix_reserve, y + 1, height, isChosen(Draft.NOBODY));
    if (picture.mode() == MatrixMode.CELLS) {
      size(view.size(Draft.NOBODY), Math.max(view.largest(), view.size(Draft.NOBODY)), y + 3, height - 4);
      clipToCells(y, height);
      for (int label = 0; label < view.classes(); label++) {
        cell(new Cell(Draft.NOBODY, label), geometry.bounds(Draft.NOBODY, label));
      }
    } else {
      clipToCells(y, height);
      bar(Draft.NOBODY, y + 4, height - 6);
    }
  }
}
