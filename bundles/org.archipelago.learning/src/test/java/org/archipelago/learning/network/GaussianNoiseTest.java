package org.archipelago.learning.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.archipelago.core.RandomStream;
import org.archipelago.learning.kernel.Kernels;
import org.archipelago.learning.math.BoxMuller;
import org.junit.jupiter.api.Test;

/** The noise is normal: moments, tails, and two tests of fit that also find what is not. */
class GaussianNoiseTest {

  private static final int COUNT = 1 << 20;
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  private final float[] noise = draw(COUNT, 1, new RandomStream(20));

  private static float[] draw(int count, double deviation, RandomStream random) {
    float[] values = new float[12 + count + 16];
    new GaussianNoise(Kernels.create()).add(values, 12, count, deviation, random);
    return Arrays.copyOfRange(values, 12, 12 + count);
  }

  @Test
  void moments() {
    double[] expected = {0, 1, 0, 3, 0, 15};
    double[] variances = {1, 2, 15, 96, 945, 10170};
    for (int power = 1; power <= 6; power++) {
      double sum = 0;
      for (float value : noise) {
        sum += Math.pow(value, power);
      }
      assertEquals(
          expected[power - 1], sum / COUNT, 4 * Math.sqrt(variances[power - 1] / COUNT), "power " + power);
    }
  }

  /** What follows is not told by what went before, nor a sine by its cosine. */
  @Test
  void neighboursAreUncorrelated() {
    for (int lag : new int[] {1, 2, 15, 16, 17, 32}) {
      double sum = 0;
      double ofSquares = 0;
      for (int i = lag; i < COUNT; i++) {
        sum += (double) noise[i] * noise[i - lag];
        ofSquares += (noise[i] * noise[i] - 1.0) * (noise[i - lag] * noise[i - lag] - 1.0);
      }
      assertEquals(0, sum / COUNT, 4 / Math.sqrt(COUNT), "lag " + lag);
      assertEquals(0, ofSquares / COUNT, 8 / Math.sqrt(COUNT), "squares, lag " + lag);
    }
  }

  @Test
  void tails() {
    for (double bound : new double[] {1, 2, 3, 4}) {
      double expected = 2 * NORMAL.cumulativeProbability(-bound) * COUNT;
      long beyond = IntStream.range(0, COUNT).filter(i -> Math.abs(noise[i]) > bound).count();
      assertEquals(expected, beyond, 4 * Math.sqrt(expected), "beyond " + bound);
    }
  }

  @Test
  void fits() {
    double[] values = new double[100_000];
    Arrays.setAll(values, i -> noise[i]);
    double p = new KolmogorovSmirnovTest().kolmogorovSmirnovTest(NORMAL, values);
    assertTrue(p > 0.01, "Kolmogorov and Smirnov: p = " + p);
    assertTrue(andersonDarling(x -> x) < 3.857, "A² = " + andersonDarling(x -> x));
  }

  /** The tests of fit would notice one per cent too much, and tails that are cut off. */
  @Test
  void fitIsNotGranted() {
    assertFalse(andersonDarling(x -> 1.01 * x) < 3.857);
    assertFalse(andersonDarling(x -> Math.abs(x) > 3 ? x / 2 : x) < 3.857);
  }

  /** Anderson and Darling 1954; with all parameters known 3.857 is exceeded in one case of a hundred. */
  private double andersonDarling(DoubleUnaryOperator distortion) {
    double[] sorted = IntStream.range(0, COUNT).mapToDouble(i -> distortion.applyAsDouble(noise[i])).toArray();
    Arrays.sort(sorted);
    double sum = 0;
    for (int i = 0; i < COUNT; i++) {
      double below = Math.log(NORMAL.cumulativeProbability(sorted[i]));
      double above = Math.log(NORMAL.cumulativeProbability(-sorted[COUNT - 1 - i]));
      sum += (2.0 * i + 1) / COUNT * (below + above);
    }
    return -COUNT - sum;
  }

  /** Against double precision, at the ends of the range too. */
  @Test
  void everyNumberIsThatOfItsBits() {
    RandomStream random = new RandomStream(4);
    for (int i = 0; i < 200_000; i++) {
      int radius = i == 0 ? 0 : i == 1 ? -1 : random.nextInt(Integer.MAX_VALUE) * 2;
      int angle = i == 0 ? Integer.MIN_VALUE : i == 1 ? Integer.MAX_VALUE : (int) random.nextLong();
      double r = Math.sqrt(-2 * Math.log(((radius >>> 1) + 0.5) * 0x1p-31));
      double s = Math.PI * (angle >> 8) * 0x1p-24;
      assertEquals(r, BoxMuller.radius(radius), 4e-7 * r + Math.min(4e-4, 1e-7 / r));
      assertEquals(Math.sin(s), BoxMuller.sine(angle), 3e-7);
      assertEquals(Math.cos(s) * ((angle & 1) == 0 ? 1 : -1), BoxMuller.cosine(angle), 3e-7);
    }
  }

  @Test
  void anyLengthTakesItsDeviation() {
    for (int length : new int[] {16, 32, 48, 4096, 4112, 8208}) {
      float[] values = draw(length, 0.25, new RandomStream(5));
      float[] whole = draw(length, 1, new RandomStream(5));
      for (int i = 0; i < length; i++) {
        assertEquals(0.25f * whole[i], values[i]);
        assertTrue(values[i] != 0, "value " + i + " of " + length);
      }
    }
  }
}
