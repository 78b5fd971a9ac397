package org.archipelago.learning.kernel;

/**
 * Where rows of a matrix begin that lie neither side by side nor equally far apart.
 *
 * @param rows distance of every row from the matrix's offset; handed over, not copied
 * @param segment from a row of one segment to the same row of the next
 */
public record Places(int[] rows, int segment) {

  /** Rows that lie equally far apart. */
  public static Places every(int step, int rows, int segment) {
    int[] places = new int[rows];
    for (int row = 0; row < rows; row++) {
      places[row] = row * step;
    }
    return new Places(places, segment);
  }
}
