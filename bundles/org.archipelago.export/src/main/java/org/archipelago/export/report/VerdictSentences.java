package org.archipelago.export.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.archipelago.core.DatasetSummary;
import org.archipelago.core.Metrics;
import org.archipelago.core.PrivacyStatus.NoiseOrigin;
import org.archipelago.core.PrivacyStatus;
import org.archipelago.core.RoundResult;
import org.archipelago.core.Run;
import org.archipelago.core.Texts;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.results.AttackedRun;
import org.archipelago.results.FederatingGain;
import org.archipelago.results.Format;
import org.archipelago.results.MetricName;
import org.archipelago.results.RecordedWords;

/** What a run came to, in a few sentences: how good the model is, how far it went, what ε is spent. */
final class VerdictSentences {

  private final Run run;
  private final DatasetSummary data;
  private final Texts texts;

  VerdictSentences(Run run, Texts texts) {
    this.run = run;
    this.texts = texts;
    data = run.header().dataset();
  }

  List<String> all() {
    List<String> sentences = new ArrayList<>();
    if (!run.rounds().isEmpty()) {
      sentences.add(quality());
    }
    AttackedRun.of(run.header()).ifPresent(attacked -> sentences.add(attacked(attacked)));
    shift().ifPresent(id -> sentences.add(texts.text("shifted.text", id)));
    FederatingGain.of(run).ifPresent(gain -> sentences.add(gain.sentence(texts.language())));
    sentences.add(progress());
    run.privacySpent().ifPresent(status -> sentences.add(privacy(status)));
    return sentences;
  }

  private Optional<String> shift() {
    String id = run.header().experiment().section(ComponentKind.SHIFT).id();
    return ComponentKind.SHIFT.whenAbsent().equals(Optional.of(id)) ? Optional.empty() : Optional.of(id);
  }

  private String attacked(AttackedRun attacked) {
    int attackers = attacked.attackers().size();
    return attackers == 0
        ? texts.text("attacked.untold", attacked.attack(), Format.count(attacked.fromRound()))
        : texts.text(
            "attacked.text",
            Format.count(attackers),
            Format.count(attacked.clients()),
            attacked.attack(),
            Format.count(attacked.fromRound()));
  }

  private String progress() {
    int planned = run.header().experiment().rounds();
    int done = run.lastRound().map(RoundResult::round).orElse(0);
    String after =
        done == 0
            ? texts.text("state.beforeFirst", texts.many(planned, "count.rounds"))
            : texts.text("state.after", Format.count(done), Format.count(planned));
    return switch (run.state()) {
      case COMPLETED ->
          planned == 1
              ? texts.text("state.COMPLETED.one")
              : texts.text("state.COMPLETED", texts.many(planned, "count.rounds"));
      case FAILED ->
          texts.text("state.FAILED", after, RecordedWords.in(texts.language(), run.message()));
      default -> texts.text("state." + run.state(), after);
    };
  }

  private String quality() {
    Optional<Metrics> test = run.lastRound().flatMap(RoundResult::test);
    if (test.isEmpty() || test.get().rows() == 0) {
      return texts.text("quality.noHoldOut");
    }
    String metric = data.task().primaryMetric();
    OptionalDouble value = test.get().value(metric);
    if (value.isEmpty()) {
      return texts.text(
          "quality.undefined", rows(test.get()), MetricName.title(metric, texts.language()));
    }
    return switch (data.task().kind()) {
      case CLASSIFICATION -> accuracy(value.getAsDouble(), test.get());
      case REGRESSION -> r2(value.getAsDouble(), test.get());
      case TAGGING -> spans(value.getAsDouble(), test.get());
    };
  }

  private String spans(double f1, Metrics test) {
    String sentence =
        texts.text("quality.spans", rows(test), data.task().target(), Format.coefficient(f1));
    OptionalDouble precision = test.value(Metrics.SPAN_PRECISION);
    OptionalDouble recall = test.value(Metrics.SPAN_RECALL);
    return precision.isEmpty() || recall.isEmpty()
        ? sentence
        : sentence
            + texts.text(
                "quality.spansFound",
                Format.percent(recall.getAsDouble(), test.rows()),
                Format.percent(precision.getAsDouble(), test.rows()));
  }

  private String accuracy(double accuracy, Metrics test) {
    double correct = accuracy * test.rows();
    boolean countable = Math.abs(correct - Math.rint(correct)) < 1e-3;
    String counted =
        countable
            ? texts.text("quality.counted", Format.count(Math.round(correct)), rows(test))
            : texts.text("quality.share", rows(test));
    String sentence = texts.text("quality.accuracy", counted, Format.percent(accuracy, test.rows()));
    if (data.majorityAccuracy().isEmpty()) {
      return sentence;
    }
    double majority = data.majorityAccuracy().getAsDouble();
    return sentence
        + texts.text(
            accuracy > majority ? "quality.overMajority" : "quality.notOverMajority",
            Format.percent(majority, test.rows()));
  }

  private String r2(double r2, Metrics test) {
    String sentence =
        data.task().unit().isEmpty()
            ? texts.text("quality.r2", rows(test), data.task().target(), Format.coefficient(r2))
            : texts.text(
                "quality.r2In", rows(test), data.task().target(), data.task().unit(),
                Format.coefficient(r2));
    return sentence + texts.text(r2 > 0 ? "quality.overMean" : "quality.notOverMean");
  }

  private String rows(Metrics test) {
    return texts.many(test.rows(), "count.rows");
  }

  private String privacy(PrivacyStatus status) {
    String budget =
        status.budget().isPresent()
            ? texts.text("spent.ofBudget", Format.plain(status.budget().getAsDouble()))
            : texts.text("spent.noBudget");
    String sentence =
        texts.text(
            "spent.text",
            Format.epsilon(status.epsilon()),
            Format.plain(status.delta()),
            budget,
            RecordedWords.stamp(status.noise(), texts.language()));
    return status.noise() == NoiseOrigin.SIMULATED ? sentence + texts.text("spent.simulated") : sentence;
  }
}
