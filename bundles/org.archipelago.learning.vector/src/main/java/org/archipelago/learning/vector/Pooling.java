package org.archipelago.learning.vector;

import static org.archipelago.learning.vector.Lanes.LANES;
import static org.archipelago.learning.vector.Lanes.load;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** The largest values of windows, and the way back. */
final class Pooling {

  private Pooling() {}

  static void maxima(
      float[] m, int windows, int from, int fromStep, int[] window, int to, int length) {
    for (int o = 0; o < windows; o++) {
      int first = from + o * fromStep;
      for (int n = 0; n < length; n += LANES) {
        FloatVector largest = load(m, first + window[0] + n);
        for (int j = 1; j < window.length; j++) {
          largest = largest.max(load(m, first + window[j] + n));
        }
        largest.intoArray(m, to + o * length + n);
      }
    }
  }

  static void addToMaxima(
      float[] m,
      int windows,
      int from,
      int fromStep,
      int[] window,
      int maxima,
      int gradient,
      int to,
      int length) {
    for (int o = 0; o < windows; o++) {
      for (int n = 0; n < length; n += LANES) {
        int at = o * fromStep + n;
        FloatVector largest = load(m, maxima + o * length + n);
        FloatVector left = load(m, gradient + o * length + n);
        for (int place : window) {
          VectorMask<Float> here = load(m, from + at + place).compare(VectorOperators.EQ, largest);
          FloatVector given = Lanes.all(0f).blend(left, here);
          left = left.blend(0f, here);
          load(m, to + at + place).add(given).intoArray(m, to + at + place);
        }
      }
    }
  }
}
