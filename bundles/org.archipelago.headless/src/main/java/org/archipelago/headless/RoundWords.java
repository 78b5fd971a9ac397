package org.archipelago.headless;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.archipelago.core.Metrics;
import org.archipelago.core.PrivacyStatus;
import org.archipelago.core.RoundResult;
import org.archipelago.core.RunHeader;
import org.archipelago.core.Task;
import org.archipelago.results.Format;
import org.archipelago.results.MetricName;

/** A round in a few words. */
final class RoundWords {

  private final Task task;
  private final int rounds;

  RoundWords(RunHeader header) {
    task = header.dataset().task();
    rounds = header.experiment().rounds();
  }

  /** What the data looks like, and what to hold the figures against. */
  static String data(RunHeader header) {
    String words =
        "%s on %s, %s held out."
            .formatted(
                Format.many(header.dataset().trainingRows(), "row", "rows"),
                Format.many(header.dataset().clientCount(), "client", "clients"),
                Format.count(header.dataset().testRows()));
    OptionalDouble majority = header.dataset().majorityAccuracy();
    return majority.isEmpty()
        ? words
        : words
            + " The majority class alone has accuracy %s."
                .formatted(Format.percent(majority.getAsDouble(), header.dataset().testRows()));
  }

  /** {@code round 3/50}. */
  String number(int round) {
    return "round %d/%d".formatted(round, rounds);
  }

  /** Accuracy or R², loss, and ε with budget and stamp. */
  List<String> figures(RoundResult result) {
    List<String> figures = new ArrayList<>();
    result.test().ifPresent(test -> addTest(figures, test));
    result.privacy().map(RoundWords::epsilon).ifPresent(figures::add);
    return figures;
  }

  private void addTest(List<String> figures, Metrics test) {
    for (String metric : List.of(task.primaryMetric(), Metrics.LOSS)) {
      OptionalDouble value = test.value(metric);
      if (value.isPresent()) {
        String name = metric.equals(Metrics.R2) ? MetricName.title(metric) : metric;
        figures.add(name + " " + MetricName.value(metric, value.getAsDouble(), test.rows()));
      }
    }
  }

  private static String epsilon(PrivacyStatus status) {
    String budget =
        status.budget().isPresent() ? "/" + Format.plain(status.budget().getAsDouble()) : "";
    return "ε %s%s (%s)".formatted(Format.epsilon(status.epsilon()), budget, status.noise().stamp());
  }

  /**
   * {@code 12 s left}, from the rounds done so far.
   *
   * @param seconds since the first round began
   */
  Optional<String> remaining(int done, double seconds) {
    return done == 0 || done >= rounds
        ? Optional.empty()
        : Optional.of(Format.duration(Math.ceil(seconds / done * (rounds - done))) + " left");
  }

  int rounds() {
    return rounds;
  }
}
