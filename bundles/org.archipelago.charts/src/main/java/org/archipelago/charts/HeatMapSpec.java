package org.archipelago.charts;

import java.util.List;

/**
 * What a heat map shows, and nothing of how it looks.
 *
 * @param title its heading
 * @param subtitle what its cells tell
 * @param rowsLabel what its rows are
 * @param columnsLabel what its columns are
 * @param rows a name a row
 * @param columns a name a column
 * @param cells a list a row, and in it a cell a column
 */
public record HeatMapSpec(
    String title,
    String subtitle,
    String rowsLabel,
    String columnsLabel,
    List<String> rows,
    List<String> columns,
    List<List<Cell>> cells) {

  /**
   * One cell.
   *
   * @param heat 0 to 1, the darker the larger
   * @param text written in it where there is room
   * @param words what it tells, in a sentence
   */
  public record Cell(double heat, String text, String words) {}

  private static final int SMALLEST = 360;
  private static final int LARGEST = 1000;
  private static final int MARGIN = 190;
  private static final int CELL = 34;

  public HeatMapSpec {
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
    cells = cells.stream().map(List::copyOf).toList();
  }

  /** A width that suits it, in units that are a pixel at scale 1; the height is a little less. */
  public int width() {
    return Math.max(SMALLEST, Math.min(LARGEST, MARGIN + CELL * rows.size()));
  }

  /** A height that goes with {@link #width}. */
  public int height() {
    return width() - 40;
  }

  /** What it shows, in words for those who can't see it. */
  public String description() {
    return "%s (%s): %s, %s; %s".formatted(
        title, subtitle, rowsLabel, columnsLabel, String.join(", ", rows));
  }
}
