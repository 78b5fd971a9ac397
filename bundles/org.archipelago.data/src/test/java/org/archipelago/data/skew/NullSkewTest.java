package org.archipelago.data.skew;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.archipelago.core.RandomStream;
import org.archipelago.core.RunControl;
import org.archipelago.core.Seed;
import org.junit.jupiter.api.Test;

class NullSkewTest {

  /** Of the digits' classes, what a hold-out of a fifth leaves. */
  private static final int[] DIGITS = {142, 146, 142, 146, 145, 146, 145, 143, 139, 143};

  /** The digits, dealt at random to 300 clients of five rows or four. */
  private static int[][] digitsOn300(long seed) {
    int[] sizes = new int[300];
    Arrays.fill(sizes, 5);
    Arrays.fill(sizes, 237, 300, 4);
    return new Dealing(sizes, DIGITS).draw(new RandomStream(seed));
  }

  @Test
  void smallClientsAreUnlikeByChanceAlone() {
    SkewReport report = SkewReport.of(digitsOn300(7), new Seed(1), new RunControl());
    SkewFigure divergence = report.figure("jsd.mean");
    assertEquals(0.41, divergence.value(), 0.015);
    assertEquals(0.41, divergence.chance().orElseThrow().mean(), 0.01);
    assertEquals(0, divergence.excess(), 0.01);
  }

  @Test
  void anotherRandomDealingLiesInTheBandNineteenTimesInTwenty() {
    int inside = 0;
    NullSkew chance = NullSkew.draw(digitsOn300(0), NullSkew.DRAWS, new Seed(2), new RunControl());
    int dealings = 400;
    for (int seed = 1; seed <= dealings; seed++) {
      double value = Skew.of(digitsOn300(seed)).mean(SkewMeasure.JENSEN_SHANNON);
      inside += chance.mean(SkewMeasure.JENSEN_SHANNON).contains(value) ? 1 : 0;
    }
    assertEquals(0.95, (double) inside / dealings, 0.05);
  }

  @Test
  void fewDrawsHaveTheirExtremesAsBand() {
    double[] values = new double[NullSkew.FEW_DRAWS];
    Arrays.setAll(values, i -> (i * 7) % 39);
    assertEquals(new NullBand(19, 0, 38), NullBand.of(values));
    double[] many = new double[NullSkew.DRAWS];
    Arrays.setAll(many, i -> i + 1);
    assertEquals(new NullBand(100, 5, 195), NullBand.of(many));
  }

  @Test
  void excessTellsSkewFromChance() {
    int[][] counts = new int[10][10];
    for (int client = 0; client < 10; client++) {
      counts[client][client] = 30;
      counts[client][(client + 1) % 10] = 30;
    }
    SkewReport report = SkewReport.of(counts, new Seed(1), new RunControl());
    SkewFigure divergence = report.figure("jsd.mean");
    assertFalse(divergence.chance().orElseThrow().contains(divergence.value()));
    assertTrue(divergence.excess() > 0.4);
    assertTrue(report.figure("entropy.mean").excess() < -0.5);
    assertTrue(report.figure("sizes.gini").chance().isEmpty());
  }

  @Test
  void dealingsKeepSizesAndClasses() {
    int[] sizes = {0, 40, 1, 7, 500, 0, 52};
    int[] totals = {300, 0, 290, 10};
    checkSums(sizes, totals);
    checkSums(new int[] {0, 4, 1, 7, 0}, new int[] {9, 0, 2, 1});
  }

  /** The same distribution, row by row and count by count: a client's rows of a class on average. */
  @Test
  void smallAndLargeClientsAreDealtByTheSameLaw() {
    int draws = 40_000;
    double small = 0;
    for (int seed = 0; seed < draws; seed++) {
      small += new Dealing(new int[] {5, 5, 5}, new int[] {6, 9}).draw(new RandomStream(seed))[1][0];
    }
    assertEquals(2, small / draws, 5 * Math.sqrt(5 * 0.4 * 0.6 / draws));
    double large = 0;
    for (int seed = 0; seed < draws; seed++) {
      large += new Dealing(new int[] {50, 50, 50}, new int[] {60, 90}).draw(new RandomStream(seed))[1][0];
    }
    assertEquals(20, large / draws, 5 * Math.sqrt(50 * 0.4 * 0.6 / draws));
  }

  private static void checkSums(int[] sizes, int[] totals) {
    for (int seed = 0; seed < 50; seed++) {
      int[][] counts = new Dealing(sizes, totals).draw(new RandomStream(seed));
      assertArrayEquals(sizes, ClassShares.sizes(counts));
      assertArrayEquals(totals, ClassShares.totals(counts));
      assertTrue(Arrays.stream(counts).flatMapToInt(Arrays::stream).allMatch(count -> count >= 0));
    }
  }

  @Test
  void drawsHaveTheHypergeometricsProbabilities() {
    Hypergeometric hypergeometric = new Hypergeometric(50);
    RandomStream random = new RandomStream(3);
    int draws = 100_000;
    int[] seen = new int[9];
    for (int i = 0; i < draws; i++) {
      seen[hypergeometric.draw(12, 18, 8, random)]++;
    }
    for (int taken = 0; taken < seen.length; taken++) {
      double expected = choose(12, taken) * choose(18, 8 - taken) / choose(30, 8);
      double deviation = Math.sqrt(expected * (1 - expected) / draws);
      assertEquals(expected, (double) seen[taken] / draws, 5 * deviation, taken + " of 8");
    }
  }

  private static double choose(int of, int taken) {
    double ways = 1;
    for (int i = 0; i < taken; i++) {
      ways *= (double) (of - i) / (i + 1);
    }
    return ways;
  }

  @Test
  void drawsFromAMillionHaveTheirMeanAndVariance() {
    Hypergeometric hypergeometric = new Hypergeometric(1_000_000);
    RandomStream random = new RandomStream(4);
    int draws = 20_000;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < draws; i++) {
      double taken = hypergeometric.draw(100_000, 900_000, 50_000, random) - 5000;
      sum += taken;
      squares += taken * taken;
    }
    double variance = 50_000 * 0.1 * 0.9 * 950_000 / 999_999;
    assertEquals(0, sum / draws, 5 * Math.sqrt(variance / draws));
    assertEquals(1, squares / draws / variance, 5 * Math.sqrt(2.0 / draws));
  }

  @Test
  void theSameSeedGivesTheSameBand() {
    NullSkew one = NullSkew.draw(digitsOn300(1), 39, new Seed(5), new RunControl());
    NullSkew again = NullSkew.draw(digitsOn300(1), 39, new Seed(5), new RunControl());
    NullSkew other = NullSkew.draw(digitsOn300(1), 39, new Seed(6), new RunControl());
    assertEquals(one.mean(SkewMeasure.HELLINGER), again.mean(SkewMeasure.HELLINGER));
    assertEquals(one.of(SkewMeasure.L1, 3), again.of(SkewMeasure.L1, 3));
    assertFalse(one.mean(SkewMeasure.HELLINGER).equals(other.mean(SkewMeasure.HELLINGER)));
  }

  @Test
  void itFitsOtherCountsOfTheSameSizesAndClasses() {
    int[][] counts = {{3, 2}, {2, 3}};
    NullSkew chance = NullSkew.draw(counts, 39, new Seed(1), new RunControl());
    assertTrue(chance.fits(new int[][] {{5, 0}, {0, 5}}));
    assertFalse(chance.fits(new int[][] {{4, 2}, {1, 3}}));
    assertFalse(chance.fits(new int[][] {{4, 1}, {2, 3}}));
    assertEquals(chance.of(SkewMeasure.L1, 0), chance.of(SkewMeasure.L1, 1), 1e-12);
  }

  @Test
  void itCanBeStopped() {
    RunControl control = new RunControl();
    control.stop();
    assertThrows(
        RunControl.StoppedException.class,
        () -> NullSkew.draw(digitsOn300(1), NullSkew.DRAWS, new Seed(1), control));
  }
}
