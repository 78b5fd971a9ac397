package org.archipelago.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.archipelago.core.BaselineRound;
import org.archipelago.core.Language;
import org.archipelago.core.Metrics;
import org.archipelago.core.Run;
import org.archipelago.core.Texts;

/**
 * What federating gained: the federated model beside its baselines, in the task's primary figure on the
 * common hold-out, after the last round that all of them have.
 *
 * @param metric the figure: accuracy or R²
 * @param round after which it was measured
 * @param rows of the hold-out
 * @param federated the federated model's
 * @param pooled of the model trained on the rows of all clients together; absent when that diverged
 * @param alone over the clients, each trained on its own rows alone; absent when none can be told of
 * @param diverged clients whose training alone diverged; they are not in {@code alone}
 */
public record FederatingGain(
    String metric,
    int round,
    long rows,
    double federated,
    OptionalDouble pooled,
    Optional<Spread> alone,
    int diverged) {

  /** Nothing when the run has no baselines or no figure to hold against them. */
  public static Optional<FederatingGain> of(Run run) {
    String metric = run.header().dataset().task().primaryMetric();
    for (int i = run.rounds().size() - 1; i >= 0; i--) {
      int round = run.rounds().get(i).round();
      Optional<BaselineRound> baseline =
          run.baselines().stream().filter(candidate -> candidate.round() == round).findFirst();
      Optional<Metrics> test = run.rounds().get(i).test();
      if (baseline.isPresent() && test.isPresent() && test.get().value(metric).isPresent()) {
        return Optional.of(of(metric, round, test.get(), baseline.get()));
      }
    }
    return Optional.empty();
  }

  private static FederatingGain of(
      String metric, int round, Metrics test, BaselineRound baseline) {
    double[] alone = BaselineSeries.finite(baseline.alone(), metric);
    return new FederatingGain(
        metric,
        round,
        test.rows(),
        test.value(metric).getAsDouble(),
        baseline.pooled().value(metric),
        alone.length == 0 ? Optional.empty() : Optional.of(Spread.of(alone)),
        baseline.alone().size() - alone.length);
  }

  /** The analyst's first question, answered in a sentence or two of English. */
  public String sentence() {
    return sentence(Language.ENGLISH);
  }

  /** The analyst's first question, answered in a sentence or two. */
  public String sentence(Language language) {
    Texts texts = Texts.beside(FederatingGain.class, language);
    List<String> sentences = new ArrayList<>();
    if (alone.isPresent() && pooled.isPresent()) {
      sentences.add(texts.text("gain.both", overAlone(texts), besidePooled(texts)));
    } else if (alone.isPresent()) {
      sentences.add(texts.text("gain.aloneOnly", overAlone(texts)));
    } else if (pooled.isPresent()) {
      sentences.add(texts.text("gain.pooledOnly", besidePooled(texts)));
    }
    if (pooled.isEmpty()) {
      sentences.add(texts.text("gain.pooledDiverged"));
    }
    if (diverged > 0) {
      sentences.add(
          alone.isEmpty()
              ? texts.text("gain.allDiverged")
              : texts.text("gain.someDiverged", Format.many(diverged, "clients", language)));
    }
    return String.join(texts.text("gain.space"), sentences);
  }

  private String overAlone(Texts texts) {
    double median = alone.orElseThrow().median();
    String size = difference(Math.abs(federated - median), texts.language());
    return isZero(federated - median)
        ? texts.text("gain.alone.level")
        : texts.text(federated > median ? "gain.alone.gains" : "gain.alone.loses", named(size, texts));
  }

  private String besidePooled(Texts texts) {
    double difference = federated - pooled.orElseThrow();
    String size = difference(Math.abs(difference), texts.language());
    return isZero(difference)
        ? texts.text("gain.pooled.level")
        : texts.text(difference < 0 ? "gain.pooled.below" : "gain.pooled.above", size);
  }

  /** Whether the digits that the difference is worth are all zero. */
  private boolean isZero(double difference) {
    return difference(Math.abs(difference), Language.ENGLISH).matches("[0.]+( points)?");
  }

  private String named(String size, Texts texts) {
    return metric.equals(Metrics.ACCURACY)
        ? texts.text("gain.accuracy", size)
        : texts.text("gain.metric", size, MetricName.title(metric, texts.language()));
  }

  /** A difference of two such figures, in as many digits as they are worth. */
  public String difference(double difference, Language language) {
    return metric.equals(Metrics.ACCURACY)
        ? Format.points(difference, rows, language)
        : Format.coefficient(difference);
  }
}
