package org.archipelago.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.archipelago.core.Language;
import org.archipelago.core.Texts;
import org.archipelago.results.Format;
import org.archipelago.results.LearningRateRange;
import org.archipelago.results.Series;

/** Loss against learning rate, with the one that is suggested. */
public final class LearningRateChart {

  private static final int SMOOTHED = 0;
  private static final int MEASURED = 5;
  private static final int SUGGESTED = 1;
  private static final double HIGHEST = 2;

  private LearningRateChart() {}

  public static ChartSpec of(LearningRateRange range, Language language) {
    Texts texts = Texts.beside(LearningRateChart.class, language);
    List<Curve> curves = new ArrayList<>();
    String smoothed = texts.text("rate.smoothed");
    curves.add(new Curve(smoothed, below(range.smoothed(), range), SMOOTHED, ""));
    String measured = texts.text("rate.measured");
    curves.add(Curve.ofMany(measured, measured, below(range.measured(), range), MEASURED));
    range.suggestion().ifPresent(rate -> {
      double x = Math.log10(rate);
      int nearest = range.smoothed().nearest(x);
      Series point =
          Series.of("", "", new double[] {x}, new double[] {range.smoothed().y(nearest)});
      curves.add(new Curve(texts.text("rate.suggested"), point, SUGGESTED, Format.plain(rate)));
    });
    return new ChartSpec(
        texts.text("rate.title"),
        "",
        Positions.POWERS,
        texts.text("rate.axis"),
        range.measured().isEmpty() ? 0 : range.measured().lastX(),
        new Axis(texts.text("loss.axis"), "", Axis.Rule.VALUES, false, Format::plain),
        curves,
        List.of(),
        List.of(),
        texts.text("rate.waiting"),
        language);
  }

  /** Without the points of a loss that has run away, which would press all others flat. */
  private static Series below(Series series, LearningRateRange range) {
    if (range.smoothed().isEmpty()) {
      return series;
    }
    double most = HIGHEST * range.smoothed().y(0);
    int[] kept =
        IntStream.range(0, series.size()).filter(i -> most <= 0 || series.y(i) <= most).toArray();
    return Series.of(
        series.name(),
        series.unit(),
        IntStream.of(kept).mapToDouble(series::x).toArray(),
        IntStream.of(kept).mapToDouble(series::y).toArray());
  }
}
