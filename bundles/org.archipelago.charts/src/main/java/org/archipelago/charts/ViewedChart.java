package org.archipelago.charts;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.archipelago.results.Format;
import org.archipelago.results.Smoothing;

/**
 * A chart as it is looked at.
 *
 * @param shown the curves to draw, smoothed where that is wanted, and the axis to draw them on
 * @param measured where there is smoothing: the curves as they are, to lie behind
 * @param whole all there is to see
 * @param window what is seen of it
 */
record ViewedChart(ChartSpec shown, List<Curve> measured, ChartWindow whole, ChartWindow window) {

  static ViewedChart of(ChartSpec spec, ChartView view) {
    ChartSpec visible = visible(spec, view.hidden());
    boolean log = view.isLogarithmic(spec);
    Axis y = spec.y();
    Axis axis = new Axis(y.label(), y.unit(), y.rule(), log, y.ticks());
    ChartSpec asMeasured = with(visible, visible.subtitle(), axis, visible.curves());
    ChartWindow whole = ChartWindow.whole(asMeasured);
    ChartWindow window =
        view.window().filter(part -> !log || part.yFrom() > 0).orElse(whole);
    if (view.smoothing() == 0) {
      return new ViewedChart(asMeasured, List.of(), whole, window);
    }
    List<Curve> smooth = visible.curves().stream().map(curve -> smoothed(curve, view.smoothing())).toList();
    String said = spec.texts().text("smoothed", Format.plain(view.smoothing()));
    String subtitle = spec.subtitle().isEmpty() ? said : spec.subtitle() + " · " + said;
    return new ViewedChart(
        with(visible, subtitle, axis, smooth),
        visible.curves().stream().filter(curve -> !curve.isOneOfMany()).toList(),
        whole,
        window);
  }

  private static Curve smoothed(Curve curve, double weight) {
    return curve.with(Smoothing.exponential(curve.series(), weight), curve.endLabel());
  }

  /** The chart without what is hidden. */
  static ChartSpec visible(ChartSpec spec, Set<String> hidden) {
    if (hidden.isEmpty()) {
      return spec;
    }
    return new ChartSpec(
        spec.title(), spec.subtitle(), spec.positions(), spec.xLabel(), spec.xEnd(), spec.y(),
        spec.curves().stream().filter(curve -> !hidden.contains(curve.legendName())).toList(),
        spec.ribbons().stream().filter(ribbon -> !hidden.contains(ribbon.name())).toList(),
        spec.references(),
        spec.isEmpty() ? spec.emptyText() : spec.texts().text("empty.hidden"),
        spec.language());
  }

  static boolean allAboveZero(ChartSpec spec) {
    return Stream.concat(
            spec.curves().stream().map(Curve::series), spec.ribbons().stream().map(Ribbon::lower))
        .allMatch(series -> series.min() > 0)
        && spec.references().stream().allMatch(line -> line.value() > 0);
  }

  private static ChartSpec with(ChartSpec spec, String subtitle, Axis y, List<Curve> curves) {
    return new ChartSpec(
        spec.title(), subtitle, spec.positions(), spec.xLabel(), spec.xEnd(), y, curves,
        spec.ribbons(), spec.references(), spec.emptyText(), spec.language());
  }
}
