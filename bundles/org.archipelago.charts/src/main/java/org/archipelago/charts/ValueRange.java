package org.archipelago.charts;

import java.util.stream.DoubleStream;
import org.archipelago.results.Series;

/**
 * The values an axis reaches, and the steps at which it is labelled.
 *
 * @param lower lowest value
 * @param upper highest value, above the lowest
 */
record ValueRange(double lower, double upper) {

  /** The range that a chart's axis of values takes by its rule. */
  static ValueRange of(ChartSpec spec) {
    double[] values =
        DoubleStream.concat(
                DoubleStream.concat(
                    spec.curves().stream().map(Curve::series).flatMapToDouble(ValueRange::ends),
                    spec.ribbons().stream().flatMapToDouble(
                        r -> DoubleStream.concat(ends(r.lower()), ends(r.upper())))),
                spec.references().stream().mapToDouble(ReferenceLine::value))
            .toArray();
    if (values.length == 0) {
      return new ValueRange(0, 1);
    }
    double min = DoubleStream.of(values).min().orElseThrow();
    double max = DoubleStream.of(values).max().orElseThrow();
    return spec.y().logarithmic() ? decades(min, max) : linear(spec.y().rule(), min, max);
  }

  private static DoubleStream ends(Series series) {
    return series.isEmpty() ? DoubleStream.empty() : DoubleStream.of(series.min(), series.max());
  }

  private static ValueRange linear(Axis.Rule rule, double min, double max) {
    return switch (rule) {
      case FROM_ZERO -> new ValueRange(0, max > 0 ? max * 1.16 : 1);
      case SHARE -> new ValueRange(min < 0.5 ? 0 : Math.floor(min * 10 - 0.2) / 10, 1);
      case UP_TO_ONE -> new ValueRange(min >= 0 ? 0 : Math.max(-1, Math.floor(min * 5) / 5), 1);
      case VALUES -> around(min, max);
    };
  }

  private static ValueRange around(double min, double max) {
    if (min >= 0 && min <= 0.5 * max) {
      return new ValueRange(0, max > 0 ? max * 1.06 : 1);
    }
    double margin = max > min ? (max - min) * 0.08 : Math.max(Math.abs(max) * 0.1, 0.5);
    return new ValueRange(min - margin, max + margin);
  }

  private static ValueRange decades(double min, double max) {
    return new ValueRange(
        Math.pow(10, Math.floor(Math.log10(min))), Math.pow(10, Math.ceil(Math.log10(max * 1.0001))));
  }

  /**
   * The round step, 1, 2 or 5 times a power of ten, that labels the range at most so many times.
   *
   * @param labels at least 1
   * @param whole whether steps below 1 make no sense
   */
  double step(int labels, boolean whole) {
    double least = (upper - lower) / labels;
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    double digits = least / power;
    // A hair of tolerance, since 0.2 / 0.1 is not quite 2.
    double step = power * (digits <= 1.0001 ? 1 : digits <= 2.0001 ? 2 : digits <= 5.0001 ? 5 : 10);
    return whole ? Math.max(1, step) : step;
  }
}
