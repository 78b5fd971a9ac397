package org.archipelago.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archipelago.core.Metrics;
import org.archipelago.core.PrivacyStatus;
import org.archipelago.core.Task;
import org.archipelago.results.BaselineSeries;
import org.archipelago.results.Format;
import org.archipelago.results.MetricName;
import org.archipelago.results.RunSeries;
import org.archipelago.results.Series;

/** The charts of a run: the same for views and reports. */
public final class RunCharts {

  private static final int HOLD_OUT = 0;
  private static final int TRAINING = 1;
  private static final int ALONE = 2;
  private static final int POOLED = 3;
  private static final int PRIVACY = 4;
  private static final double LOG_FROM_RATIO = 200;

  private RunCharts() {}

  /** Every chart that the run has something to show on: loss, score, and ε where there is any. */
  public static List<ChartSpec> all(RunSeries run) {
    List<ChartSpec> charts = new ArrayList<>(List.of(loss(run), score(run)));
    if (run.privacy().isPresent()) {
      charts.add(privacy(run));
    }
    return charts;
  }

  /**
   * Loss on the hold-out and in training, beside that of the baselines; logarithmic when it spans
   * several orders of magnitude.
   */
  public static ChartSpec loss(RunSeries run) {
    Series test = run.testLoss();
    Series train = run.trainLoss();
    BaselineSeries baselines = run.baselineLoss();
    List<Curve> curves = new ArrayList<>();
    if (!test.isEmpty() || train.isEmpty()) {
      curves.add(curve(federated(baselines), test, HOLD_OUT, Metrics.LOSS, 0));
    }
    if (!train.isEmpty()) {
      curves.add(curve(train, TRAINING, Metrics.LOSS, 0));
    }
    addBaselines(curves, baselines, Metrics.LOSS, 0);
    boolean logarithmic = spansDecades(curves) && baselines.aloneLower().min() > 0;
    return new ChartSpec(
        "Loss",
        "",
        "Round",
        end(run, test.isEmpty() ? train : test),
        new Axis("Mean loss a row", "", Axis.Rule.VALUES, logarithmic, Format::plain),
        marked(run, curves),
        markedRibbons(run, ribbonAlone(baselines)),
        List.of(),
        emptyText(run));
  }

  private static boolean spansDecades(List<Curve> curves) {
    double min = curves.stream().mapToDouble(curve -> curve.series().min()).min().orElse(0);
    double max = curves.stream().mapToDouble(curve -> curve.series().max()).max().orElse(0);
    return min > 0 && max / min >= LOG_FROM_RATIO;
  }

  /**
   * Accuracy beside the majority class's, or R² beside that of always answering with the mean; where
   * clients can be judged, with the middle half of the clients as a ribbon. The baselines, if there are
   * any, take that ribbon's place: they are measured on the hold-out as well.
   */
  public static ChartSpec score(RunSeries run) {
    boolean classification = run.task().kind() == Task.Kind.CLASSIFICATION;
    Series score = run.score();
    String metric = run.task().primaryMetric();
    List<ReferenceLine> references = new ArrayList<>();
    if (!classification) {
      references.add(
          new ReferenceLine(0, "always answering with the mean", ReferenceLine.Kind.BASELINE));
    }
    run.majorityAccuracy().ifPresent(majority -> references.add(
        new ReferenceLine(
            majority,
            "always the majority class: " + Format.percent(majority, run.testRows()),
            ReferenceLine.Kind.BASELINE)));
    Axis axis =
        classification
            ? new Axis("Rows classified correctly", "%", Axis.Rule.SHARE, false, RunCharts::percent)
            : new Axis("R², share of the variance explained", "", Axis.Rule.UP_TO_ONE, false, Format::plain);
    BaselineSeries baselines = run.baselineScore();
    List<Curve> curves = new ArrayList<>();
    curves.add(curve(federated(baselines), score, HOLD_OUT, metric, run.testRows()));
    addBaselines(curves, baselines, metric, run.testRows());
    return new ChartSpec(
        MetricName.title(metric) + " on the hold-out",
        cutOff(axis, curves),
        "Round",
        end(run, score),
        axis,
        marked(run, curves),
        markedRibbons(run, baselines.pooled().isEmpty() ? ribbons(run) : ribbonAlone(baselines)),
        references,
        emptyText(run));
  }

  /** ε after each round against its budget, stamped with where the noise came from. */
  public static ChartSpec privacy(RunSeries run) {
    Optional<PrivacyStatus> status = run.privacy();
    List<ReferenceLine> references = new ArrayList<>();
    status.ifPresent(s -> s.budget().ifPresent(budget -> references.add(
        new ReferenceLine(budget, "budget " + Format.plain(budget), ReferenceLine.Kind.LIMIT))));
    Series epsilon = run.epsilon();
    String endLabel = epsilon.isEmpty() ? "" : Format.epsilon(epsilon.lastY());
    return new ChartSpec(
        "Privacy spent",
        status.map(RunCharts::stamp).orElse(""),
        "Round",
        end(run, epsilon),
        new Axis("ε", "", Axis.Rule.FROM_ZERO, false, Format::plain),
        List.of(new Curve(epsilon.name(), epsilon, PRIVACY, endLabel)),
        List.of(),
        references,
        status.isEmpty() ? emptyText(run) : "ε is not finite: nothing is guaranteed");
  }

  private static String stamp(PrivacyStatus status) {
    return "%s · δ = %s · %s".formatted(
        status.noise().stamp(), Format.plain(status.delta()), status.unit());
  }

  /** What the federated model's curve on the hold-out is called, alone or beside others there. */
  private static String federated(BaselineSeries baselines) {
    return baselines.pooled().isEmpty() ? "Hold-out" : "Federated";
  }

  private static Curve curve(Series series, int style, String metric, long rows) {
    return curve(series.name(), series, style, metric, rows);
  }

  private static Curve curve(String name, Series series, int style, String metric, long rows) {
    String endLabel = series.isEmpty() ? "" : MetricName.value(metric, series.lastY(), rows);
    return new Curve(name, series, style, endLabel);
  }

  private static void addBaselines(
      List<Curve> curves, BaselineSeries baselines, String metric, long rows) {
    if (!baselines.pooled().isEmpty()) {
      curves.add(curve(baselines.pooled(), POOLED, metric, rows));
    }
    if (!baselines.aloneMedian().isEmpty()) {
      curves.add(curve(baselines.aloneMedian(), ALONE, metric, rows));
    }
  }

  private static List<Ribbon> ribbonAlone(BaselineSeries baselines) {
    return baselines.aloneLower().isEmpty()
        ? List.of()
        : List.of(
            new Ribbon(
                "Middle half of clients alone",
                baselines.aloneLower(),
                baselines.aloneUpper(),
                ALONE));
  }

  private static List<Ribbon> ribbons(RunSeries run) {
    Series lower = run.lowerQuartile();
    return lower.isEmpty() || run.clients().size() < 4
        ? List.of()
        : List.of(new Ribbon(
            "Middle half of clients, own rows", lower, run.upperQuartile(), HOLD_OUT));
  }

  /** Where cohorts must stay secret, only the hold-out's curve may leave the screen. */
  private static List<Curve> marked(RunSeries run, List<Curve> curves) {
    return curves.stream()
        .map(curve ->
            run.privateCohort() && curve.style() != HOLD_OUT ? curve.onScreenOnly() : curve)
        .toList();
  }

  private static List<Ribbon> markedRibbons(RunSeries run, List<Ribbon> ribbons) {
    return run.privateCohort() ? ribbons.stream().map(Ribbon::onScreenOnly).toList() : ribbons;
  }

  private static String cutOff(Axis axis, List<Curve> curves) {
    double min = curves.stream().mapToDouble(curve -> curve.series().min()).min().orElse(0);
    return axis.rule() == Axis.Rule.UP_TO_ONE && min < -1
        ? "Values below −1 are cut off; the lowest is " + Format.coefficient(min)
        : "";
  }

  /** Room for all rounds, unless the run has ended or most of a long run is still to come. */
  private static double end(RunSeries run, Series series) {
    double last = series.isEmpty() ? 0 : series.lastX();
    if (run.ended()) {
      return Math.max(1, last);
    }
    boolean farFromDone = run.plannedRounds() > 100 && last < run.plannedRounds() / 10.0;
    return Math.max(1, farFromDone ? Math.max(10, 1.5 * last) : run.plannedRounds());
  }

  private static String emptyText(RunSeries run) {
    if (run.rounds() > 0) {
      return run.testRows() == 0
          ? "There is no common hold-out to measure on" : "No round has a value for it";
    }
    return run.ended() ? "The run ended before its first round was whole" : "Waiting for the first round";
  }

  private static String percent(double share) {
    return Format.plain(Math.round(share * 1e6) / 1e4);
  }
}
