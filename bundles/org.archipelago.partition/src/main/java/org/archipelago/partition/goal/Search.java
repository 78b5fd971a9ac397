package org.archipelago.partition.goal;

import java.util.function.Consumer;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.RunControl;
import org.archipelago.core.Seed;

/** Looks for a matrix whose figure is the one aimed at: by halving a line, then by single exchanges. */
final class Search {

  private static final int HALVINGS = 24;

  private final Limits limits;
  private final Aim aim;
  private final Matrices matrices;
  private final Seed seed;
  private final ProgressListener progress;
  private final RunControl control;
  private int[][] best;
  private Consumer<int[][]> found;

  Search(
      Limits limits, Aim aim, Matrices matrices, Seed seed, ProgressListener progress, RunControl control) {
    this.limits = limits;
    this.aim = aim;
    this.matrices = matrices;
    this.seed = seed;
    this.progress = progress;
    this.control = control;
  }

  /** @param betterFound hears of every matrix that is nearer than those before */
  void run(int[][] start, Consumer<int[][]> betterFound) {
    best = start;
    found = betterFound;
    double[][] like = Matrices.fractions(start);
    double atStart = aim.value(start);
    if (aim.isMet(atStart)) {
      return;
    }
    double[][] even = matrices.even();
    double atEven = measured(matrices.between(even, even, 0));
    if ((atEven < aim.target()) != (atStart < aim.target())) {
      halve(even, like, atEven < aim.target());
    } else {
      double[][] skewed = matrices.skewed();
      double atSkewed = measured(matrices.between(skewed, skewed, 0));
      if ((atSkewed < aim.target()) != (atStart < aim.target())) {
        halve(like, skewed, atStart < aim.target());
      }
    }
    if (!aim.isMet(aim.value(best))) {
      exchange();
    }
  }

  /** @param rises whether the figure is below the target where the line begins, and above where it ends */
  private void halve(double[][] from, double[][] to, boolean rises) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < HALVINGS && !isNearEnough(); i++) {
      progress.progress("Looking for the figure between two partitions", i, HALVINGS);
      double middle = (low + high) / 2;
      double value = measured(matrices.between(from, to, middle));
      if ((value < aim.target()) == rises) {
        low = middle;
      } else {
        high = middle;
      }
    }
  }

  private boolean isNearEnough() {
    return Math.abs(aim.value(best) - aim.target()) <= aim.tolerance() / 4;
  }

  private double measured(int[][] matrix) {
    control.checkpoint();
    double value = aim.value(matrix);
    if (Math.abs(value - aim.target()) < Math.abs(aim.value(best) - aim.target())) {
      best = matrix;
      found.accept(matrix);
    }
    return value;
  }

  private void exchange() {
    progress.progress("Exchanging single rows", 0, 0);
    int[][] counts = new int[best.length][];
    for (int holder = 0; holder < best.length; holder++) {
      counts[holder] = best[holder].clone();
    }
    try {
      new Exchange(limits, aim, counts).run(seed.stream("solver-exchange"), control);
    } finally {
      measuredWithoutLook(counts);
    }
  }

  /** What exchanges have come to is nearer than before, also when they were stopped. */
  private void measuredWithoutLook(int[][] counts) {
    if (Math.abs(aim.value(counts) - aim.target()) < Math.abs(aim.value(best) - aim.target())) {
      best = counts;
      found.accept(counts);
    }
  }
}
