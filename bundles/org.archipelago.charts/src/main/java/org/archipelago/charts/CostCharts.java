package org.archipelago.charts;

import java.util.List;
import org.archipelago.core.Texts;
import org.archipelago.results.Format;
import org.archipelago.results.RunSeries;
import org.archipelago.results.Series;

/** What a run costs, round by round. */
public final class CostCharts {

  private static final int SECONDS = 0;
  private static final int BYTES = 1;

  private CostCharts() {}

  /** Duration of each round. */
  public static ChartSpec seconds(RunSeries run) {
    Series seconds = run.seconds();
    return cost(
        run, "cost.time", "cost.duration", "s", seconds, SECONDS,
        seconds.isEmpty() ? "" : Format.duration(seconds.lastY()));
  }

  /** Bytes to and from all clients in each round. */
  public static ChartSpec bytes(RunSeries run) {
    Series bytes = run.bytes();
    double max = Math.max(bytes.max(), 1);
    String label = bytes.isEmpty() ? "" : Format.bytes(bytes.lastY());
    // One unit for the whole axis, so that its numbers are short.
    int power = (int) Math.min(3, Math.floor(Math.log10(max) / 3));
    String unit = List.of("B", "kB", "MB", "GB").get(power);
    double[] values = bytes.ys();
    for (int i = 0; i < values.length; i++) {
      values[i] /= Math.pow(1000, power);
    }
    return cost(
        run, "cost.data", "cost.models", unit,
        Series.of(bytes.name(), unit, bytes.xs(), values), BYTES, label);
  }

  private static ChartSpec cost(
      RunSeries run, String title, String label, String unit, Series series, int style, String end) {
    Texts texts = Texts.beside(CostCharts.class, run.language());
    Curve curve = new Curve(series.name(), series, style, end);
    double last = series.isEmpty() ? 1 : Math.max(1, series.lastX());
    return new ChartSpec(
        texts.text("cost.title", texts.text(title), unit),
        "",
        texts.text("round"),
        run.ended() ? last : Math.max(last, Math.min(run.plannedRounds(), 2 * last)),
        new Axis(texts.text(label), unit, Axis.Rule.FROM_ZERO, false, Format::plain),
        List.of(run.privateCohort() ? curve.onScreenOnly() : curve),
        List.of(),
        List.of(),
        texts.text(run.ended() ? "empty.silent" : "empty.waiting"),
        run.language());
  }
}
