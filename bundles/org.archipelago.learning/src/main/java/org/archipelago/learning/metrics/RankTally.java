package org.archipelago.learning.metrics;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The scores that rows of a class got, and those that other rows got, for the area under the ROC curve:
 * U of Mann and Whitney 1947, "On a test of whether one of two random variables is stochastically larger
 * than the other", over its largest value. Ties count half. U is counted in whole numbers, so that the
 * area does not depend on the order of rows and merges. Not thread-safe.
 */
public final class RankTally {

  private final Scores ofClass = new Scores();
  private final Scores ofOthers = new Scores();

  /** Adds a row's score, a number. */
  public void add(double score, boolean isOfClass) {
    (isOfClass ? ofClass : ofOthers).add(score + 0.0); // −0 ties with 0
  }

  /** Adds all that another holds. */
  public void merge(RankTally other) {
    ofClass.addAll(other.ofClass);
    ofOthers.addAll(other.ofOthers);
  }

  /** The area, 0 to 1; not defined unless there are both rows of the class and others. */
  public OptionalDouble area() {
    if (ofClass.size == 0 || ofOthers.size == 0) {
      return OptionalDouble.empty();
    }
    double[] own = ofClass.sorted();
    double[] others = ofOthers.sorted();
    long twiceU = 0;
    int below = 0;
    int notAbove = 0;
    for (double score : own) {
      while (below < others.length && others[below] < score) {
        below++;
      }
      notAbove = Math.max(notAbove, below);
      while (notAbove < others.length && others[notAbove] == score) {
        notAbove++;
      }
      twiceU += below + notAbove;
    }
    return OptionalDouble.of(twiceU / (2.0 * own.length * others.length));
  }

  /** A growing list of numbers. */
  private static final class Scores {
    private double[] values = new double[16];
    private int size;

    void add(double score) {
      require(size + 1);
      values[size++] = score;
    }

    void addAll(Scores other) {
      require(size + other.size);
      System.arraycopy(other.values, 0, values, size, other.size);
      size += other.size;
    }

    private void require(int room) {
      if (room > values.length) {
        values = Arrays.copyOf(values, Math.max(room, 2 * values.length));
      }
    }

    double[] sorted() {
      double[] sorted = Arrays.copyOf(values, size);
      Arrays.sort(sorted);
      return sorted;
    }
  }
}
