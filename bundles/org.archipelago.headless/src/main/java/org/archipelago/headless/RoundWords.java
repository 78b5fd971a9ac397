package org.archipelago.headless;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.archipelago.core.Language;
import org.archipelago.core.MemoryNeed;
import org.archipelago.core.Metrics;
import org.archipelago.core.PrivacyStatus;
import org.archipelago.core.RoundResult;
import org.archipelago.core.RunHeader;
import org.archipelago.core.Task;
import org.archipelago.results.Format;
import org.archipelago.results.MetricName;
import org.archipelago.results.RecordedWords;

/** A round in a few words. */
final class RoundWords {

  private static final int MINUTE = 60;

  private final Task task;
  private final int rounds;

  RoundWords(RunHeader header) {
    task = header.dataset().task();
    rounds = header.experiment().rounds();
  }

  /** What a run needs of Java's memory, and what there is. */
  static String memory(MemoryNeed need) {
    return Words.say(
        "round.memory",
        Format.bytes(need.total()),
        Format.bytes(need.server()),
        Format.count(need.threads()),
        Format.bytes(need.workers()),
        Format.bytes(need.data()),
        Format.bytes(need.records()),
        Format.bytes(Runtime.getRuntime().maxMemory()));
  }

  /** What the data looks like, and what to hold the figures against. */
  static String data(RunHeader header) {
    String words =
        Words.say(
            "round.data",
            Words.many(header.dataset().trainingRows(), "rows"),
            Words.many(header.dataset().clientCount(), "clients"),
            Format.count(header.dataset().testRows()));
    OptionalDouble majority = header.dataset().majorityAccuracy();
    return majority.isEmpty()
        ? words
        : words
            + Words.say(
                "round.majority",
                Format.percent(majority.getAsDouble(), header.dataset().testRows()));
  }

  /** {@code round 3/50}. */
  String number(int round) {
    return Words.say("round.number", round, rounds);
  }

  /** Accuracy, R² or span F1, loss, and ε with budget and stamp. */
  List<String> figures(RoundResult result) {
    return figures(result, List.of(task.primaryMetric(), Metrics.LOSS));
  }

  /** The same without the loss, for a narrow line. */
  List<String> fewFigures(RoundResult result) {
    return figures(result, List.of(task.primaryMetric()));
  }

  private static List<String> figures(RoundResult result, List<String> metrics) {
    List<String> figures = new ArrayList<>();
    result.test().ifPresent(test -> addTest(figures, test, metrics));
    result.privacy().map(RoundWords::epsilon).ifPresent(figures::add);
    return figures;
  }

  private static void addTest(List<String> figures, Metrics test, List<String> metrics) {
    for (String metric : metrics) {
      OptionalDouble value = test.value(metric);
      if (value.isPresent()) {
        String title = MetricName.title(metric, Language.current());
        boolean abbreviated = metric.equals(Metrics.R2) || metric.equals(Metrics.SPAN_F1);
        String name = abbreviated ? title : title.toLowerCase(Locale.ROOT);
        figures.add(name + " " + MetricName.value(metric, value.getAsDouble(), test.rows()));
      }
    }
  }

  private static String epsilon(PrivacyStatus status) {
    String budget =
        status.budget().isPresent() ? "/" + Format.plain(status.budget().getAsDouble()) : "";
    String stamp = RecordedWords.stamp(status.noise(), Language.current());
    return "ε %s%s (%s)".formatted(Format.epsilon(status.epsilon()), budget, stamp);
  }

  /**
   * {@code 12 s left}, from the rounds done so far.
   *
   * @param seconds since the first round began
   */
  Optional<String> remaining(int done, double seconds) {
    return left((double) done / rounds, seconds);
  }

  /** {@code 12 s left}, from the share that is done. */
  static Optional<String> left(double share, double seconds) {
    if (share <= 0 || share >= 1) {
      return Optional.empty();
    }
    long left = (long) Math.ceil(seconds / share * (1 - share) * (1 - 1e-12));
    return Optional.of(Words.say("round.left", left < MINUTE ? left + " s" : Format.duration(left)));
  }

  int rounds() {
    return rounds;
  }
}
