package org.archipelago.learning.vector;

import static org.archipelago.learning.vector.Lanes.LANES;
import static org.archipelago.learning.vector.Lanes.SPECIES;
import static org.archipelago.learning.vector.Lanes.all;
import static org.archipelago.learning.vector.Lanes.load;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.archipelago.learning.math.BoxMuller;

/** {@link BoxMuller}, operation by operation, on lanes. */
final class Gaussians {

  private static final VectorSpecies<Integer> WORDS = VectorSpecies.of(int.class, SPECIES.vectorShape());

  private Gaussians() {}

  static void add(float[] m, int from, int length, int[] radii, int[] angles, float deviation) {
    for (int i = 0; i < length; i += 2 * BoxMuller.PAIRS) {
      boolean whole = i + BoxMuller.PAIRS < length;
      for (int j = 0; j < BoxMuller.PAIRS; j += LANES) {
        FloatVector radius = radius(IntVector.fromArray(WORDS, radii, i / 2 + j));
        IntVector angle = IntVector.fromArray(WORDS, angles, i / 2 + j);
        FloatVector s = floats(angle.lanewise(VectorOperators.ASHR, 8)).mul(BoxMuller.ANGLE_UNIT);
        FloatVector square = s.mul(s);
        FloatVector sign = all(1f).sub(floats(angle.and(1)).mul(2f));
        add(m, from + i + j, radius.mul(cosine(square).mul(sign)), deviation);
        if (whole) {
          add(m, from + i + j + BoxMuller.PAIRS, radius.mul(sine(square).mul(s)), deviation);
        }
      }
    }
  }

  private static void add(float[] m, int at, FloatVector normal, float deviation) {
    all(deviation).fma(normal, load(m, at)).intoArray(m, at);
  }

  private static FloatVector floats(IntVector words) {
    return (FloatVector) words.convert(VectorOperators.I2F, 0);
  }

  private static FloatVector step(FloatVector p, FloatVector x, float coefficient) {
    return p.fma(x, all(coefficient));
  }

  private static FloatVector radius(IntVector bits) {
    FloatVector u =
        floats(bits.lanewise(VectorOperators.LSHR, 1))
            .fma(all(BoxMuller.UNIT), all(BoxMuller.HALF_UNIT));
    IntVector raw = u.reinterpretAsInts();
    IntVector exponent = raw.sub(BoxMuller.SQRT_HALF_BITS).lanewise(VectorOperators.ASHR, 23);
    FloatVector f =
        raw.sub(exponent.lanewise(VectorOperators.LSHL, 23)).reinterpretAsFloats().sub(1f);
    FloatVector p = all(BoxMuller.LOG_8);
    p = step(p, f, BoxMuller.LOG_7);
    p = step(p, f, BoxMuller.LOG_6);
    p = step(p, f, BoxMuller.LOG_5);
    p = step(p, f, BoxMuller.LOG_4);
    p = step(p, f, BoxMuller.LOG_3);
    p = step(p, f, BoxMuller.LOG_2);
    p = step(p, f, BoxMuller.LOG_1);
    p = step(p, f, BoxMuller.LOG_0);
    FloatVector square = f.mul(f);
    FloatVector k = floats(exponent);
    FloatVector tail = k.fma(all(BoxMuller.LN2_LOW), p.fma(square.mul(f), square.mul(-0.5f)));
    return k.fma(all(BoxMuller.LN2_HIGH), f.add(tail)).mul(-2f).sqrt();
  }

  private static FloatVector cosine(FloatVector square) {
    FloatVector p = all(BoxMuller.COS_6);
    p = step(p, square, BoxMuller.COS_5);
    p = step(p, square, BoxMuller.COS_4);
    p = step(p, square, BoxMuller.COS_3);
    p = step(p, square, BoxMuller.COS_2);
    p = step(p, square, BoxMuller.COS_1);
    return step(p, square, BoxMuller.COS_0);
  }

  private static FloatVector sine(FloatVector square) {
    FloatVector p = all(BoxMuller.SIN_5);
    p = step(p, square, BoxMuller.SIN_4);
    p = step(p, square, BoxMuller.SIN_3);
    p = step(p, square, BoxMuller.SIN_2);
    p = step(p, square, BoxMuller.SIN_1);
    return step(p, square, BoxMuller.SIN_0);
  }
}
