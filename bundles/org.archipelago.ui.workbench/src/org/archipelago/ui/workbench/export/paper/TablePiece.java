package org.archipelago.ui.workbench.export.paper;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.TextLayout;

/** A table as wide as its texts, or as the paper: then its last column is broken into lines. */
final class TablePiece implements Piece {

  private static final int GAP = 18;
  private static final int LEADING = 4;
  private static final int NEARLY_AS_LONG = 2;
  private static final int MOST_MEASURED = 12;

  /**
   * One cell.
   *
   * @param ground behind it; null for none
   */
  record Cell(String text, Font font, Color ink, boolean right, Color ground) {}

  private final List<List<Cell>> rows;
  private final int[] widths;
  private final int[] heights;
  private final Map<Cell, TextLayout> broken = new HashMap<>();
  private int height;

  /** @param rows each as wide as the first */
  TablePiece(GC gc, List<List<Cell>> rows, int room) {
    this.rows = rows;
    widths = new int[rows.getFirst().size()];
    heights = new int[rows.size()];
    measure(gc);
    int total = 0;
    for (int width : widths) {
      total += width + GAP;
    }
    int last = widths.length - 1;
    boolean tooWide = total > room;
    if (tooWide) {
      widths[last] = Math.max(60, widths[last] - (total - room));
    }
    for (int row = 0; row < heights.length; row++) {
      breakLines(gc, row, tooWide);
      height += heights[row];
    }
  }

  /** Measures the longest texts of each column alone: a table may have thousands of cells. */
  private void measure(GC gc) {
    for (int column = 0; column < widths.length; column++) {
      int number = column;
      List<Cell> cells = rows.stream().map(row -> row.get(number)).distinct().toList();
      int longest = cells.stream().mapToInt(cell -> cell.text().length()).max().orElse(0);
      cells.stream()
          .sorted(Comparator.comparingInt((Cell cell) -> cell.text().length()).reversed())
          .filter(cell -> cell.text().length() >= longest - NEARLY_AS_LONG)
          .limit(MOST_MEASURED)
          .forEach(cell -> {
            gc.setFont(cell.font());
            widths[number] = Math.max(widths[number], gc.textExtent(cell.text()).x);
          });
    }
    Map<Font, Integer> lines = new HashMap<>();
    for (int row = 0; row < heights.length; row++) {
      for (Cell cell : rows.get(row)) {
        int line = lines.computeIfAbsent(cell.font(), font -> lineHeight(gc, font));
        heights[row] = Math.max(heights[row], line + 2 * LEADING);
      }
    }
  }

  private static int lineHeight(GC gc, Font font) {
    gc.setFont(font);
    return gc.getFontMetrics().getHeight();
  }

  private void breakLines(GC gc, int row, boolean tooWide) {
    int last = widths.length - 1;
    Cell cell = rows.get(row).get(last);
    if (tooWide && !cell.text().isEmpty()) {
      TextLayout layout = broken.computeIfAbsent(cell, same -> broken(gc, same, widths[last]));
      heights[row] = Math.max(heights[row], layout.getBounds().height + 2 * LEADING);
    }
  }

  private static TextLayout broken(GC gc, Cell cell, int width) {
    TextLayout layout = new TextLayout(gc.getDevice());
    layout.setText(cell.text());
    layout.setFont(cell.font());
    layout.setWidth(width);
    return layout;
  }

  @Override
  public int height() {
    return height;
  }

  @Override
  public void paint(GC gc, int x, int y) {
    int top = y;
    for (int row = 0; row < heights.length; row++) {
      if (gc.getClipping().intersects(x, top, Integer.MAX_VALUE / 4, heights[row])) {
        paintRow(gc, row, x, top);
      }
      top += heights[row];
    }
  }

  private void paintRow(GC gc, int row, int x, int y) {
    int left = x;
    for (int column = 0; column < widths.length; column++) {
      Cell cell = rows.get(row).get(column);
      if (cell.ground() != null) {
        gc.setBackground(cell.ground());
        gc.fillRectangle(left - GAP / 2, y, widths[column] + GAP - 1, heights[row] - 1);
      }
      gc.setForeground(cell.ink());
      gc.setFont(cell.font());
      TextLayout layout = column == widths.length - 1 ? broken.get(cell) : null;
      if (layout != null) {
        layout.draw(gc, left, y + LEADING);
      } else {
        int indent = cell.right() ? widths[column] - gc.textExtent(cell.text()).x : 0;
        gc.drawText(cell.text(), left + indent, y + LEADING, true);
      }
      left += widths[column] + GAP;
    }
    if (rows.get(row).stream().noneMatch(cell -> cell.ground() != null)) {
      gc.setForeground(Ink.LINE);
      gc.drawLine(x, y + heights[row] - 1, left - GAP, y + heights[row] - 1);
    }
  }

  @Override
  public void dispose() {
    broken.values().forEach(TextLayout::dispose);
  }
}
