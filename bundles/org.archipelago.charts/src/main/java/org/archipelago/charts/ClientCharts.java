package org.archipelago.charts;

import java.util.ArrayList;
import java.util.List;
import org.archipelago.core.Metrics;
import org.archipelago.results.MetricName;
import org.archipelago.results.RunSeries;
import org.archipelago.results.Series;

/** The charts of a run with one client's curve over those of all. */
public final class ClientCharts {

  private static final int CLIENT = 2;

  private ClientCharts() {}

  /** Loss, with that client's training loss in the rounds it trained in. */
  public static ChartSpec loss(RunSeries run, String client) {
    return with(run, RunCharts.loss(run), client, run.clientLoss(client), Metrics.LOSS, 0);
  }

  /**
   * Accuracy or R², with that client's on its own rows over the ribbon of all clients.
   *
   * @param rows the client's rows, for the digits its figure is worth
   */
  public static ChartSpec score(RunSeries run, String client, long rows) {
    return with(
        run, RunCharts.score(run), client, run.client(client), run.task().primaryMetric(), rows);
  }

  private static ChartSpec with(
      RunSeries run, ChartSpec chart, String client, Series series, String metric, long rows) {
    if (series.isEmpty() || chart.y().logarithmic() && series.min() <= 0) {
      return chart;
    }
    List<Curve> curves = new ArrayList<>(chart.curves());
    Curve own = new Curve(client, series, CLIENT, MetricName.value(metric, series.lastY(), rows));
    curves.add(run.privateCohort() ? own.onScreenOnly() : own);
    return new ChartSpec(
        chart.title(), chart.subtitle(), chart.xLabel(), chart.xEnd(), chart.y(), curves,
        chart.ribbons(), chart.references(), chart.emptyText());
  }
}
