package org.archipelago.results;

import java.util.Optional;
import java.util.OptionalDouble;
import org.archipelago.core.BaselineRound;
import org.archipelago.core.Metrics;
import org.archipelago.core.Run;

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

  /** The analyst's first question, answered in a sentence or two. */
  public String sentence() {
    StringBuilder text = new StringBuilder();
    alone.ifPresent(spread -> text.append(overAlone(spread.median())));
    if (pooled.isPresent()) {
      text.append(text.isEmpty() ? "Federating " : ", and ").append(besidePooled());
    }
    if (!text.isEmpty()) {
      text.append('.');
    }
    if (pooled.isEmpty()) {
      add(text, "Training on the pooled data diverged.");
    }
    if (diverged > 0) {
      add(
          text,
          alone.isEmpty()
              ? "The training of every client alone diverged."
              : "The training of %s alone diverged; the median leaves them out."
                  .formatted(Format.many(diverged, "client", "clients")));
    }
    return text.toString();
  }

  private static void add(StringBuilder text, String sentence) {
    text.append(text.isEmpty() ? "" : " ").append(sentence);
  }

  private String overAlone(double median) {
    String size = difference(Math.abs(federated - median));
    return isZero(size)
        ? "Federating gains nothing over the median client alone"
        : federated > median
            ? "Federating gains %s over the median client alone".formatted(named(size))
            : "Federating loses %s against the median client alone".formatted(named(size));
  }

  private String besidePooled() {
    double other = pooled.orElseThrow();
    String size = difference(Math.abs(federated - other));
    return isZero(size)
        ? "is level with the pooled data"
        : federated < other
            ? "stays %s below the pooled data".formatted(size)
            : "comes out %s above the pooled data".formatted(size);
  }

  private boolean isZero(String size) {
    return size.matches("[0.]+( points)?");
  }

  private String named(String size) {
    return size + " of " + (metric.equals(Metrics.ACCURACY) ? "accuracy" : MetricName.title(metric));
  }

  /** A difference of two such figures, in as many digits as they are worth. */
  public String difference(double difference) {
    return metric.equals(Metrics.ACCURACY)
        ? Format.points(difference, rows)
        : Format.coefficient(difference);
  }
}
