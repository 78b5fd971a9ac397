package org.archipelago.learning.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Transposes tiles of 8 × 8 in registers: rows at a distance of 1, 2 and 4 exchange every other lane, pair
 * or half.
 */
final class Transposition {

  static final int SIDE = 8;

  private static final VectorSpecies<Float> EIGHT = FloatVector.SPECIES_256;
  private static final VectorShuffle<Float> BY_1 = exchange(1);
  private static final VectorShuffle<Float> BY_2 = exchange(2);
  private static final VectorShuffle<Float> BY_4 = exchange(4);
  private static final VectorMask<Float> ODD_1 = odd(1);
  private static final VectorMask<Float> ODD_2 = odd(2);
  private static final VectorMask<Float> ODD_4 = odd(4);
  private static final VectorMask<Float> EVEN_1 = ODD_1.not();
  private static final VectorMask<Float> EVEN_2 = ODD_2.not();
  private static final VectorMask<Float> EVEN_4 = ODD_4.not();

  private Transposition() {}

  private static VectorShuffle<Float> exchange(int distance) {
    return VectorShuffle.fromOp(EIGHT, lane -> lane ^ distance);
  }

  private static VectorMask<Float> odd(int distance) {
    return VectorMask.fromLong(EIGHT, distance == 1 ? 0xAA : distance == 2 ? 0xCC : 0xF0);
  }

  private static FloatVector load(float[] m, int at) {
    return FloatVector.fromArray(EIGHT, m, at);
  }

  /** The upper of two rows after the exchange: its odd lanes come from the lower one. */
  private static FloatVector upper(
      FloatVector upper, FloatVector lower, VectorShuffle<Float> by, VectorMask<Float> odd) {
    return upper.blend(lower.rearrange(by), odd);
  }

  /** The lower of two rows after the exchange: its even lanes come from the upper one. */
  private static FloatVector lower(
      FloatVector upper, FloatVector lower, VectorShuffle<Float> by, VectorMask<Float> even) {
    return lower.blend(upper.rearrange(by), even);
  }

  /** {@code m[to + j · toRow + i] = m[from + i · fromRow + j]} for i, j below 8. */
  static void tile(float[] m, int from, int fromRow, int to, int toRow) {
    FloatVector a0 = load(m, from);
    FloatVector a1 = load(m, from + fromRow);
    FloatVector a2 = load(m, from + 2 * fromRow);
    FloatVector a3 = load(m, from + 3 * fromRow);
    FloatVector a4 = load(m, from + 4 * fromRow);
    FloatVector a5 = load(m, from + 5 * fromRow);
    FloatVector a6 = load(m, from + 6 * fromRow);
    FloatVector a7 = load(m, from + 7 * fromRow);

    FloatVector b0 = upper(a0, a1, BY_1, ODD_1);
    FloatVector b1 = lower(a0, a1, BY_1, EVEN_1);
    FloatVector b2 = upper(a2, a3, BY_1, ODD_1);
    FloatVector b3 = lower(a2, a3, BY_1, EVEN_1);
    FloatVector b4 = upper(a4, a5, BY_1, ODD_1);
    FloatVector b5 = lower(a4, a5, BY_1, EVEN_1);
    FloatVector b6 = upper(a6, a7, BY_1, ODD_1);
    FloatVector b7 = lower(a6, a7, BY_1, EVEN_1);

    FloatVector c0 = upper(b0, b2, BY_2, ODD_2);
    FloatVector c2 = lower(b0, b2, BY_2, EVEN_2);
    FloatVector c1 = upper(b1, b3, BY_2, ODD_2);
    FloatVector c3 = lower(b1, b3, BY_2, EVEN_2);
    FloatVector c4 = upper(b4, b6, BY_2, ODD_2);
    FloatVector c6 = lower(b4, b6, BY_2, EVEN_2);
    FloatVector c5 = upper(b5, b7, BY_2, ODD_2);
    FloatVector c7 = lower(b5, b7, BY_2, EVEN_2);

    upper(c0, c4, BY_4, ODD_4).intoArray(m, to);
    upper(c1, c5, BY_4, ODD_4).intoArray(m, to + toRow);
    upper(c2, c6, BY_4, ODD_4).intoArray(m, to + 2 * toRow);
    upper(c3, c7, BY_4, ODD_4).intoArray(m, to + 3 * toRow);
    lower(c0, c4, BY_4, EVEN_4).intoArray(m, to + 4 * toRow);
    lower(c1, c5, BY_4, EVEN_4).intoArray(m, to + 5 * toRow);
    lower(c2, c6, BY_4, EVEN_4).intoArray(m, to + 6 * toRow);
    lower(c3, c7, BY_4, EVEN_4).intoArray(m, to + 7 * toRow);
  }
}
