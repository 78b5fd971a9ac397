package org.archipelago.learning.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.archipelago.core.CalibrationBin;
import org.archipelago.core.Metrics;

/**
 * How sure a classifier was of its predictions and how often it was right: Guo, Pleiss, Sun and Weinberger
 * 2017, "On calibration of modern neural networks", section 2, with bins of equal width, each open below
 * and closed above.
 */
final class Confidences {

  private final long[] rows = new long[Metrics.ECE_BINS];
  private final long[] hits = new long[Metrics.ECE_BINS];
  private final ExactSum[] confidences = new ExactSum[Metrics.ECE_BINS];

  Confidences() {
    Arrays.setAll(confidences, i -> new ExactSum());
  }

  /** @param confidence probability given to the predicted class, above 0 and at most 1 */
  void add(double confidence, boolean hit) {
    int bin = Math.min(Metrics.ECE_BINS - 1, (int) (confidence * Metrics.ECE_BINS));
    if (bin > 0 && confidence <= edge(bin)) {
      bin--;
    }
    rows[bin]++;
    hits[bin] += hit ? 1 : 0;
    confidences[bin].add(confidence);
  }

  private static double edge(int bin) {
    return (double) bin / Metrics.ECE_BINS;
  }

  void merge(Confidences other) {
    for (int i = 0; i < rows.length; i++) {
      rows[i] += other.rows[i];
      hits[i] += other.hits[i];
      confidences[i].merge(other.confidences[i]);
    }
  }

  /** Expected calibration error; there must be a row. */
  double error() {
    double distances = 0;
    long all = 0;
    for (int i = 0; i < rows.length; i++) {
      distances += Math.abs(hits[i] - confidences[i].value());
      all += rows[i];
    }
    return distances / all;
  }

  List<CalibrationBin> bins() {
    List<CalibrationBin> bins = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] > 0) {
        bins.add(
            new CalibrationBin(
                edge(i),
                edge(i + 1),
                rows[i],
                confidences[i].value() / rows[i],
                (double) hits[i] / rows[i]));
      }
    }
    return bins;
  }
}
