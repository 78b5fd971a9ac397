package org.archipelago.learning.vector;

import static org.archipelago.learning.vector.Lanes.LANES;
import static org.archipelago.learning.vector.Lanes.load;

import jdk.incubator.vector.VectorOperators;

/** Counts zeros in matrices. */
final class Zeros {

  private Zeros() {}

  /** Share of values that are 0, judged by the whole lines of a matrix; 0 if neither axis is dense. */
  static double share(float[] m, int rows, int inner, int a, int aRow, int aInner) {
    if (aInner == 1) {
      return share(m, rows, inner, a, aRow);
    }
    return aRow == 1 ? share(m, inner, rows, a, aInner) : 0;
  }

  private static double share(float[] m, int lines, int width, int from, int stride) {
    int whole = width - width % LANES;
    int zeros = 0;
    int seen = 0;
    // A sample is enough: the choice changes no bit of the result.
    int step = Math.max(1, lines / 4);
    for (int line = 0; line < lines; line += step) {
      int at = from + line * stride;
      for (int i = 0; i < whole; i += LANES) {
        zeros += load(m, at + i).compare(VectorOperators.EQ, 0f).trueCount();
      }
      seen += whole;
    }
    return seen == 0 ? 0 : (double) zeros / seen;
  }
}
