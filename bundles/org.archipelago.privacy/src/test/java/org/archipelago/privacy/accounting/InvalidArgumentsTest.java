package org.archipelago.privacy.accounting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.archipelago.privacy.accounting.DpEvent.Gaussian;
import org.archipelago.privacy.accounting.DpEvent.PoissonSampledGaussian;
import org.archipelago.privacy.accounting.DpEvent.Repeated;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every argument out of range is answered with its name, its value and what is allowed. */
class InvalidArgumentsTest {

  private static final double NAN = Double.NaN;
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  static Stream<Arguments> refused() {
    RdpAccountant accountant = new RdpAccountant();
    NoiseCalibration budget = new NoiseCalibration(4, 1e-5);
    Gaussian event = new Gaussian(1);
    return Stream.of(
      refused("noiseMultiplier is 0.0; allowed: a finite number > 0", () -> new Gaussian(0)),
      refused("noiseMultiplier is NaN; allowed: a finite number > 0", () -> new Gaussian(NAN)),
      refused("noiseMultiplier is Infinity; allowed: a finite number > 0", () -> new Gaussian(INFINITY)),
      refused("noiseMultiplier is -1.0; allowed: a finite number > 0", () -> new PoissonSampledGaussian(1, -1)),
      refused("rate is 0.0; allowed: 0 < rate <= 1", () -> new PoissonSampledGaussian(0, 1)),
      refused("rate is 1.5; allowed: 0 < rate <= 1", () -> new PoissonSampledGaussian(1.5, 1)),
      refused("rate is NaN; allowed: 0 < rate <= 1", () -> new PoissonSampledGaussian(NAN, 1)),
      refused("count is -2; allowed: a whole number >= 0", () -> new Repeated(event, -2)),
      refused("count is -1; allowed: a whole number >= 0", () -> accountant.compose(event, -1)),
      refused("orders is empty; allowed: at least one order", () -> new RdpAccountant(new double[0])),
      refused("orders[1] is 1.0; allowed: 1 < order <= 10000", () -> new RdpAccountant(2, 1)),
      refused("delta is 0.0; allowed: 0 < delta < 1", () -> accountant.epsilon(0)),
      refused("delta is 1.0; allowed: 0 < delta < 1", () -> accountant.compose(event).epsilon(1)),
      refused("delta is NaN; allowed: 0 < delta < 1", () -> accountant.epsilon(NAN, RdpConversion.CLASSIC)),
      refused("rate is -0.1; allowed: 0 < rate <= 1", () -> SampledGaussianRdp.rdp(-0.1, 1, 2)),
      refused("noiseMultiplier is 0.0; allowed: a finite number > 0", () -> SampledGaussianRdp.rdp(1, 0, 2)),
      refused("orders[0] is 1.0; allowed: 1 < order <= 10000", () -> SampledGaussianRdp.rdp(1, 1, 1)),
      refused("orders[0] is Infinity; allowed: 1 < order <= 10000",
        () -> SampledGaussianRdp.rdp(0.5, 1, INFINITY)),
      refused("order is 0.5; allowed: 1 < order <= 10000", () -> RdpConversion.IMPROVED.epsilon(0.5, 1, 0.1)),
      refused("orders[0] is 10000.5; allowed: 1 < order <= 10000", () -> new RdpAccountant(10000.5)),
      refused("rdp is -1.0; allowed: a number >= 0", () -> RdpConversion.IMPROVED.epsilon(2, -1, 0.1)),
      refused("rdp is NaN; allowed: a number >= 0", () -> RdpConversion.CLASSIC.epsilon(2, NAN, 0.1)),
      refused("delta is 2.0; allowed: 0 < delta < 1", () -> RdpConversion.CLASSIC.epsilon(2, 1, 2)),
      refused("epsilon is -1.0; allowed: a number >= 0",
        () -> new PrivacySpent(-1, 0.1, OptionalDouble.empty())),
      refused("epsilon is 0.0; allowed: a finite number > 0", () -> new NoiseCalibration(0, 0.1)),
      refused("delta is -0.5; allowed: 0 < delta < 1", () -> new NoiseCalibration(1, -0.5)),
      refused("rate is 2.0; allowed: 0 < rate <= 1", () -> budget.noiseMultiplier(2, 5)),
      refused("rounds is 0; allowed: a whole number >= 1", () -> budget.noiseMultiplier(0.2, 0)),
      refused("tolerance is 0.0; allowed: 0 < tolerance < 1", () -> budget.noiseMultiplier(0.2, 5, 0)),
      refused("epsilon is -1.0; allowed: a finite number >= 0", () -> AnalyticGaussian.delta(-1, 1)),
      refused("epsilon is Infinity; allowed: a finite number >= 0",
        () -> AnalyticGaussian.noiseMultiplier(INFINITY, 0.1)),
      refused("noiseMultiplier is 0.0; allowed: a finite number > 0", () -> AnalyticGaussian.epsilon(0, 0.1)),
      refused("noiseMultiplier is NaN; allowed: a finite number > 0", () -> AnalyticGaussian.delta(1, NAN)),
      refused("delta is 1.0; allowed: 0 < delta < 1", () -> AnalyticGaussian.epsilon(1, 1)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void theMessageNamesParameterValueAndRange(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  private static Arguments refused(String message, Executable call) {
    return Arguments.of(message, call);
  }
}
