package org.archipelago.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomStreamTest {

  @Test
  void sameSeedPurposeRoundAndClientGiveTheSameNumbers() {
    assertEquals(
        new Seed(42).stream("shuffle", 3, 7).nextLong(), new Seed(42).stream("shuffle", 3, 7).nextLong());
  }

  @Test
  void anyOtherPurposeRoundOrClientGivesOtherNumbers() {
    long one = new Seed(42).stream("shuffle", 3, 7).nextLong();
    assertNotEquals(one, new Seed(42).stream("cohort", 3, 7).nextLong());
    assertNotEquals(one, new Seed(42).stream("shuffle", 7, 3).nextLong());
    assertNotEquals(one, new Seed(43).stream("shuffle", 3, 7).nextLong());
  }

  @Test
  void boundedNumbersAreUniform() {
    RandomStream random = new RandomStream(1);
    int[] counts = new int[7];
    for (int i = 0; i < 70_000; i++) {
      counts[random.nextInt(7)]++;
    }
    double chiSquare = Arrays.stream(counts).mapToDouble(c -> (c - 10_000.0) * (c - 10_000.0) / 10_000).sum();
    assertTrue(chiSquare < 22.46, "chi-square with 6 degrees of freedom, p = .001: " + chiSquare);
    assertThrows(IllegalArgumentException.class, () -> random.nextInt(0));
  }

  @Test
  void gaussiansHaveMeanZeroVarianceOneAndNormalTails() {
    RandomStream random = new RandomStream(2);
    int n = 200_000;
    double sum = 0;
    double squares = 0;
    int beyondTwo = 0;
    for (int i = 0; i < n; i++) {
      double x = random.nextGaussian();
      sum += x;
      squares += x * x;
      beyondTwo += Math.abs(x) > 2 ? 1 : 0;
    }
    assertEquals(0, sum / n, 4 / Math.sqrt(n));
    assertEquals(1, squares / n, 4 * Math.sqrt(2.0 / n));
    assertEquals(0.0455, (double) beyondTwo / n, 4 * Math.sqrt(0.0455 * 0.9545 / n));
  }

  @Test
  void shuffleKeepsEveryValue() {
    int[] values = IntStream.range(0, 1000).toArray();
    new RandomStream(3).shuffle(values);
    assertNotEquals(0, Arrays.mismatch(values, IntStream.range(0, 1000).toArray()) + 1);
    Arrays.sort(values);
    assertEquals(-1, Arrays.mismatch(values, IntStream.range(0, 1000).toArray()));
  }
}
