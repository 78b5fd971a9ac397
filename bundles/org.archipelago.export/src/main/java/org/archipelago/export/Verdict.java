package org.archipelago.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.archipelago.core.DatasetSummary;
import org.archipelago.core.Metrics;
import org.archipelago.core.PrivacyStatus;
import org.archipelago.core.PrivacyStatus.NoiseOrigin;
import org.archipelago.core.RoundResult;
import org.archipelago.core.Run;
import org.archipelago.results.FederatingGain;
import org.archipelago.results.Format;

/** What a run came to, in a few sentences: how good the model is, how far it went, what ε is spent. */
final class Verdict {

  private final Run run;
  private final DatasetSummary data;

  Verdict(Run run) {
    this.run = run;
    data = run.header().dataset();
  }

  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    if (!run.rounds().isEmpty()) {
      sentences.add(quality());
    }
    FederatingGain.of(run).ifPresent(gain -> sentences.add(gain.sentence()));
    sentences.add(progress());
    run.privacySpent().ifPresent(status -> sentences.add(privacy(status)));
    return sentences;
  }

  private String progress() {
    int planned = run.header().experiment().rounds();
    String rounds = Format.many(planned, "round", "rounds");
    int done = run.lastRound().map(RoundResult::round).orElse(0);
    String after = done == 0 ? "before the first of " + rounds + " was whole" : "after round "
        + Format.count(done) + " of " + Format.count(planned);
    return switch (run.state()) {
      case PREPARING -> "The run is still being prepared.";
      case RUNNING -> "The run is still going on: this is how it stands " + after + ".";
      case PAUSED -> "The run is paused " + after + ".";
      case COMPLETED -> planned == 1 ? "The one round is done." : "All " + rounds + " are done.";
      case STOPPED -> "The run was stopped " + after + ".";
      case BUDGET_REACHED ->
          "The run ended " + after + ", because the next round would have exceeded the privacy budget.";
      case FAILED -> "The run failed " + after + ": " + run.message();
      case INTERRUPTED -> "The program ended without a word " + after + "; every whole round is recorded.";
    };
  }

  private String quality() {
    Optional<Metrics> test = run.lastRound().flatMap(RoundResult::test);
    if (test.isEmpty() || test.get().rows() == 0) {
      return "There is no common hold-out, so nothing can be said of how good the model is on rows that no "
          + "client trained on.";
    }
    String metric = data.task().primaryMetric();
    OptionalDouble value = test.get().value(metric);
    if (value.isEmpty()) {
      return "On the hold-out's " + rows(test.get()) + " the " + metric + " of the model is not defined.";
    }
    return metric.equals(Metrics.ACCURACY)
        ? accuracy(value.getAsDouble(), test.get())
        : r2(value.getAsDouble(), test.get());
  }

  private String accuracy(double accuracy, Metrics test) {
    double correct = accuracy * test.rows();
    boolean countable = Math.abs(correct - Math.rint(correct)) < 1e-3;
    String counted = countable ? Format.count(Math.round(correct)) + " of the hold-out's " + rows(test)
        : "a share of the hold-out's " + rows(test);
    String sentence =
        "The model classifies %s correctly: %s.".formatted(counted, Format.percent(accuracy, test.rows()));
    if (data.majorityAccuracy().isEmpty()) {
      return sentence;
    }
    double majority = data.majorityAccuracy().getAsDouble();
    String baseline = Format.percent(majority, test.rows());
    return sentence
        + (accuracy > majority
            ? " Always answering with the class most frequent in training would get " + baseline + "."
            : " That is no better than always answering with the class most frequent in training, which gets "
                + baseline + ".");
  }

  private String r2(double r2, Metrics test) {
    String unit = data.task().unit().isEmpty() ? "" : ", in " + data.task().unit() + ",";
    return "On the hold-out's %s the model's R² for %s%s is %s. ".formatted(
            rows(test), data.task().target(), unit, Format.coefficient(r2))
        + (r2 > 0
            ? "Always answering with the mean would get 0."
            : "That is no better than always answering with the mean, which gets 0.");
  }

  private static String rows(Metrics test) {
    return Format.many(test.rows(), "row", "rows");
  }

  private String privacy(PrivacyStatus status) {
    String budget =
        status.budget().isPresent()
            ? " of a budget of " + Format.plain(status.budget().getAsDouble()) : ", without a budget";
    return "ε = %s at δ = %s is spent%s – %s.%s".formatted(
        Format.epsilon(status.epsilon()),
        Format.plain(status.delta()),
        budget,
        status.noise().stamp(),
        status.noise() == NoiseOrigin.SIMULATED
            ? " The noise was drawn from the experiment's seed: whoever has the seed can subtract it."
            : "");
  }
}
