package org.archipelago.learning.vector;

import static org.archipelago.learning.vector.Lanes.LANES;
import static org.archipelago.learning.vector.Lanes.load;

import jdk.incubator.vector.VectorOperators;
import org.archipelago.learning.kernel.Places;

/**
 * {@link org.archipelago.learning.kernel.Kernels#multiplyAddAt}: lists the factors that are not 0 once, then
 * goes through the lists for every segment.
 */
final class ScatteredProduct {

  private float[] factors = {};
  private int[] places = {};
  private int[] ends = {};

  void multiplyAddAt(
      float[] m,
      int rows,
      int columns,
      int inner,
      int a,
      int aRow,
      int aInner,
      int segments,
      int b,
      Places bPlaces,
      int c,
      Places cPlaces) {
    list(m, rows, inner, a, aRow, aInner, bPlaces.rows());
    int vectors = (columns + LANES - 1) / LANES;
    for (int s = segments - 1; s >= 0; s--) {
      int terms = b + s * bPlaces.segment();
      int sums = c + s * cPlaces.segment();
      for (int r = 0; r < rows; r++) {
        int from = r * inner;
        if (from < ends[r]) {
          row(m, vectors, from, ends[r], terms, sums + cPlaces.rows()[r]);
        }
      }
    }
  }

  private void list(float[] m, int rows, int inner, int a, int aRow, int aInner, int[] bPlaces) {
    if (factors.length < rows * inner) {
      factors = new float[rows * inner];
      places = new int[rows * inner];
    }
    if (ends.length < rows) {
      ends = new int[rows];
    }
    for (int r = 0; r < rows; r++) {
      ends[r] = r * inner;
    }
    if (aInner == 1) {
      for (int r = 0; r < rows; r++) {
        listRow(m, r, inner, a + r * aRow, bPlaces);
      }
    } else if (aRow == 1) {
      for (int i = 0; i < inner; i++) {
        listColumn(m, rows, a + i * aInner, bPlaces[i]);
      }
    } else {
      for (int r = 0; r < rows; r++) {
        for (int i = 0; i < inner; i++) {
          add(r, m[a + r * aRow + i * aInner], bPlaces[i]);
        }
      }
    }
  }

  /** Factors of one row of A, which lie side by side. */
  private void listRow(float[] m, int row, int inner, int at, int[] bPlaces) {
    int end = ends[row];
    int i = 0;
    for (; i + LANES <= inner; i += LANES) {
      long bits = load(m, at + i).compare(VectorOperators.NE, 0f).toLong();
      while (bits != 0) {
        int lane = i + Long.numberOfTrailingZeros(bits);
        factors[end] = m[at + lane];
        places[end++] = bPlaces[lane];
        bits &= bits - 1;
      }
    }
    ends[row] = end;
    for (; i < inner; i++) {
      add(row, m[at + i], bPlaces[i]);
    }
  }

  /** Factors of one column of A, which lie side by side. */
  private void listColumn(float[] m, int rows, int at, int place) {
    int r = 0;
    for (; r + LANES <= rows; r += LANES) {
      long bits = load(m, at + r).compare(VectorOperators.NE, 0f).toLong();
      while (bits != 0) {
        int row = r + Long.numberOfTrailingZeros(bits);
        int end = ends[row]++;
        factors[end] = m[at + row];
        places[end] = place;
        bits &= bits - 1;
      }
    }
    for (; r < rows; r++) {
      add(r, m[at + r], place);
    }
  }

  private void add(int row, float factor, int place) {
    if (factor != 0) {
      factors[ends[row]] = factor;
      places[ends[row]++] = place;
    }
  }

  private void row(float[] m, int vectors, int from, int to, int b, int c) {
    int v = 0;
    while (v < vectors) {
      int width = SparseRows.width(vectors - v);
      SparseRows.row(width, m, from, to, factors, places, b + v * LANES, c + v * LANES);
      v += width;
    }
  }
}
