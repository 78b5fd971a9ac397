package org.archipelago.ui.workbench.export.paper;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.TextLayout;

/** A table as wide as its texts, or as the paper: then its last column is broken into lines. */
final class TablePiece implements Piece {

  private static final int GAP = 18;
  private static final int LEADING = 4;

  /**
   * One cell.
   *
   * @param ground behind it; null for none
   */
  record Cell(String text, Font font, Color ink, boolean right, Color ground) {}

  private final List<List<Cell>> rows;
  private final int[] widths;
  private final int[] heights;
  private final List<TextLayout> broken = new ArrayList<>();
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

  private void measure(GC gc) {
    for (int row = 0; row < heights.length; row++) {
      for (int column = 0; column < widths.length; column++) {
        Cell cell = rows.get(row).get(column);
        gc.setFont(cell.font());
        widths[column] = Math.max(widths[column], gc.textExtent(cell.text()).x);
        heights[row] = Math.max(heights[row], gc.getFontMetrics().getHeight() + 2 * LEADING);
      }
    }
  }

  private void breakLines(GC gc, int row, boolean tooWide) {
    int last = widths.length - 1;
    Cell cell = rows.get(row).get(last);
    TextLayout layout = null;
    gc.setFont(cell.font());
    if (tooWide && gc.textExtent(cell.text()).x > widths[last]) {
      layout = new TextLayout(gc.getDevice());
      layout.setText(cell.text());
      layout.setFont(cell.font());
      layout.setWidth(widths[last]);
      heights[row] = Math.max(heights[row], layout.getBounds().height + 2 * LEADING);
    }
    broken.add(layout);
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
      TextLayout layout = column == widths.length - 1 ? broken.get(row) : null;
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
    broken.stream().filter(layout -> layout != null).forEach(TextLayout::dispose);
  }
}
