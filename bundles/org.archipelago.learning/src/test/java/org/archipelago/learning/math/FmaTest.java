package org.archipelago.learning.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FmaTest {

  private static final float[] CORNERS = {
    0f, -0f, 1f, -1f, Float.MIN_VALUE, -Float.MIN_VALUE, Float.MIN_NORMAL, Float.MAX_VALUE, -Float.MAX_VALUE,
    Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN, 0x1.000002p0f, 0x1.fffffep-1f, 0x1p-75f
  };

  @Test
  void emulationGivesTheBitsOfTheInstruction() {
    Random random = new Random(1);
    for (int i = 0; i < 2_000_000; i++) {
      float a = Float.intBitsToFloat(random.nextInt());
      float b = Float.intBitsToFloat(random.nextInt());
      check(a, b, Float.intBitsToFloat(random.nextInt()));
      // Near cancellation, and half a unit away from a float, where rounding twice goes wrong.
      check(a, b, -a * b * (1 + random.nextInt(5) * 0x1p-23f));
      check(1 + random.nextInt(1 << 12) * 0x1p-12f, 1 + random.nextInt(1 << 12) * 0x1p-12f, a);
    }
  }

  @Test
  void corners() {
    for (float a : CORNERS) {
      for (float b : CORNERS) {
        for (float c : CORNERS) {
          check(a, b, c);
        }
      }
    }
  }

  private static void check(float a, float b, float c) {
    assertEquals(
        Float.floatToIntBits(Math.fma(a, b, c)),
        Float.floatToIntBits(Fma.emulated(a, b, c)),
        () -> a + " · " + b + " + " + c);
  }
}
