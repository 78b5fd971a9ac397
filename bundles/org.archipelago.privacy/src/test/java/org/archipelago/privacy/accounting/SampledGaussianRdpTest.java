package org.archipelago.privacy.accounting;

import static org.archipelago.privacy.accounting.Reference.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.archipelago.privacy.accounting.Reference.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SampledGaussianRdpTest {

  /** The references carry 15 and 17 digits. */
  private static final double TOLERANCE = 1e-13;

  static List<Row> perOrder() {
    return Reference.rows("rdp_per_order.csv");
  }

  static List<Row> extremes() {
    return Reference.rows("rdp_extremes.csv");
  }

  @Test
  void theTablesAreWhole() {
    assertEquals(54, perOrder().size());
    assertEquals(245, extremes().size());
  }

  @ParameterizedTest
  @MethodSource("perOrder")
  void againstThirtyDigits(Row row) {
    assertClose(row.number("rdp_one_step_mpmath_30digits"), rdp(row), TOLERANCE);
  }

  @ParameterizedTest
  @MethodSource("extremes")
  void atExtremeRatesAndNoise(Row row) {
    assertClose(row.number("rdp_one_step"), rdp(row), TOLERANCE);
  }

  /** Two computations that share nothing but the definition. */
  @ParameterizedTest
  @CsvSource({"1e-9, 0.5", "1e-4, 0.05", "0.01, 0.011", "0.01, 0.7", "0.2, 2", "0.5, 1", "0.95, 0.3", "0.999999, 20",
    "0.1, 1e9"})
  void quadratureAgreesWithTheBinomialSumAtIntegerOrders(double rate, double noise) {
    double[] orders = {2, 3, 5, 11, 40, 8000};
    double[] sums = SampledGaussianRdp.rdp(rate, noise, orders);
    double[] logExcess = SampledGaussianMoment.logExcess(rate, noise, orders);
    for (int i = 0; i < orders.length; i++) {
      double tolerance = orders[i] < 100 ? 1e-12 : 2e-11;
      assertClose(sums[i], LogMath.log1pExp(logExcess[i]) / (orders[i] - 1), tolerance);
    }
  }

  @ParameterizedTest
  @CsvSource({"1e-6", "0.01", "0.5", "0.99"})
  void minkowskiBoundsFromAboveAndMeetsTheQuadratureWhereItTakesOver(double rate) {
    for (double order : new double[] {1.1, 1.5, 3.7, 10.9}) {
      for (double noise : new double[] {0.1, 0.5, 1, 10}) {
        double exact = SampledGaussianRdp.rdp(rate, noise, order)[0];
        assertTrue(SampledGaussianRdp.minkowskiBound(rate, noise, order) >= exact * (1 - 1e-13));
      }
      assertClose(SampledGaussianRdp.rdp(rate, 0.01, order)[0],
          SampledGaussianRdp.minkowskiBound(rate, 0.01, order), TOLERANCE);
      assertClose(SampledGaussianRdp.minkowskiBound(rate, 0.009, order),
          SampledGaussianRdp.rdp(rate, 0.009, order)[0], 0);
    }
  }

  @ParameterizedTest
  @CsvSource({"1e-6, 0.3", "0.01, 1", "0.2, 2", "0.9, 5", "1, 1", "0.01, 0.005"})
  void neverFallsWithTheOrderAndNeverExceedsTheCostWithoutSampling(double rate, double noise) {
    double[] orders = new RdpAccountant().orders();
    double[] rdp = SampledGaussianRdp.rdp(rate, noise, orders);
    for (int i = 0; i < orders.length; i++) {
      assertTrue(rdp[i] > 0 && rdp[i] <= orders[i] / (2 * noise * noise) * (1 + 1e-15));
      assertTrue(i == 0 || rdp[i] >= rdp[i - 1], "order " + orders[i]);
    }
  }

  @Test
  void oneOrderAtATimeGivesWhatAllTogetherGive() {
    double[] orders = new RdpAccountant().orders();
    double[] together = SampledGaussianRdp.rdp(0.03, 0.8, orders);
    for (int i = 0; i < orders.length; i++) {
      assertClose(together[i], SampledGaussianRdp.rdp(0.03, 0.8, orders[i])[0], TOLERANCE);
    }
    assertEquals(0, SampledGaussianRdp.rdp(0.03, 0.8).length);
  }

  private static double rdp(Row row) {
    return SampledGaussianRdp.rdp(row.number("q"), row.number("sigma"), row.number("alpha"))[0];
  }
}
