package org.archipelago.charts;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * How somebody looks at a chart: what part of it, without which curves, on which axis, how smooth. It
 * never changes what the chart says: exported numbers are those measured.
 *
 * @param window the part looked at; absent for the whole chart, however far it grows
 * @param hidden entries of the legend whose curves are not drawn
 * @param logarithmic whether the axis of values is logarithmic where it can be; absent to leave it as
 *     the chart has it
 * @param smoothing weight of the past in an exponential moving average, 0 to below 1; 0 draws the
 *     values as they are
 */
public record ChartView(
    Optional<ChartWindow> window, Set<String> hidden, Optional<Boolean> logarithmic, double smoothing) {

  /** The whole chart as it is. */
  public static final ChartView PLAIN = new ChartView(Optional.empty(), Set.of(), Optional.empty(), 0);

  public ChartView {
    hidden = Set.copyOf(hidden);
    if (!(smoothing >= 0 && smoothing < 1)) {
      throw new IllegalArgumentException("smoothing must be from 0 to below 1, but is " + smoothing);
    }
  }

  /** Whether every value, edge and reference line has a place on a logarithmic axis. */
  public boolean canBeLogarithmic(ChartSpec spec) {
    return !spec.isEmpty() && ViewedChart.allAboveZero(ViewedChart.visible(spec, hidden));
  }

  /** Whether the axis of values is logarithmic when the chart is looked at like this. */
  public boolean isLogarithmic(ChartSpec spec) {
    return logarithmic.orElse(spec.y().logarithmic()) && canBeLogarithmic(spec);
  }

  /**
   * Enlarged about a point, or made smaller, at most to the whole chart.
   *
   * @param factorX above 0; above 1 enlarges
   * @param factorY the same for values
   * @param x position that stays where it is
   * @param y value that stays where it is; above 0 on a logarithmic axis
   */
  public ChartView zoomed(ChartSpec spec, double factorX, double factorY, double x, double y) {
    double point = isLogarithmic(spec) ? Math.log10(y) : y;
    return changed(spec, window -> window.zoomed(factorX, factorY, x, point));
  }

  /** Moved by shares of what is seen, to the right and upwards, at most to the chart's edge. */
  public ChartView panned(ChartSpec spec, double shareX, double shareY) {
    return changed(spec, window -> window.moved(shareX, shareY));
  }

  /** The part of the chart between two corners, as far as it lies in the chart. */
  public ChartView selected(ChartSpec spec, double x1, double y1, double x2, double y2) {
    if (x1 == x2 || y1 == y2) {
      return this;
    }
    ChartWindow chosen =
        new ChartWindow(Math.min(x1, x2), Math.max(x1, x2), Math.min(y1, y2), Math.max(y1, y2));
    return changed(spec, window -> isLogarithmic(spec) ? chosen.logarithms() : chosen);
  }

  /** The part of the chart that is seen: the whole chart, unless there is a window. */
  public ChartWindow seen(ChartSpec spec) {
    return ViewedChart.of(spec, withSmoothing(0)).window();
  }

  private ChartView changed(ChartSpec spec, UnaryOperator<ChartWindow> change) {
    ViewedChart viewed = ViewedChart.of(spec, withSmoothing(0));
    boolean log = viewed.shown().y().logarithmic();
    ChartWindow whole = log ? viewed.whole().logarithms() : viewed.whole();
    ChartWindow now = log ? viewed.window().logarithms() : viewed.window();
    ChartWindow next = change.apply(now).within(whole);
    return with(next.covers(whole) ? Optional.empty() : Optional.of(log ? next.powers() : next));
  }

  /** The whole chart again, with the same curves, axis and smoothing. */
  public ChartView whole() {
    return with(Optional.empty());
  }

  /** Hides an entry of the legend, or shows it again. */
  public ChartView toggled(String legendName) {
    Set<String> changed = new HashSet<>(hidden);
    if (!changed.remove(legendName)) {
      changed.add(legendName);
    }
    return new ChartView(window, changed, logarithmic, smoothing);
  }

  /** On the other kind of axis, and the whole chart of it. */
  public ChartView withLogarithmic(boolean wanted) {
    return new ChartView(Optional.empty(), hidden, Optional.of(wanted), smoothing);
  }

  /** @param weight 0 to below 1, as {@link #smoothing} */
  public ChartView withSmoothing(double weight) {
    return new ChartView(window, hidden, logarithmic, weight);
  }

  private ChartView with(Optional<ChartWindow> other) {
    return new ChartView(other, hidden, logarithmic, smoothing);
  }
}
