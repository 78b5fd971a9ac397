package org.archipelago.learning.vector;

import static org.archipelago.learning.vector.Lanes.LANES;

/**
 * {@link org.archipelago.learning.kernel.Kernels#multiplyAdd} that leaves out the factors which are 0.
 * Works through the rows of B in blocks that stay in the first-level cache.
 */
final class SparseProduct {

  private static final int CACHED_FLOATS = 24 * 1024 / 4;

  private float[] factors = {};
  private int[] places = {};
  private int[] ends = {};

  void multiplyAdd(
      float[] m,
      int rows,
      int vectors,
      int inner,
      int a,
      int aRow,
      int aInner,
      int b,
      int bRow,
      int c,
      int cRow) {
    int widest = Math.min(vectors, 13);
    int block = Math.max(1, CACHED_FLOATS / (widest * LANES));
    for (int from = 0; from < inner; from += block) {
      int terms = Math.min(block, inner - from);
      list(m, rows, terms, a + from * aInner, aRow, aInner, b + from * bRow, bRow);
      int v = 0;
      while (v < vectors) {
        v += columns(m, rows, vectors - v, terms, v * LANES, c, cRow);
      }
    }
  }

  /** Lists the factors of every row that are not 0, and where their rows of B begin. */
  private void list(
      float[] m, int rows, int terms, int a, int aRow, int aInner, int b, int bRow) {
    if (factors.length < rows * terms + 1) {
      factors = new float[rows * terms + 1];
      places = new int[rows * terms + 1];
    }
    if (ends.length < rows) {
      ends = new int[rows];
    }
    for (int r = 0; r < rows; r++) {
      int end = r * terms;
      int at = a + r * aRow;
      int place = b;
      for (int i = 0; i < terms; i++) {
        float factor = m[at];
        factors[end] = factor;
        places[end] = place;
        end += factor != 0 ? 1 : 0;
        at += aInner;
        place += bRow;
      }
      ends[r] = end;
    }
  }

  private int columns(float[] m, int rows, int left, int terms, int column, int c, int cRow) {
    int width = SparseRows.width(left);
    for (int r = 0; r < rows; r++) {
      int from = r * terms;
      int to = ends[r];
      if (from < to) {
        SparseRows.row(width, m, from, to, factors, places, column, c + r * cRow + column);
      }
    }
    return width;
  }
}
