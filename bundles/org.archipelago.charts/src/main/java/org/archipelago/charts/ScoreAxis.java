package org.archipelago.charts;

import java.util.ArrayList;
import java.util.List;
import org.archipelago.core.Metrics;
import org.archipelago.core.Texts;
import org.archipelago.results.Format;
import org.archipelago.results.MetricName;
import org.archipelago.results.RunSeries;

/** What stands at the axis of a figure, and what to hold the figure against. */
final class ScoreAxis {

  private static final double CHANCE = 0.5;

  private ScoreAxis() {}

  static Axis of(String metric, RunSeries run) {
    Texts texts = texts(run);
    String title = MetricName.title(metric, run.language());
    String unit = MetricName.unit(metric, run.task());
    return switch (metric) {
      case Metrics.ACCURACY ->
          new Axis(texts.text("score.accuracy"), "%", Axis.Rule.SHARE, false, ScoreAxis::percent);
      case Metrics.TOP_3, Metrics.TOP_5 ->
          new Axis(title, "%", Axis.Rule.SHARE, false, ScoreAxis::percent);
      case Metrics.F1_MACRO, Metrics.AUC,
          Metrics.SPAN_F1, Metrics.SPAN_PRECISION, Metrics.SPAN_RECALL ->
          new Axis(title, unit, Axis.Rule.SHARE, false, Format::plain);
      case Metrics.R2 ->
          new Axis(texts.text("score.r2"), "", Axis.Rule.UP_TO_ONE, false, Format::plain);
      default -> new Axis(title, unit, Axis.Rule.FROM_ZERO, false, Format::plain);
    };
  }

  /** What one gets for nothing. */
  static List<ReferenceLine> references(String metric, RunSeries run) {
    Texts texts = texts(run);
    List<ReferenceLine> references = new ArrayList<>();
    switch (metric) {
      case Metrics.R2 -> references.add(baseline(0, texts.text("score.mean")));
      case Metrics.AUC -> references.add(baseline(CHANCE, texts.text("score.chance", Format.plain(CHANCE))));
      case Metrics.ACCURACY ->
          run.majorityAccuracy().ifPresent(majority -> references.add(
              baseline(
                  majority,
                  texts.text("score.majority", Format.percent(majority, run.testRows())))));
      default -> { }
    }
    return references;
  }

  private static ReferenceLine baseline(double value, String label) {
    return new ReferenceLine(value, label, ReferenceLine.Kind.BASELINE);
  }

  private static Texts texts(RunSeries run) {
    return Texts.beside(ScoreAxis.class, run.language());
  }

  private static String percent(double share) {
    return Format.plain(Math.round(share * 1e6) / 1e4);
  }
}
