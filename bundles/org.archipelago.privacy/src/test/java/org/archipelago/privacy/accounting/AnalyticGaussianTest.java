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

class AnalyticGaussianTest {

  private static final double TOLERANCE = 1e-11;

  static List<Row> epsilons() {
    return Reference.rows("analytic_gaussian_eps.csv");
  }

  static List<Row> sigmas() {
    return Reference.rows("analytic_gaussian_sigma.csv");
  }

  static List<Row> withoutSampling() {
    return Reference.rows("dp_gaussian_grid.csv").stream().filter(row -> row.has("eps_exact_if_q1")).toList();
  }

  @Test
  void theTablesAreWhole() {
    assertEquals(20, epsilons().size());
    assertEquals(20, sigmas().size());
    assertEquals(6, withoutSampling().size());
  }

  @ParameterizedTest
  @MethodSource("epsilons")
  void epsilonForSigma(Row row) {
    double epsilon = AnalyticGaussian.epsilon(row.number("sigma"), row.number("delta"));
    assertClose(row.number("epsilon_exact"), epsilon, TOLERANCE);
  }

  @ParameterizedTest
  @MethodSource("sigmas")
  void sigmaForEpsilon(Row row) {
    double sigma = AnalyticGaussian.noiseMultiplier(row.number("epsilon"), row.number("delta"));
    assertClose(row.number("sigma_analytic_balle_wang"), sigma, TOLERANCE);
  }

  @ParameterizedTest
  @MethodSource("sigmas")
  void deltaForBoth(Row row) {
    double delta = AnalyticGaussian.delta(row.number("epsilon"), row.number("sigma_analytic_balle_wang"));
    assertClose(row.number("delta"), delta, 1e-10);
  }

  /** T releases with σ are one with σ/√T; the accountant's bound lies above. */
  @ParameterizedTest
  @MethodSource("withoutSampling")
  void manyReleases(Row row) {
    double sigma = row.number("sigma") / Math.sqrt(row.number("steps"));
    double exact = AnalyticGaussian.epsilon(sigma, row.number("delta"));
    assertClose(row.number("eps_exact_if_q1"), exact, TOLERANCE);
    assertTrue(exact < row.number("eps_rdp_improved_opacus_orders"));
  }

  /** Expected values by bisection with 60 digits (mpmath) on theorem 8 of Balle and Wang 2018. */
  @ParameterizedTest
  @CsvSource({"0.01, 1e-5, 5425.5098461474293", "3000, 1e-6, 0.0007891736319054329",
    "4000, 1e-6, 0.00056744587743649379", "1e6, 1e-9, 2.7178059287972228e-6",
    "1e9, 1e-15, 4.4248923009644226e-9", "1e12, 1e-13, 9.0234634751028046e-13"})
  void littleAndMuchNoise(double sigma, double delta, double epsilon) {
    assertClose(epsilon, AnalyticGaussian.epsilon(sigma, delta), TOLERANCE);
    assertClose(sigma, AnalyticGaussian.noiseMultiplier(epsilon, delta), TOLERANCE);
  }

  @Test
  void enoughNoiseNeedsNoEpsilon() {
    // δ at ε = 0 is 2Φ(1/(2σ)) − 1: .0398776 for σ = 10
    assertClose(0.039877611676744910, AnalyticGaussian.delta(0, 10), 1e-13);
    assertEquals(0, AnalyticGaussian.epsilon(10, 0.0399));
    assertTrue(AnalyticGaussian.epsilon(10, 0.0398) > 0);
    assertTrue(AnalyticGaussian.noiseMultiplier(0, 0.0399) < 10);
  }

  @Test
  void extremesAreNumbers() {
    assertEquals(Double.POSITIVE_INFINITY, AnalyticGaussian.epsilon(1e-160, 1e-5));
    assertEquals(1, AnalyticGaussian.delta(1, 1e-160));
    assertEquals(0, AnalyticGaussian.delta(1e9, 1e9));
    assertEquals(0, AnalyticGaussian.delta(1e3, 1));
  }

  @Test
  void deltaFallsWithEpsilonAndWithNoise() {
    for (double sigma : new double[] {0.1, 1, 30, 3535, 3536, 1e5}) {
      double previous = 1;
      for (double standardised = 0; standardised < 8; standardised += 0.25) {
        double delta = AnalyticGaussian.delta(standardised / sigma, sigma);
        assertTrue(delta <= previous && delta > 0, "sigma " + sigma + ", epsilon times sigma " + standardised);
        assertTrue(AnalyticGaussian.delta(standardised / sigma, 1.01 * sigma) <= delta);
        previous = delta;
      }
    }
  }
}
