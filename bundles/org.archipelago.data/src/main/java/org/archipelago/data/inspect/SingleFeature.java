package org.archipelago.data.inspect;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.archipelago.core.Seed;
import org.archipelago.data.table.CategoricalColumn;
import org.archipelago.data.table.Column;
import org.archipelago.data.table.NumericColumn;

/**
 * How well one column alone predicts the target: from one half of the rows it is learned what goes with each value,
 * and the other half is predicted by the same value, of numbers by the nearest. What is told is the share of the error
 * of the best constant that is gone: 1 for a perfect prediction, about 0 for none.
 */
final class SingleFeature {

  private static final int MOST_ROWS = 10_000;
  private static final int MOST_CELLS = 1_000_000;
  private static final int FEWEST_ROWS = 40;

  private final double[] target;
  private final boolean classes;
  private final int[] learned;
  private final int[] judged;

  /**
   * @param target one a row, NaN where missing; where they are classes, equal for equal ones
   * @param classes whether they are
   * @param columns how many will be judged; the more, the fewer rows are looked at
   */
  SingleFeature(double[] target, boolean classes, int columns) {
    this.target = target;
    this.classes = classes;
    int[] rows = IntStream.range(0, target.length).filter(row -> !Double.isNaN(target[row])).toArray();
    new Seed(0).stream("single feature").shuffle(rows);
    int some = Math.min(rows.length, Math.max(FEWEST_ROWS, Math.min(MOST_ROWS, MOST_CELLS / columns)));
    learned = Arrays.copyOfRange(rows, 0, some / 2);
    judged = Arrays.copyOfRange(rows, some / 2, some);
  }

  /** Whether there are rows enough to say something. */
  boolean canJudge() {
    return learned.length + judged.length >= FEWEST_ROWS;
  }

  /** The share of the error that is gone; at most 1. */
  double score(Column feature) {
    double constant = constant(learned);
    IntFunction<Double> predictor =
        feature instanceof NumericColumn numbers
            ? byNearest(numbers, constant)
            : byLevel((CategoricalColumn) feature, constant);
    double error = 0;
    double base = 0;
    for (int row : judged) {
      error += error(target[row], predictor.apply(row));
      base += error(target[row], constant);
    }
    return base == 0 ? 0 : 1 - error / base;
  }

  private double error(double actual, double predicted) {
    if (classes) {
      return actual == predicted ? 0 : 1;
    }
    return (actual - predicted) * (actual - predicted);
  }

  /** The best prediction that is the same for all of some rows: their most frequent class, or their mean. */
  private double constant(int[] rows) {
    if (!classes) {
      return Arrays.stream(rows).mapToDouble(row -> target[row]).average().orElse(0);
    }
    Map<Double, Integer> counts = new TreeMap<>();
    Arrays.stream(rows).forEach(row -> counts.merge(target[row], 1, Integer::sum));
    return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(0.0);
  }

  private IntFunction<Double> byLevel(CategoricalColumn feature, double otherwise) {
    Map<Integer, IntStream.Builder> rowsOf = new HashMap<>();
    for (int row : learned) {
      rowsOf.computeIfAbsent(feature.code(row), level -> IntStream.builder()).add(row);
    }
    Map<Integer, Double> best = new HashMap<>();
    rowsOf.forEach((level, rows) -> best.put(level, constant(rows.build().toArray())));
    return row -> best.getOrDefault(feature.code(row), otherwise);
  }

  private IntFunction<Double> byNearest(NumericColumn feature, double otherwise) {
    TreeMap<Double, IntStream.Builder> rowsOf = new TreeMap<>();
    for (int row : learned) {
      if (!feature.isMissing(row)) {
        rowsOf.computeIfAbsent(feature.value(row), value -> IntStream.builder()).add(row);
      }
    }
    TreeMap<Double, Double> best = new TreeMap<>();
    rowsOf.forEach((value, rows) -> best.put(value, constant(rows.build().toArray())));
    return row -> feature.isMissing(row) ? otherwise : nearest(best, feature.value(row), otherwise);
  }

  private static double nearest(TreeMap<Double, Double> best, double value, double otherwise) {
    Map.Entry<Double, Double> below = best.floorEntry(value);
    Map.Entry<Double, Double> above = best.ceilingEntry(value);
    if (below == null || above == null) {
      Map.Entry<Double, Double> only = below == null ? above : below;
      return only == null ? otherwise : only.getValue();
    }
    return value - below.getKey() <= above.getKey() - value ? below.getValue() : above.getValue();
  }
}
