package org.archipelago.core;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * How often rows of each class were given each prediction. Everything it tells follows from whole
 * numbers, so that matrices of several clients, added up in any order, tell the same to the last bit.
 *
 * <p>A precision of a class that was never predicted and a recall of a class that no row has are not
 * defined. Averages count them as 0 and leave out classes that neither rows nor predictions name, as
 * scikit-learn does by default.
 *
 * @param counts a list a true class, and in it a count a predicted class
 */
public record ConfusionMatrix(List<List<Long>> counts) {

  /**
   * Figures of one class, or their average.
   *
   * @param precision share of the rows predicted as the class that are of it
   * @param recall share of the class's rows that are predicted as it
   * @param f1 harmonic mean of both
   * @param support rows of the class
   */
  public record Scores(
      OptionalDouble precision, OptionalDouble recall, OptionalDouble f1, long support) {

    /**
     * From counts; a figure whose denominator is 0 is not defined.
     *
     * @param hits what was rightly predicted
     * @param predicted what was predicted
     * @param support what is there
     */
    public static Scores of(long hits, long predicted, long support) {
      return new Scores(
          share(hits, predicted), share(hits, support), share(2 * hits, predicted + support), support);
    }

    private static OptionalDouble share(long part, long whole) {
      return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }
  }

  public ConfusionMatrix {
    counts = counts.stream().map(List::copyOf).toList();
    for (List<Long> line : counts) {
      if (line.size() != counts.size()) {
        throw new IllegalArgumentException(
            "%d classes, but a line of %d counts".formatted(counts.size(), line.size()));
      }
    }
  }

  /** @param counts a line a true class, which is copied */
  public static ConfusionMatrix of(long[][] counts) {
    List<List<Long>> lines = new ArrayList<>();
    for (long[] line : counts) {
      List<Long> copy = new ArrayList<>(line.length);
      for (long count : line) {
        copy.add(count);
      }
      lines.add(copy);
    }
    return new ConfusionMatrix(lines);
  }

  /** Number of classes. */
  public int classes() {
    return counts.size();
  }

  /** Rows of class {@code truth} that were predicted as {@code predicted}. */
  public long count(int truth, int predicted) {
    return counts.get(truth).get(predicted);
  }

  /** All rows. */
  public long rows() {
    long rows = 0;
    for (int label = 0; label < classes(); label++) {
      rows += support(label);
    }
    return rows;
  }

  /** Rows of a class. */
  public long support(int label) {
    return counts.get(label).stream().mapToLong(Long::longValue).sum();
  }

  /** Rows predicted as a class. */
  public long predicted(int label) {
    return counts.stream().mapToLong(line -> line.get(label)).sum();
  }

  /** Rows whose class is predicted. */
  public long hits() {
    long hits = 0;
    for (int label = 0; label < classes(); label++) {
      hits += count(label, label);
    }
    return hits;
  }

  /** Figures of one class. */
  public Scores of(int label) {
    long hits = count(label, label);
    return Scores.of(hits, predicted(label), support(label));
  }

  /** Figures over all rows alike. With one class a row precision, recall and F1 are the accuracy. */
  public Scores micro() {
    return Scores.of(hits(), rows(), rows());
  }

  /** Mean over the classes, each counting alike. */
  public Scores macro() {
    return average(label -> 1L);
  }

  /** Mean over the classes, each counting by its rows. */
  public Scores weighted() {
    return average(this::support);
  }

  private Scores average(Function<Integer, Long> weight) {
    double precision = 0;
    double recall = 0;
    double f1 = 0;
    long weights = 0;
    for (int label = 0; label < classes(); label++) {
      if (support(label) + predicted(label) > 0) {
        Scores scores = of(label);
        long counted = weight.apply(label);
        precision += counted * scores.precision().orElse(0);
        recall += counted * scores.recall().orElse(0);
        f1 += counted * scores.f1().orElse(0);
        weights += counted;
      }
    }
    return weights == 0
        ? Scores.of(0, 0, 0)
        : new Scores(
            OptionalDouble.of(precision / weights),
            OptionalDouble.of(recall / weights),
            OptionalDouble.of(f1 / weights),
            rows());
  }
}
