package org.archipelago.partition.goal;

import java.util.Arrays;
import org.archipelago.core.RandomStream;

/**
 * Rounds a matrix whose sums are whole so that they stay as they are, every cell going up or down to the next whole
 * number and being as large as before on average (Cox 1987, "A constructive procedure for unbiased controlled rounding").
 * Rows and columns are the nodes of a graph, cells that are not whole its edges; along a circle of them what is taken
 * from one is given to the next.
 */
final class ControlledRounding {

  private static final double WHOLE = 1e-6;
  private static final int NONE = -1;

  private final double[][] cells;
  private final RandomStream random;
  /** Of every column a row before which all cells are whole. */
  private final int[] wholeBefore;
  /** The walk so far: a row, a column, a row and so on; and where on it a row or column is. */
  private final int[] path;
  private final int[] placeOfRow;
  private final int[] placeOfColumn;

  private ControlledRounding(double[][] cells, RandomStream random) {
    this.cells = cells;
    this.random = random;
    int columns = cells[0].length;
    this.wholeBefore = new int[columns];
    this.path = new int[2 * Math.min(cells.length, columns) + 2];
    this.placeOfRow = new int[cells.length];
    this.placeOfColumn = new int[columns];
    Arrays.fill(placeOfRow, NONE);
    Arrays.fill(placeOfColumn, NONE);
  }

  static int[][] round(double[][] matrix, RandomStream random) {
    double[][] cells = new double[matrix.length][];
    Arrays.setAll(cells, row -> matrix[row].clone());
    ControlledRounding rounding = new ControlledRounding(cells, random);
    for (int row = 0; row < cells.length; row++) {
      while (rounding.inRow(row, NONE) != NONE) {
        rounding.walk(row);
      }
    }
    int[][] whole = new int[cells.length][];
    Arrays.setAll(
        whole, row -> Arrays.stream(cells[row]).mapToInt(cell -> (int) Math.round(cell)).toArray());
    return whole;
  }

  /** From a row along cells that are not whole until it comes back to where it was, and shifts along that circle. */
  private void walk(int start) {
    int length = 0;
    int row = start;
    int column = NONE;
    while (true) {
      if (placeOfRow[row] != NONE) {
        shift(placeOfRow[row], length);
        break;
      }
      placeOfRow[row] = length;
      path[length++] = row;
      int next = inRow(row, column);
      if (next == NONE) {
        settle(row, column);
        break;
      }
      column = next;
      if (placeOfColumn[column] != NONE) {
        shift(placeOfColumn[column], length);
        break;
      }
      placeOfColumn[column] = length;
      path[length++] = column;
      next = inColumn(column, row);
      if (next == NONE) {
        settle(row, column);
        break;
      }
      row = next;
    }
    for (int i = 0; i < length; i++) {
      (i % 2 == 0 ? placeOfRow : placeOfColumn)[path[i]] = NONE;
    }
  }

  /** A cell that is the only one in its line: it is whole but for what sums of fractions are off. */
  private void settle(int row, int column) {
    cells[row][column] = Math.rint(cells[row][column]);
  }

  private void shift(int from, int to) {
    double up = Double.POSITIVE_INFINITY;
    double down = Double.POSITIVE_INFINITY;
    for (int i = from; i < to; i++) {
      double cell = cells[rowOf(i, from, to)][columnOf(i, from, to)];
      double rise = Math.ceil(cell) - cell;
      double fall = cell - Math.floor(cell);
      boolean raised = (i - from) % 2 == 0;
      up = Math.min(up, raised ? rise : fall);
      down = Math.min(down, raised ? fall : rise);
    }
    double step = random.nextDouble() * (up + down) < down ? up : -down;
    for (int i = from; i < to; i++) {
      cells[rowOf(i, from, to)][columnOf(i, from, to)] += (i - from) % 2 == 0 ? step : -step;
    }
  }

  /** The i-th cell of a circle lies between the i-th of its nodes and the one after. */
  private int rowOf(int i, int from, int to) {
    return i % 2 == 0 ? path[i] : path[next(i, from, to)];
  }

  private int columnOf(int i, int from, int to) {
    return i % 2 == 0 ? path[next(i, from, to)] : path[i];
  }

  private static int next(int i, int from, int to) {
    return i + 1 < to ? i + 1 : from;
  }

  private int inRow(int row, int except) {
    for (int column = 0; column < cells[row].length; column++) {
      if (column != except && isFraction(cells[row][column])) {
        return column;
      }
    }
    return NONE;
  }

  private int inColumn(int column, int except) {
    while (wholeBefore[column] < cells.length && !isFraction(cells[wholeBefore[column]][column])) {
      wholeBefore[column]++;
    }
    for (int row = wholeBefore[column]; row < cells.length; row++) {
      if (row != except && isFraction(cells[row][column])) {
        return row;
      }
    }
    return NONE;
  }

  private static boolean isFraction(double value) {
    return Math.abs(value - Math.rint(value)) > WHOLE;
  }
}
