package org.archipelago.learning.vector;

import static org.archipelago.learning.vector.Lanes.LANES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** The sum of squares in double precision, in the sixteen sums that the interface says. */
final class Squares {

  private static final int SUMS = 16;
  private static final int HALF = LANES / 2;
  private static final VectorSpecies<Double> DOUBLES =
      VectorSpecies.of(double.class, Lanes.SPECIES.vectorShape());
  private static final VectorSpecies<Float> FLOATS =
      VectorSpecies.of(float.class, VectorShape.forBitSize(32 * HALF));

  private final double[] sums = new double[SUMS];

  double sum(float[] m, int from, int length) {
    int whole = from + length / SUMS * SUMS;
    for (int first = 0; first < SUMS; first += LANES) {
      DoubleVector low = DoubleVector.zero(DOUBLES);
      DoubleVector high = low;
      for (int i = from + first; i < whole; i += SUMS) {
        DoubleVector x = doubles(m, i);
        DoubleVector y = doubles(m, i + HALF);
        low = low.add(x.mul(x));
        high = high.add(y.mul(y));
      }
      low.intoArray(sums, first);
      high.intoArray(sums, first + HALF);
    }
    for (int i = whole; i < from + length; i++) {
      double value = m[i];
      sums[i - whole] += value * value;
    }
    for (int half = SUMS / 2; half > 0; half >>= 1) {
      for (int i = 0; i < half; i++) {
        sums[i] += sums[i + half];
      }
    }
    return sums[0];
  }

  private static DoubleVector doubles(float[] m, int at) {
    return (DoubleVector)
        FloatVector.fromArray(FLOATS, m, at).convertShape(VectorOperators.F2D, DOUBLES, 0);
  }
}
