package org.archipelago.results;

import java.util.List;
import java.util.OptionalDouble;
import org.archipelago.core.BaselineRound;
import org.archipelago.core.Language;
import org.archipelago.core.Metrics;
import org.archipelago.core.Texts;

/**
 * One figure of the baselines as curves over the round's number. A client whose training diverged has
 * no figure from there on and is left out of the curves.
 *
 * @param pooled of the model trained on the rows of all clients together
 * @param aloneMedian median over the clients, each trained on its own rows alone
 * @param aloneLower lower quartile over them
 * @param aloneUpper upper quartile, at the same rounds
 */
public record BaselineSeries(
    Series pooled, Series aloneMedian, Series aloneLower, Series aloneUpper) {

  /** The curves with English names. */
  public static BaselineSeries of(List<BaselineRound> rounds, String metric) {
    return of(rounds, metric, Language.ENGLISH);
  }

  /**
   * @param rounds in order; empty for empty curves
   * @param metric which figure
   * @param language of the curves' names
   */
  public static BaselineSeries of(List<BaselineRound> rounds, String metric, Language language) {
    Texts texts = Texts.beside(BaselineSeries.class, language);
    Series.Builder pooled = new Series.Builder(texts.text("series.pooled"), "");
    Series.Builder median = new Series.Builder(texts.text("series.alone"), "");
    Series.Builder lower = new Series.Builder(texts.text("series.aloneLower"), "");
    Series.Builder upper = new Series.Builder(texts.text("series.aloneUpper"), "");
    for (BaselineRound round : rounds) {
      round.pooled().value(metric).ifPresent(value -> pooled.add(round.round(), value));
      double[] alone = finite(round.alone(), metric);
      if (alone.length > 0) {
        Spread spread = Spread.of(alone);
        median.add(round.round(), spread.median());
        lower.add(round.round(), spread.lowerQuartile());
        upper.add(round.round(), spread.upperQuartile());
      }
    }
    return new BaselineSeries(
        pooled.snapshot(), median.snapshot(), lower.snapshot(), upper.snapshot());
  }

  static double[] finite(List<Metrics> figures, String metric) {
    return figures.stream()
        .map(client -> client.value(metric))
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .filter(Double::isFinite)
        .toArray();
  }
}
