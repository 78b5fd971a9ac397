package org.archipelago.privacy.accounting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.archipelago.privacy.accounting.DpEvent.Gaussian;
import org.archipelago.privacy.accounting.DpEvent.PoissonSampledGaussian;
import org.archipelago.privacy.accounting.DpEvent.Sequence;
import org.archipelago.privacy.accounting.Reference.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NoiseCalibrationTest {

  private static final double DELTA = 1e-5;
  private static final DpEvent ROUND = new PoissonSampledGaussian(0.2, 2);

  static List<Row> calibrations() {
    return Reference.rows("dp_noise_calibration.csv");
  }

  @Test
  void theTableIsWhole() {
    assertEquals(8, calibrations().size());
  }

  @ParameterizedTest
  @MethodSource("calibrations")
  void smallestNoise(Row row) {
    NoiseCalibration budget = new NoiseCalibration(row.number("target_eps"), row.number("delta"));
    double sigma = budget.noiseMultiplier(row.number("q"), (long) row.number("steps"), 1e-10);
    assertEquals(row.number("sigma_rdp_exact_root"), sigma, 0.51e-6, "six decimals are given");
    if (row.has("opacus_test_rdp(tol 0.01)")) {
      assertEquals(row.number("opacus_test_rdp(tol 0.01)"), sigma, 0.01);
    }
  }

  @ParameterizedTest
  @CsvSource({"4, 0.2, 50, 1e-9", "0.5, 0.001, 100, 1e-4", "1000, 0.5, 3, 1e-6", "1e7, 0.1, 1, 1e-6"})
  void keepsTheBudgetAndWastesNoMoreThanTheTolerance(double epsilon, double rate, long rounds, double tolerance) {
    double sigma = new NoiseCalibration(epsilon, DELTA).noiseMultiplier(rate, rounds, tolerance);
    assertTrue(epsilon(rate, sigma, rounds) <= epsilon);
    assertTrue(epsilon(rate, sigma * (1 - 1.01 * tolerance), rounds) > epsilon);
  }

  @Test
  void whatWasSpentBeforeCallsForMoreNoise() {
    RdpAccountant spent = new RdpAccountant().compose(new PoissonSampledGaussian(0.2, 3), 20);
    NoiseCalibration rest = new NoiseCalibration(spent, 4, DELTA);
    double sigma = rest.noiseMultiplier(0.2, 50);
    assertTrue(sigma > new NoiseCalibration(4, DELTA).noiseMultiplier(0.2, 50) * 1.01);
    assertEquals(4, spent.compose(new PoissonSampledGaussian(0.2, sigma), 50).epsilon(DELTA).epsilon(), 1e-4);
  }

  @Test
  void aBudgetBelowWhatAnyNoiseReachesIsRefused() {
    NoiseCalibration tiny = new NoiseCalibration(0.1, DELTA);
    String message = assertThrows(IllegalArgumentException.class, () -> tiny.noiseMultiplier(0.2, 50)).getMessage();
    assertTrue(message.startsWith("epsilon is 0.1; allowed: at least 0.1028"), message);
    assertTrue(message.contains("delta 1.0E-5"), message);
    assertEquals(0, tiny.maxRounds(ROUND));
  }

  @Test
  void mostRounds() {
    NoiseCalibration budget = new NoiseCalibration(4, DELTA);
    long rounds = budget.maxRounds(ROUND);
    assertTrue(epsilon(0.2, 2, rounds) <= 4);
    assertTrue(epsilon(0.2, 2, rounds + 1) > 4);
  }

  @Test
  void mostRoundsOnTopOfWhatIsSpent() {
    long all = new NoiseCalibration(4, DELTA).maxRounds(ROUND);
    RdpAccountant some = new RdpAccountant().compose(ROUND, 10);
    assertEquals(all - 10, new NoiseCalibration(some, 4, DELTA).maxRounds(ROUND));
    RdpAccountant full = new RdpAccountant().compose(ROUND, all);
    assertEquals(0, new NoiseCalibration(full, 4, DELTA).maxRounds(ROUND));
    RdpAccountant over = new RdpAccountant().compose(ROUND, all + 1);
    assertEquals(0, new NoiseCalibration(over, 4, DELTA).maxRounds(new Sequence(List.of())));
  }

  @Test
  void oneRoundMayBeAllThereIs() {
    double one = epsilon(0.2, 2, 1);
    assertEquals(1, new NoiseCalibration(one, DELTA).maxRounds(ROUND));
    assertEquals(0, new NoiseCalibration(Math.nextDown(one), DELTA).maxRounds(ROUND));
  }

  @Test
  void roundsThatCostNothingHaveNoEnd() {
    assertEquals(1L << 53, new NoiseCalibration(1, DELTA).maxRounds(new Sequence(List.of())));
    assertEquals(1L << 53, new NoiseCalibration(1, DELTA).maxRounds(new Gaussian(1e30)));
  }

  private static double epsilon(double rate, double noiseMultiplier, long rounds) {
    return new RdpAccountant().compose(new PoissonSampledGaussian(rate, noiseMultiplier), rounds)
        .epsilon(DELTA).epsilon();
  }
}
