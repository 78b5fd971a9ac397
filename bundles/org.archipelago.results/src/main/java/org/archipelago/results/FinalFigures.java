package org.archipelago.results;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.archipelago.core.Metrics;
import org.archipelago.core.PrivacyStatus;
import org.archipelago.core.RoundResult;
import org.archipelago.core.Run;

/**
 * The figures a run ends with, or stands at, for a table. Derived from what the run holds: from an
 * exported run under {@link CohortRule} the figures that must not leave the screen are absent.
 *
 * @param rows in the order in which to show them
 */
public record FinalFigures(List<Row> rows) {

  /**
   * One figure.
   *
   * @param label what it is
   * @param value its value, formatted
   * @param unit its unit; empty when it has none or the value has it
   * @param note what to know beside it; may be empty
   */
  public record Row(String label, String value, String unit, String note) {}

  public FinalFigures {
    rows = List.copyOf(rows);
  }

  /** The figures after the run's last whole round. */
  public static FinalFigures of(Run run) {
    List<Row> rows = new ArrayList<>();
    int done = run.lastRound().map(RoundResult::round).orElse(0);
    rows.add(new Row(
        "Rounds", Format.count(done), "of " + Format.count(run.header().experiment().rounds()), ""));
    run.lastRound().flatMap(RoundResult::test).ifPresent(test -> addTest(rows, run, test));
    run.lastRound().ifPresent(last -> last.trainLoss().ifPresent(loss -> rows.add(new Row(
        "Training loss", Format.measure(loss), "", "mean over the last round's clients, by rows"))));
    addSpread(rows, run);
    FederatingGain.of(run).ifPresent(gain -> addBaselines(rows, run, gain));
    run.privacySpent().ifPresent(status -> addPrivacy(rows, status));
    addCost(rows, run);
    return new FinalFigures(rows);
  }

  private static void addTest(List<Row> rows, Run run, Metrics test) {
    String primary = run.header().dataset().task().primaryMetric();
    test.value(primary).ifPresent(value -> rows.add(testRow(run, primary, value, test.rows())));
    OptionalDouble majority = run.header().dataset().majorityAccuracy();
    if (majority.isPresent()) {
      rows.add(new Row(
          "Accuracy of the majority class",
          Format.percent(majority.getAsDouble(), test.rows()),
          "",
          "always answering with the class most frequent in training"));
    }
    test.values().forEach((metric, value) -> {
      if (!metric.equals(primary)) {
        rows.add(testRow(run, metric, value, test.rows()));
      }
    });
  }

  private static Row testRow(Run run, String metric, double value, long testRows) {
    return new Row(
        MetricName.title(metric) + " on the hold-out",
        MetricName.value(metric, value, testRows),
        MetricName.unit(metric, run.header().dataset().task()),
        "on " + Format.many(testRows, "row", "rows") + " that no client trains on");
  }

  private static void addSpread(List<Row> rows, Run run) {
    RunSeries series = RunSeries.of(run);
    if (series.lastSpread().isEmpty()) {
      return;
    }
    Spread spread = series.lastSpread().get();
    long fewest = series.fewestJudgedRows();
    String metric = run.header().dataset().task().primaryMetric();
    rows.add(new Row(
        MetricName.title(metric) + " on the clients' own rows, median",
        MetricName.value(metric, spread.median(), fewest),
        "",
        "from %s to %s over %s that can be judged".formatted(
            MetricName.value(metric, spread.min(), fewest),
            MetricName.value(metric, spread.max(), fewest),
            Format.many(spread.count(), "client", "clients"))));
  }

  private static void addBaselines(List<Row> rows, Run run, FederatingGain gain) {
    String title = MetricName.title(gain.metric());
    String stamp = run.header().privateCohort() ? "; trained without privacy, not covered by ε" : "";
    gain.pooled().ifPresent(value -> rows.add(new Row(
        title + " on the hold-out, pooled data",
        MetricName.value(gain.metric(), value, gain.rows()),
        "",
        "the same model on the rows of all clients together, after round "
            + Format.count(gain.round()) + stamp)));
    gain.alone().ifPresent(alone -> rows.add(new Row(
        title + " on the hold-out, each client alone, median",
        MetricName.value(gain.metric(), alone.median(), gain.rows()),
        "",
        "from %s to %s over %s, after round %s%s".formatted(
            MetricName.value(gain.metric(), alone.min(), gain.rows()),
            MetricName.value(gain.metric(), alone.max(), gain.rows()),
            Format.many(alone.count(), "client", "clients"),
            Format.count(gain.round()),
            stamp))));
  }

  private static void addPrivacy(List<Row> rows, PrivacyStatus status) {
    rows.add(new Row(
        "ε spent",
        Format.epsilon(status.epsilon()),
        "at δ = " + Format.plain(status.delta()),
        status.noise().stamp() + "; " + status.unit()));
    status.budget().ifPresent(budget -> rows.add(new Row(
        "ε budget", Format.plain(budget), "", "the run ends before a round that would exceed it")));
  }

  private static void addCost(List<Row> rows, Run run) {
    double seconds =
        run.rounds().stream().mapToDouble(round -> round.seconds().orElse(0)).sum();
    if (seconds > 0) {
      rows.add(new Row("Time", Format.duration(seconds), "", "all rounds together, on this machine"));
    }
    long down = run.rounds().stream().mapToLong(round -> round.bytesDown().orElse(0)).sum();
    long up = run.rounds().stream().mapToLong(round -> round.bytesUp().orElse(0)).sum();
    if (down + up > 0) {
      rows.add(new Row("Sent to clients", Format.bytes(down), "", "models, all rounds together"));
      rows.add(new Row("Received from clients", Format.bytes(up), "", "updates, all rounds together"));
    }
  }
}
