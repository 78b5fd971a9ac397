package org.archipelago.ui.workbench.partition;

import java.util.Optional;
import org.archipelago.partition.Draft;
import org.eclipse.swt.graphics.Rectangle;

/**
 * Where the parts of the matrix lie: names, sizes, cells and skew of the clients from left to right, the heads of the
 * classes above, the reserve below. Names, heads and reserve stay where they are while the clients are scrolled.
 *
 * @param width of the canvas
 * @param height of the canvas
 * @param clients how many are shown
 * @param classes how many there are
 * @param wanted height of a client's row; less where all fit in no other way is the caller's choice
 * @param line height of a line of text
 * @param names width of the clients' names
 * @param left how far the cells are scrolled to the left
 * @param top how far the clients are scrolled up
 * @param bars whether stacked bars take the place of sizes and cells
 */
public record MatrixGeometry(
    int width,
    int height,
    int clients,
    int classes,
    double wanted,
    int line,
    int names,
    double left,
    double top,
    boolean bars) {

  /** The height of a row that shows its number with ease. */
  static final int COMFORTABLE = 32;
  /** The greatest height of a row. */
  static final int TALLEST = 44;
  private static final int WIDEST_CELL = 140;
  private static final int NUMBER_CHARS = 4;

  /** Height of the heads: the name of a class and its rows. */
  public int head() {
    return 2 * line + 8;
  }

  /** Height of the reserve. */
  public int foot() {
    return line + 14;
  }

  /** Height of what shows clients. */
  public int body() {
    return Math.max(0, height - head() - foot());
  }

  /** Height of a row with which all clients are seen. */
  double fitting() {
    return (double) body() / Math.max(1, clients);
  }

  /** Height of a client's row. */
  public double row() {
    return Math.min(TALLEST, Math.max(wanted, Math.min(fitting(), COMFORTABLE)));
  }

  /** Whether a row is high enough for text. */
  boolean showsText() {
    return row() >= line;
  }

  int sizes() {
    return bars ? 0 : Math.clamp(width / 7, 40, 130);
  }

  int skew() {
    return Math.clamp(width / 9, 44, 90);
  }

  /** Where cells begin. */
  public int cellsX() {
    return names + sizes();
  }

  /** How much room cells have. */
  public int cellsWidth() {
    return Math.max(1, width - cellsX() - skew());
  }

  /** Width of a cell. */
  public double cell() {
    double fair = (double) cellsWidth() / Math.max(1, classes);
    double least = showsText() && !bars ? NUMBER_CHARS * line * 0.5 : 2;
    return Math.min(WIDEST_CELL, Math.max(fair, least));
  }

  /** How far clients can be scrolled up. */
  double mostTop() {
    return Math.max(0, row() * clients - body());
  }

  /** How far cells can be scrolled to the left. */
  double mostLeft() {
    return bars ? 0 : Math.max(0, cell() * classes - cellsWidth());
  }

  /** The same within what can be scrolled. */
  MatrixGeometry bounded() {
    return scrolled(Math.clamp(left, 0, mostLeft()), Math.clamp(top, 0, mostTop()));
  }

  MatrixGeometry scrolled(double newLeft, double newTop) {
    return new MatrixGeometry(width, height, clients, classes, wanted, line, names, newLeft, newTop, bars);
  }

  int firstRow() {
    return (int) Math.max(0, Math.floor(top / row()));
  }

  /** The row below the last that is seen. */
  int endRow() {
    return (int) Math.min(clients, Math.ceil((top + body()) / row()));
  }

  /** Upper edge of a row. */
  int rowY(int row) {
    return head() + (int) Math.floor(row * row() - top);
  }

  int rowHeight(int row) {
    return Math.max(1, rowY(row + 1) - rowY(row));
  }

  int cellX(int label) {
    return cellsX() + (int) Math.floor(label * cell() - left);
  }

  int cellWidth(int label) {
    return Math.max(1, cellX(label + 1) - cellX(label));
  }

  int footY() {
    return height - foot();
  }

  /** Right of the cells, where the skew of the clients is. */
  int skewX() {
    return Math.min(width - skew(), bars ? width - skew() : cellX(classes));
  }

  /** The row at a height: that of a client, {@link Draft#NOBODY} for the reserve; nothing outside. */
  public Optional<Integer> rowAt(int y) {
    if (y >= footY()) {
      return Optional.of(Draft.NOBODY);
    }
    int row = (int) Math.floor((y - head() + top) / row());
    return y < head() || row >= clients ? Optional.empty() : Optional.of(row);
  }

  /** The class whose cells lie there; nothing outside. */
  Optional<Integer> labelAt(int x) {
    int label = (int) Math.floor((x - cellsX() + left) / cell());
    boolean inside = x >= cellsX() && x < cellsX() + cellsWidth() && label < classes;
    return inside ? Optional.of(label) : Optional.empty();
  }

  boolean overNames(int x) {
    return x < names;
  }

  /** Bounds of a cell, row −1 being the reserve. */
  public Rectangle bounds(int row, int label) {
    return row == Draft.NOBODY
        ? new Rectangle(cellX(label), footY() + 4, cellWidth(label), foot() - 6)
        : new Rectangle(cellX(label), rowY(row), cellWidth(label), rowHeight(row));
  }

  /** Scrolled as little as shows a row and a class whole. */
  MatrixGeometry revealing(int row, int label) {
    double newTop = top;
    if (row >= 0) {
      newTop = Math.min(newTop, row * row());
      newTop = Math.max(newTop, (row + 1) * row() - body());
    }
    double newLeft = Math.min(left, label * cell());
    newLeft = Math.max(newLeft, (label + 1) * cell() - cellsWidth());
    return scrolled(newLeft, newTop).bounded();
  }
}
