package org.archipelago.results;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalDouble;
import org.archipelago.core.Language;
import org.archipelago.core.LearningRateStep;
import org.archipelago.core.Texts;

/**
 * What a learning-rate range test came to, and the learning rate it suggests.
 *
 * <p>After Smith 2017, "Cyclical learning rates for training neural networks", section 3.3: the upper bound
 * is the learning rate from which on the loss does not fall any more, here where the smoothed loss is
 * lowest; suggested is a quarter of it, the lower of the section's bounds for the rate to train with (a
 * third or a quarter), with two digits. Where the loss hardly falls at all nothing is suggested.
 *
 * @param measured loss of each batch, over the logarithm of the learning rate to the base 10
 * @param smoothed the same as an exponential moving average
 * @param upperBound where the smoothed loss is lowest
 * @param suggestion the learning rate to train with
 * @param endsFalling whether the loss still falls at the end of the range
 */
public record LearningRateRange(
    Series measured,
    Series smoothed,
    OptionalDouble upperBound,
    OptionalDouble suggestion,
    boolean endsFalling) {

  private static final double SMOOTHING = 0.9;
  private static final double SHARE = 0.25;
  private static final double LEAST_FALL = 0.02;
  private static final int SETTLED = 10;

  /** @param steps by rising learning rate; a loss that is not finite has no place on a curve */
  public static LearningRateRange of(List<LearningRateStep> steps) {
    List<LearningRateStep> finite =
        steps.stream().filter(step -> Double.isFinite(step.loss())).toList();
    double[] rates = finite.stream().mapToDouble(step -> Math.log10(step.rate())).toArray();
    double[] losses = finite.stream().mapToDouble(LearningRateStep::loss).toArray();
    Series measured = Series.of("", "", rates, losses);
    Series smoothed = Smoothing.exponential(measured, SMOOTHING);
    int lowest = lowest(smoothed);
    boolean falls = lowest >= 0 && falls(smoothed, lowest);
    OptionalDouble bound =
        falls ? OptionalDouble.of(Math.pow(10, smoothed.x(lowest))) : OptionalDouble.empty();
    return new LearningRateRange(
        measured,
        smoothed,
        bound,
        falls ? OptionalDouble.of(rounded(SHARE * bound.getAsDouble())) : OptionalDouble.empty(),
        falls && lowest == smoothed.size() - 1 && finite.size() == steps.size());
  }

  private static int lowest(Series smoothed) {
    int lowest = -1;
    for (int i = 0; i < smoothed.size(); i++) {
      if (lowest < 0 || smoothed.y(i) < smoothed.y(lowest)) {
        lowest = i;
      }
    }
    return lowest;
  }

  /** Held against the loss before the learning rate matters: the highest after the average has settled. */
  private static boolean falls(Series smoothed, int lowest) {
    double start = Double.NEGATIVE_INFINITY;
    for (int i = Math.min(SETTLED, lowest); i <= lowest; i++) {
      start = Math.max(start, smoothed.y(i));
    }
    return smoothed.y(lowest) < start - LEAST_FALL * Math.abs(start);
  }

  private static double rounded(double rate) {
    return new BigDecimal(rate).round(new MathContext(2, RoundingMode.HALF_EVEN)).doubleValue();
  }

  /** What is suggested and why, in sentences. */
  public String sentence(Language language) {
    Texts texts = Texts.beside(LearningRateRange.class, language);
    if (suggestion.isEmpty()) {
      return texts.text("rate.none");
    }
    String said =
        texts.text(
            "rate.suggestion",
            Format.plain(suggestion.getAsDouble()),
            Format.measure(upperBound.orElseThrow()));
    return endsFalling ? said + texts.text("rate.endsFalling") : said;
  }
}
