package org.archipelago.charts;

import java.util.List;
import org.archipelago.results.Format;
import org.archipelago.results.Series;

/**
 * The part of a chart that is looked at.
 *
 * @param xFrom first position
 * @param xTo last position, after the first
 * @param yFrom lowest value; above 0 on a logarithmic axis
 * @param yTo highest value, above the lowest
 */
public record ChartWindow(double xFrom, double xTo, double yFrom, double yTo) {

  private static final double LEAST_POSITIONS = 1;
  private static final double LEAST_SHARE_OF_VALUES = 1e-5;
  private static final double HAIR = 1e-9;

  public ChartWindow {
    if (!(xFrom < xTo) || !(yFrom < yTo)) {
      throw new IllegalArgumentException(
          "a window needs some width and height, but reaches from %s to %s and from %s to %s".formatted(
              Format.plain(xFrom), Format.plain(xTo), Format.plain(yFrom), Format.plain(yTo)));
    }
  }

  /** All that a chart has to show. */
  static ChartWindow whole(ChartSpec spec) {
    List<Series> drawn =
        spec.curves().stream().map(Curve::series).filter(series -> !series.isEmpty()).toList();
    boolean powers = spec.positions() == Positions.POWERS && !drawn.isEmpty();
    double start = powers ? drawn.stream().mapToDouble(series -> series.x(0)).min().orElse(0) : 0;
    double end =
        drawn.stream()
            .mapToDouble(Series::lastX)
            .reduce(powers ? Math.max(start + 1, spec.xEnd()) : Math.max(1, spec.xEnd()), Math::max);
    ValueRange values = ValueRange.of(spec);
    boolean linear = !spec.y().logarithmic();
    boolean endsAtOne = spec.y().rule() == Axis.Rule.SHARE || spec.y().rule() == Axis.Rule.UP_TO_ONE;
    double margin = linear && endsAtOne
        ? (values.upper() - values.lower()) * 0.012 : 0; // a line along 1 is not cut in half
    return new ChartWindow(start, end, values.lower(), values.upper() + margin);
  }

  /** Brought nearer about a point, which stays where it is: factors above 1 enlarge. */
  ChartWindow zoomed(double factorX, double factorY, double x, double y) {
    return new ChartWindow(
        x - (x - xFrom) / factorX, x + (xTo - x) / factorX,
        y - (y - yFrom) / factorY, y + (yTo - y) / factorY);
  }

  /** Moved by shares of its own width and height, to the right and upwards. */
  ChartWindow moved(double shareX, double shareY) {
    double dx = shareX * (xTo - xFrom);
    double dy = shareY * (yTo - yFrom);
    return new ChartWindow(xFrom + dx, xTo + dx, yFrom + dy, yTo + dy);
  }

  /** As near to this as can be without leaving the whole chart, or showing too little to see anything. */
  ChartWindow within(ChartWindow whole) {
    double leastWidth = Math.min(LEAST_POSITIONS, whole.xTo - whole.xFrom);
    double leastHeight = LEAST_SHARE_OF_VALUES * (whole.yTo - whole.yFrom);
    double[] x = fitted(xFrom, xTo, whole.xFrom, whole.xTo, leastWidth);
    double[] y = fitted(yFrom, yTo, whole.yFrom, whole.yTo, leastHeight);
    return new ChartWindow(x[0], x[1], y[0], y[1]);
  }

  private static double[] fitted(double from, double to, double first, double last, double least) {
    double length = Math.max(least, Math.min(to - from, last - first));
    double middle = (from + to) / 2;
    double start = Math.max(first, Math.min(middle - length / 2, last - length));
    return new double[] {start, Math.min(last, start + length)};
  }

  /** Whether that is the whole chart, but for a hair. */
  boolean covers(ChartWindow whole) {
    double hairX = HAIR * (whole.xTo - whole.xFrom);
    double hairY = HAIR * (whole.yTo - whole.yFrom);
    return xFrom <= whole.xFrom + hairX && xTo >= whole.xTo - hairX
        && yFrom <= whole.yFrom + hairY && yTo >= whole.yTo - hairY;
  }

  /** The same with the logarithms of its values, on which zooming and moving are linear. */
  ChartWindow logarithms() {
    return new ChartWindow(xFrom, xTo, Math.log10(yFrom), Math.log10(yTo));
  }

  /** The way back from {@link #logarithms}. */
  ChartWindow powers() {
    return new ChartWindow(xFrom, xTo, Math.pow(10, yFrom), Math.pow(10, yTo));
  }
}
