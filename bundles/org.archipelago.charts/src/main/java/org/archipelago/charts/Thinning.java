package org.archipelago.charts;

import java.util.Arrays;
import org.archipelago.results.Series;

/**
 * Leaves out points that no picture could show.
 *
 * <p>M4 aggregation (Jugel, Jerzak, Hackenbroich and Markl 2014, "M4: a visualization-oriented time
 * series data aggregation", section 4): of the points that share a column of pixels the first, the
 * last, the lowest and the highest stay, which draws the same pixels.
 */
final class Thinning {

  private static final int POINTS_A_COLUMN = 4;

  private Thinning() {}

  /** The points in a range of positions, and one beyond at either side, to which lines lead. */
  static Series within(Series series, double from, double to) {
    int size = series.size();
    if (size == 0 || series.x(0) >= from && series.lastX() <= to) {
      return series;
    }
    int nearestFrom = series.nearest(from);
    int first = Math.max(0, series.x(nearestFrom) > from ? nearestFrom - 1 : nearestFrom);
    int nearestTo = series.nearest(to);
    int last = Math.min(size - 1, series.x(nearestTo) < to ? nearestTo + 1 : nearestTo);
    return Series.of(
        series.name(),
        series.unit(),
        Arrays.copyOfRange(series.xs(), first, last + 1),
        Arrays.copyOfRange(series.ys(), first, last + 1));
  }

  /** @param columns pixels across, at least 1 */
  static Series m4(Series series, int columns) {
    int size = series.size();
    if (size <= POINTS_A_COLUMN * columns) {
      return series;
    }
    double start = series.x(0);
    double width = (series.lastX() - start) / columns;
    int[] kept = new int[POINTS_A_COLUMN * (columns + 1)];
    int count = 0;
    for (int first = 0, next; first < size; first = next) {
      int column = (int) ((series.x(first) - start) / width);
      int low = first;
      int high = first;
      next = first + 1;
      while (next < size && (int) ((series.x(next) - start) / width) == column) {
        low = series.y(next) < series.y(low) ? next : low;
        high = series.y(next) > series.y(high) ? next : high;
        next++;
      }
      for (int i : new int[] {first, Math.min(low, high), Math.max(low, high), next - 1}) {
        if (count == 0 || kept[count - 1] < i) {
          kept[count++] = i;
        }
      }
    }
    int[] indices = Arrays.copyOf(kept, count);
    return Series.of(
        series.name(),
        series.unit(),
        Arrays.stream(indices).mapToDouble(series::x).toArray(),
        Arrays.stream(indices).mapToDouble(series::y).toArray());
  }
}
