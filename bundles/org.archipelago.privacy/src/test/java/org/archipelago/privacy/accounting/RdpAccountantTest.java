package org.archipelago.privacy.accounting;

import static org.archipelago.privacy.accounting.Reference.assertClose;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.archipelago.privacy.accounting.DpEvent.Gaussian;
import org.archipelago.privacy.accounting.DpEvent.PoissonSampledGaussian;
import org.archipelago.privacy.accounting.DpEvent.Repeated;
import org.archipelago.privacy.accounting.DpEvent.Sequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RdpAccountantTest {

  private static final double DELTA = 1e-5;
  private static final DpEvent ROUND = new PoissonSampledGaussian(0.2, 2);
  private static final DpEvent OTHER = new PoissonSampledGaussian(0.01, 0.9);

  private final RdpAccountant empty = new RdpAccountant();

  @Test
  void nothingReleasedCostsNothing() {
    assertTrue(empty.isEmpty());
    assertEquals(new PrivacySpent(0, DELTA, OptionalDouble.empty()), empty.epsilon(DELTA));
    assertEquals(0, empty.epsilon(DELTA, RdpConversion.CLASSIC).epsilon());
  }

  @Test
  void nothingComposedChangesNothing() {
    assertSame(empty, empty.compose(ROUND, 0));
    assertSame(empty, empty.compose(new Repeated(ROUND, 0)));
    assertSame(empty, empty.compose(new Sequence(List.of())));
  }

  @Test
  void defaultOrders() {
    double[] orders = empty.orders();
    assertEquals(151, orders.length);
    assertEquals(1 + 1 / 10.0, orders[0]);
    assertEquals(1 + 99 / 10.0, orders[98]);
    assertEquals(12, orders[99]);
    assertEquals(63, orders[150]);
    orders[0] = 7;
    assertEquals(1.1, empty.orders()[0], "a copy is handed out");
  }

  @Test
  void askingWhatIfLeavesTheAccountantAsItWas() {
    RdpAccountant after = empty.compose(ROUND, 3);
    double before = after.epsilon(DELTA).epsilon();
    assertTrue(after.compose(ROUND).epsilon(DELTA).epsilon() > before);
    assertTrue(after.compose(OTHER, 1000).epsilon(DELTA).epsilon() > before);
    assertEquals(before, after.epsilon(DELTA).epsilon());
    assertEquals(Map.of(ROUND, 3L), after.events());
    assertTrue(empty.isEmpty());
  }

  @Test
  void heterogeneousEventsAddUp() {
    double[] sum = empty.compose(ROUND, 7).rdp();
    double[] other = empty.compose(OTHER, 40).rdp();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += other[i];
    }
    RdpAccountant both = empty.compose(ROUND, 7).compose(OTHER, 40);
    double[] rdp = both.rdp();
    for (int i = 0; i < sum.length; i++) {
      assertClose(sum[i], rdp[i], 1e-15);
    }
    double smallest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < sum.length; i++) {
      smallest = Math.min(smallest, RdpConversion.IMPROVED.epsilon(both.orders()[i], sum[i], DELTA));
    }
    assertClose(smallest, both.epsilon(DELTA).epsilon(), 1e-14);
  }

  @Test
  void sameEventsInAnyOrderOrNestingGiveTheSameBits() {
    RdpAccountant oneWay = empty.compose(ROUND, 5).compose(OTHER, 4).compose(new Gaussian(3));
    RdpAccountant another = empty.compose(new Gaussian(3))
        .compose(new Repeated(new Sequence(List.of(OTHER, new Repeated(ROUND, 1))), 2), 2).compose(ROUND);
    assertArrayEquals(oneWay.rdp(), another.rdp(), 0);
    assertEquals(oneWay.epsilon(DELTA), another.epsilon(DELTA));
    assertEquals(oneWay.events(), another.events());
    RdpAccountant restored = empty;
    for (var entry : oneWay.events().entrySet()) {
      restored = restored.compose(entry.getKey(), entry.getValue());
    }
    assertEquals(oneWay.epsilon(DELTA), restored.epsilon(DELTA));
  }

  @Test
  void gaussianIsSamplingEverybody() {
    assertEquals(empty.compose(new PoissonSampledGaussian(1, 2.5), 9).epsilon(DELTA),
        empty.compose(new Gaussian(2.5), 9).epsilon(DELTA));
    double[] rdp = empty.compose(new Gaussian(2.5)).rdp();
    assertClose(63 / (2 * 2.5 * 2.5), rdp[150], 1e-15);
  }

  @ParameterizedTest
  @CsvSource({"0.2, 2, 1e-5", "1, 0.5, 1e-3", "1e-6, 5, 1e-9", "0.5, 100, 0.5", "0.01, 1000, 0.999"})
  void epsilonIsNeverNegativeAndNeverFallsWithMoreRounds(double rate, double noise, double delta) {
    RdpAccountant accountant = empty;
    double previous = 0;
    for (int round = 1; round <= 200; round++) {
      accountant = accountant.compose(new PoissonSampledGaussian(rate, noise));
      double epsilon = accountant.epsilon(delta).epsilon();
      assertTrue(epsilon >= previous, "round " + round + ": " + epsilon + " after " + previous);
      previous = epsilon;
    }
    double much = accountant.compose(new PoissonSampledGaussian(rate, noise), 1_000_000_000_000L)
        .epsilon(delta).epsilon();
    assertTrue(much > previous);
  }

  @Test
  void moreNoiseLessSamplingLargerDeltaCostLess() {
    double epsilon = empty.compose(ROUND, 50).epsilon(DELTA).epsilon();
    assertTrue(empty.compose(new PoissonSampledGaussian(0.2, 2.1), 50).epsilon(DELTA).epsilon() < epsilon);
    assertTrue(empty.compose(new PoissonSampledGaussian(0.19, 2), 50).epsilon(DELTA).epsilon() < epsilon);
    assertTrue(empty.compose(ROUND, 50).epsilon(1.1e-5).epsilon() < epsilon);
  }

  @Test
  void muchNoiseLeavesTheFloorOfTheLargestOrder() {
    double floor = (-Math.log(DELTA) - Math.log(63)) / 62 + Math.log(62 / 63.0);
    PrivacySpent sampled = empty.compose(new PoissonSampledGaussian(0.5, 1e12)).epsilon(DELTA);
    PrivacySpent everybody = empty.compose(new Gaussian(1e200)).epsilon(DELTA);
    assertClose(floor, sampled.epsilon(), 1e-12);
    assertClose(floor, everybody.epsilon(), 1e-12);
    assertEquals(63, everybody.order().orElseThrow());
  }

  @Test
  void hardlyAnyNoiseIsInfinitelyExpensiveButNoError() {
    assertEquals(Double.POSITIVE_INFINITY, empty.compose(new Gaussian(1e-200)).epsilon(DELTA).epsilon());
    assertEquals(Double.POSITIVE_INFINITY,
        empty.compose(new PoissonSampledGaussian(0.3, 1e-200)).epsilon(DELTA).epsilon());
  }

  @Test
  void samplingAlmostEverybodyIsAlmostSamplingEverybody() {
    double almost = empty.compose(new PoissonSampledGaussian(Math.nextDown(1.0), 1.5), 10).epsilon(DELTA).epsilon();
    assertClose(empty.compose(new Gaussian(1.5), 10).epsilon(DELTA).epsilon(), almost, 1e-12);
  }

  @Test
  void improvedIsNeverAboveClassic() {
    for (double order : empty.orders()) {
      for (double rdp : new double[] {0, 0.01, 1, 100}) {
        double classic = RdpConversion.CLASSIC.epsilon(order, rdp, DELTA);
        assertTrue(RdpConversion.IMPROVED.epsilon(order, rdp, DELTA) < classic);
      }
    }
  }

  @Test
  void ordersOfOnesOwn() {
    RdpAccountant few = new RdpAccountant(2, 4.5).compose(ROUND, 50);
    assertEquals(4.5, few.epsilon(DELTA).order().orElseThrow());
    assertTrue(few.epsilon(DELTA).epsilon() > empty.compose(ROUND, 50).epsilon(DELTA).epsilon());
    assertTrue(few.toString().contains("2 orders 2.0 to 4.5"), few.toString());
    assertFalse(few.isEmpty());
  }

  @Test
  void countsThatOverflowAreRefused() {
    RdpAccountant full = empty.compose(ROUND, Long.MAX_VALUE);
    String message = assertThrows(IllegalArgumentException.class, () -> full.compose(ROUND)).getMessage();
    assertEquals("count is 1; allowed: a total per event of at most " + Long.MAX_VALUE, message);
    assertThrows(IllegalArgumentException.class, () -> empty.compose(new Repeated(ROUND, 1L << 40), 1L << 40));
  }
}
