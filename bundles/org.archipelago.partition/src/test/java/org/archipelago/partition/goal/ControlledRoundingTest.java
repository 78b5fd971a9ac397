package org.archipelago.partition.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.archipelago.core.RandomStream;
import org.junit.jupiter.api.Test;

class ControlledRoundingTest {

  /** Fractions whose sums are whole: a circulant of shares. */
  private static double[][] matrix(int rows, int columns) {
    double[][] cells = new double[rows][columns];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        cells[row][column] = 7.0 * ((row + column) % columns + 1) * 2 / (columns + 1) / columns;
      }
    }
    return cells;
  }

  @Test
  void sumsStayAndCellsGoToTheNextWholeNumber() {
    for (int seed = 0; seed < 20; seed++) {
      double[][] cells = matrix(30, 10);
      int[][] whole = ControlledRounding.round(cells, new RandomStream(seed));
      for (int row = 0; row < cells.length; row++) {
        assertEquals(Arrays.stream(cells[row]).sum(), Arrays.stream(whole[row]).sum(), 1e-6);
        for (int column = 0; column < 10; column++) {
          assertTrue(Math.abs(cells[row][column] - whole[row][column]) < 1);
        }
      }
      for (int column = 0; column < 10; column++) {
        double sum = 0;
        int rounded = 0;
        for (int row = 0; row < cells.length; row++) {
          sum += cells[row][column];
          rounded += whole[row][column];
        }
        assertEquals(sum, rounded, 1e-6);
      }
    }
  }

  @Test
  void cellsAreAsLargeAsBeforeOnAverage() {
    double[][] cells = matrix(6, 3);
    double[][] sums = new double[6][3];
    int seeds = 4000;
    for (int seed = 0; seed < seeds; seed++) {
      int[][] whole = ControlledRounding.round(cells, new RandomStream(seed));
      for (int row = 0; row < 6; row++) {
        for (int column = 0; column < 3; column++) {
          sums[row][column] += whole[row][column];
        }
      }
    }
    for (int row = 0; row < 6; row++) {
      for (int column = 0; column < 3; column++) {
        assertEquals(cells[row][column], sums[row][column] / seeds, 4 * 0.5 / Math.sqrt(seeds));
      }
    }
  }

  @Test
  void wholeNumbersStay() {
    int[][] whole = ControlledRounding.round(new double[][] {{1, 2}, {3, 0}}, new RandomStream(1));
    assertTrue(Arrays.deepEquals(new int[][] {{1, 2}, {3, 0}}, whole));
  }
}
