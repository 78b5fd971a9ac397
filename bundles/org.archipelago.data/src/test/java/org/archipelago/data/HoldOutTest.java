package org.archipelago.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.archipelago.core.RandomStream;
import org.junit.jupiter.api.Test;

class HoldOutTest {

  private static int[] drawnPerStratum(int[] strata, int count, double share, long seed) {
    boolean[] drawn = HoldOut.draw(strata, count, share, new RandomStream(seed));
    int[] perStratum = new int[count];
    for (int row = 0; row < strata.length; row++) {
      perStratum[strata[row]] += drawn[row] ? 1 : 0;
    }
    return perStratum;
  }

  private static int[] strata(int... sizes) {
    return IntStream.range(0, sizes.length)
        .flatMap(stratum -> IntStream.generate(() -> stratum).limit(sizes[stratum]))
        .toArray();
  }

  @Test
  void everyStratumGivesItsShare() {
    assertArrayEquals(new int[] {20, 2, 10}, drawnPerStratum(strata(100, 10, 50), 3, .2, 1));
  }

  @Test
  void largestRemaindersAreRoundedUp() {
    // 1.4, 2.6 and 1.0 of 25 rows: 5 in all.
    assertArrayEquals(new int[] {1, 3, 1}, drawnPerStratum(strata(7, 13, 5), 3, .2, 1));
    // 1.5 and 1.5 make 3: the lower stratum has the odd one.
    assertArrayEquals(new int[] {2, 1}, drawnPerStratum(strata(3, 3), 2, .5, 1));
  }

  @Test
  void theLastRowOfAStratumIsNeverDrawn() {
    assertArrayEquals(new int[] {0, 90, 0}, drawnPerStratum(strata(1, 99, 1), 3, .9, 1));
  }

  @Test
  void noShareDrawsNothing() {
    assertArrayEquals(new int[] {0, 0}, drawnPerStratum(strata(30, 40), 2, 0, 1));
  }

  @Test
  void theSeedDecidesWhichRows() {
    int[] strata = strata(100, 100);
    boolean[] one = HoldOut.draw(strata, 2, .2, new RandomStream(1));
    assertArrayEquals(one, HoldOut.draw(strata, 2, .2, new RandomStream(1)));
    assertFalse(Arrays.equals(one, HoldOut.draw(strata, 2, .2, new RandomStream(2))));
  }

  @Test
  void decilesAreTenthsAndEqualNumbersAreTogether() {
    double[] values = IntStream.range(0, 100).mapToDouble(i -> (i * 37) % 100).toArray();
    int[] deciles = HoldOut.deciles(values);
    for (int row = 0; row < 100; row++) {
      assertEquals((int) values[row] / 10, deciles[row]);
    }
    int[] tied = HoldOut.deciles(new double[] {1, 1, 1, 1, 1, 1, 1, 2, 2, 3});
    assertArrayEquals(new int[] {0, 0, 0, 0, 0, 0, 0, 7, 7, 9}, tied);
    assertTrue(HoldOut.deciles(new double[0]).length == 0);
  }
}
