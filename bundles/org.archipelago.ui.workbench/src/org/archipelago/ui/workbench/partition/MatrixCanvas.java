package org.archipelago.ui.workbench.partition;

import java.util.Optional;
import org.archipelago.partition.Cell;
import org.archipelago.partition.Draft;
import org.archipelago.ui.common.ThemeChanges;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ScrollBar;

/**
 * Clients and classes as a heat map whose cells are counts to be edited, or as stacked bars. Scrolled and zoomed; drawn
 * when it is painted, only what is seen.
 */
public final class MatrixCanvas extends Canvas {

  private static final int MOST_NAMES = 130;
  private static final int LEAST_NAMES = 72;
  private static final double ZOOM = 1.3;

  private final CellField field = new CellField(this);
  private MatrixGestures gestures;
  private MatrixView view;
  private MatrixMode mode = MatrixMode.CELLS;
  private MatrixSelection selection;
  private Optional<double[]> skew = Optional.empty();
  private Cell drop;
  private double rowHeight;
  private double left;
  private double top;
  private int names = LEAST_NAMES;
  private int line;

  MatrixCanvas(Composite parent) {
    super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND | SWT.V_SCROLL | SWT.H_SCROLL);
    addListener(SWT.Paint, event -> paint(event.gc));
    addListener(SWT.Resize, event -> rescroll());
    addListener(SWT.FocusIn, event -> redraw());
    addListener(SWT.FocusOut, event -> redraw());
    getVerticalBar().addListener(SWT.Selection, event -> scrollTo(left, getVerticalBar().getSelection()));
    getHorizontalBar().addListener(SWT.Selection, event -> scrollTo(getHorizontalBar().getSelection(), top));
    ThemeChanges.onChange(this, this::redraw);
    GC gc = new GC(this);
    line = gc.getFontMetrics().getHeight();
    gc.dispose();
    getAccessible().addAccessibleListener(new AccessibleAdapter() {
      @Override
      public void getName(AccessibleEvent event) {
        event.result = selection == null || view == null ? "" : MatrixWords.of(view, selection.cursor());
      }
    });
  }

  /** Connects mouse and keyboard. */
  void attach(MatrixGestures what) {
    gestures = what;
    new MatrixMouse(this, what).attach();
    new MatrixKeys(this, what).attach();
  }

  /** Shows a draft, or another state of it. */
  void show(MatrixView fresh) {
    boolean otherClients = view == null || !view.fits(fresh.draft());
    view = fresh;
    if (otherClients) {
      measureNames();
      field.close();
    }
    if (selection == null || !isThere(selection)) {
      selection = view.rows() == 0 ? null : MatrixSelection.of(new Cell(view.client(0), 0));
      gestures.chosen(selection);
    }
    rescroll();
  }

  private boolean isThere(MatrixSelection chosen) {
    return chosen.clients().last() < view.draft().clients().size() && chosen.to() < view.classes();
  }

  private void measureNames() {
    GC gc = new GC(this);
    int widest = gc.textExtent(StudioMessages.matrix_reserve).x;
    widest = Math.max(widest, gc.textExtent(MatrixHeads.clients(view.rows())).x);
    int step = Math.max(1, view.rows() / 100);
    for (int row = 0; row < view.rows(); row += step) {
      widest = Math.max(widest, gc.textExtent(view.name(view.client(row))).x);
    }
    gc.dispose();
    names = Math.clamp(widest + 3 * MatrixPainter.GAP, LEAST_NAMES, MOST_NAMES);
  }

  /** Shows how far every client is from all, 0 to 1. */
  void showSkew(double[] ofClients) {
    skew = Optional.of(ofClients);
    redraw();
  }

  /** What is shown; null before the first draft. */
  public MatrixView view() {
    return view;
  }

  public MatrixMode mode() {
    return mode;
  }

  void look(MatrixMode fresh) {
    mode = fresh;
    field.close();
    rescroll();
  }

  /** What is chosen; null where there is nothing. */
  public MatrixSelection selection() {
    return selection;
  }

  void select(MatrixSelection chosen) {
    selection = chosen;
    Cell cell = chosen.cursor();
    MatrixGeometry now = geometry().revealing(cell.client() == Draft.NOBODY ? Draft.NOBODY : view.rowOf(cell.client()), cell.label());
    left = now.left();
    top = now.top();
    rescroll();
    gestures.chosen(chosen);
    getAccessible().setFocus(0);
  }

  /** Marks the cell over which rows are held; null for none. */
  void mark(Cell over) {
    if (over == null ? drop != null : !over.equals(drop)) {
      drop = over;
      redraw();
    }
  }

  /** Where everything lies now. */
  public MatrixGeometry geometry() {
    Rectangle area = getClientArea();
    return new MatrixGeometry(
            area.width, area.height, view == null ? 0 : view.rows(), view == null ? 1 : view.classes(), rowHeight, line,
            names, left, top, mode != MatrixMode.CELLS)
        .bounded();
  }

  /** The cell at a place; nothing beside them. */
  public Optional<Cell> cellAt(int x, int y) {
    MatrixGeometry geometry = geometry();
    Optional<Integer> row = view == null ? Optional.empty() : geometry.rowAt(y);
    if (row.isEmpty()) {
      return Optional.empty();
    }
    int client = row.get() == Draft.NOBODY ? Draft.NOBODY : view.client(row.get());
    Optional<Integer> label = mode == MatrixMode.CELLS ? geometry.labelAt(x) : pieceAt(geometry, client, x);
    return label.map(found -> new Cell(client, found));
  }

  private Optional<Integer> pieceAt(MatrixGeometry geometry, int client, int x) {
    for (int label = 0; label < view.classes(); label++) {
      Rectangle piece = MatrixPainter.piece(view, geometry, mode, client, label);
      if (x >= piece.x && x < piece.x + piece.width) {
        return Optional.of(label);
      }
    }
    return Optional.empty();
  }

  /** Bounds of a cell that is shown. */
  public Rectangle bounds(Cell cell) {
    MatrixGeometry geometry = geometry();
    int row = cell.client() == Draft.NOBODY ? Draft.NOBODY : view.rowOf(cell.client());
    Rectangle bounds = geometry.bounds(row, cell.label());
    if (mode != MatrixMode.CELLS) {
      Rectangle piece = MatrixPainter.piece(view, geometry, mode, cell.client(), cell.label());
      bounds.x = piece.x;
      bounds.width = piece.width;
    }
    return bounds;
  }

  /** Opens a field in the cell where the keyboard is. */
  void edit(String begun) {
    if (selection != null) {
      select(MatrixSelection.of(selection.cursor()));
      Cell cell = selection.cursor();
      String now = begun.isEmpty() ? Integer.toString(view.count(cell)) : begun;
      field.open(bounds(cell), now, begun.isEmpty(), text -> gestures.type(cell, text));
    }
  }

  void zoomIn() {
    zoom(ZOOM, getClientArea().height / 2);
  }

  void zoomOut() {
    zoom(1 / ZOOM, getClientArea().height / 2);
  }

  /** All clients in sight. */
  void fit() {
    rowHeight = 0;
    rescroll();
  }

  /** Taller or lower rows; what is at that height stays there. */
  void zoom(double factor, int y) {
    MatrixGeometry before = geometry();
    double row = (y - before.head() + before.top()) / before.row();
    double wanted = before.row() * factor;
    boolean fits = wanted <= Math.min(before.fitting(), MatrixGeometry.COMFORTABLE);
    rowHeight = fits ? 0 : Math.min(wanted, MatrixGeometry.TALLEST);
    top = row * geometry().row() - (y - before.head());
    rescroll();
  }

  void scrollTo(double newLeft, double newTop) {
    left = newLeft;
    top = newTop;
    rescroll();
  }

  private void rescroll() {
    field.close();
    MatrixGeometry now = geometry();
    left = now.left();
    top = now.top();
    bar(getVerticalBar(), (int) Math.ceil(now.row() * now.clients()), now.body(), (int) top);
    bar(getHorizontalBar(), (int) Math.ceil(now.left() + now.mostLeft() - now.left()) + now.cellsWidth(),
        now.cellsWidth(), (int) left);
    redraw();
  }

  private static void bar(ScrollBar bar, int whole, int seen, int at) {
    boolean needed = whole > seen + 1;
    bar.setVisible(needed);
    if (needed) {
      bar.setValues(at, 0, whole, seen, Math.max(1, seen / 10), Math.max(1, seen * 9 / 10));
    }
  }

  private void paint(GC gc) {
    if (view == null) {
      gc.setBackground(getBackground());
      gc.fillRectangle(getClientArea());
      return;
    }
    MatrixPainter.Picture picture =
        new MatrixPainter.Picture(view, geometry(), mode, selection, skew, drop, isFocusControl());
    new MatrixPainter(this, gc, new MatrixColours(this), picture).paint();
  }
}
