package org.archipelago.strategies.robust;

import java.util.ArrayList;
import java.util.List;

/**
 * Sorts every coordinate over the clients, some hundred coordinates at a time: Batcher's odd-even merge sort
 * (Knuth, The Art of Computer Programming 3, algorithm 5.2.2M), whose comparisons are the same for all columns and so
 * run side by side. Numbers are compared as integers that order as they do; −0 comes before 0.
 */
final class SortedColumns {

  /** Coordinates that are sorted together. */
  private static final int LANES = 256;

  /** What becomes of some sorted columns. */
  interface Reader {

    /**
     * @param from the coordinate of the first column
     * @param columns how many there are
     * @param sorted {@code sorted[i][c]} is the i-th smallest value of column c
     */
    void read(int from, int columns, float[][] sorted);
  }

  private final Cohort cohort;
  private final int[][] network;

  SortedColumns(Cohort cohort) {
    this.cohort = cohort;
    this.network = network(cohort.size());
  }

  /** Hands over all columns, in blocks, in order. */
  void forEach(Reader reader) {
    int[][] keys = new int[cohort.size()][LANES];
    float[][] sorted = new float[cohort.size()][LANES];
    for (int from = 0; from < cohort.length(); from += LANES) {
      int columns = Math.min(LANES, cohort.length() - from);
      for (int i = 0; i < keys.length; i++) {
        toKeys(cohort.vector(i), from, columns, keys[i]);
      }
      for (int[] pair : network) {
        exchange(keys[pair[0]], keys[pair[1]]);
      }
      for (int i = 0; i < keys.length; i++) {
        toFloats(keys[i], sorted[i]);
      }
      reader.read(from, columns, sorted);
    }
  }

  private static void toKeys(float[] vector, int from, int columns, int[] keys) {
    for (int c = 0; c < columns; c++) {
      int bits = Float.floatToRawIntBits(vector[from + c]);
      keys[c] = bits ^ (bits >> 31 & Integer.MAX_VALUE);
    }
  }

  private static void toFloats(int[] keys, float[] values) {
    for (int c = 0; c < LANES; c++) {
      values[c] = Float.intBitsToFloat(keys[c] ^ (keys[c] >> 31 & Integer.MAX_VALUE));
    }
  }

  private static void exchange(int[] low, int[] high) {
    for (int c = 0; c < LANES; c++) {
      int a = low[c];
      int b = high[c];
      low[c] = Math.min(a, b);
      high[c] = Math.max(a, b);
    }
  }

  /** The pairs of places that are compared, in order. */
  private static int[][] network(int places) {
    List<int[]> pairs = new ArrayList<>();
    for (int p = 1; p < places; p *= 2) {
      for (int k = p; k >= 1; k /= 2) {
        for (int j = k % p; j + k < places; j += 2 * k) {
          for (int i = 0; i < Math.min(k, places - j - k); i++) {
            if ((i + j) / (2 * p) == (i + j + k) / (2 * p)) {
              pairs.add(new int[] {i + j, i + j + k});
            }
          }
        }
      }
    }
    return pairs.toArray(int[][]::new);
  }
}
