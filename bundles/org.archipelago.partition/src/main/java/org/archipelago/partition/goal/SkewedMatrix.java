package org.archipelago.partition.goal;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.RandomStream;
import org.archipelago.core.RunControl;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.Variable;

/**
 * A matrix as skewed as can be: every holder keeps its size and gets as many rows as possible of the classes that it leans
 * to. A corner of the polytope of such matrices has few cells above 0, hardly more than there are holders. Large problems
 * are solved for some hundred holders at a time, which keep together what they had.
 */
final class SkewedMatrix {

  private static final int CELLS_AT_ONCE = 1000;
  private static final double STRONGEST_LEANING = 3;

  private final Limits limits;
  private final ProgressListener progress;
  private final RunControl control;

  SkewedMatrix(Limits limits, ProgressListener progress, RunControl control) {
    this.limits = limits;
    this.progress = progress;
    this.control = control;
  }

  /**
   * @param start a matrix that the limits allow
   * @param leaning what holders lean to now: where a class has more than its share of theirs, they are to get more of it
   * @return a matrix of the same sums as {@code start}
   */
  int[][] from(int[][] start, int[][] leaning, RandomStream random) {
    int[][] skewed = new int[start.length][];
    int[] order = IntStream.range(0, start.length).toArray();
    random.shuffle(order);
    int together = Math.max(2, CELLS_AT_ONCE / limits.classes());
    for (int first = 0; first < order.length; first += together) {
      progress.progress("Looking for the most skewed partition", first, order.length);
      int[] holders = Arrays.copyOfRange(order, first, Math.min(order.length, first + together));
      int[][] part = solve(holders, start, leaning, random);
      for (int i = 0; i < holders.length; i++) {
        skewed[holders[i]] = part[i];
      }
    }
    return skewed;
  }

  private int[][] solve(int[] holders, int[][] start, int[][] leaning, RandomStream random) {
    LinearProgram program = new LinearProgram();
    Expression[] columns = new Expression[limits.classes()];
    for (int label = 0; label < columns.length; label++) {
      int of = label;
      int total = Arrays.stream(holders).map(holder -> start[holder][of]).sum();
      columns[label] = program.sum(total, total);
    }
    Variable[][] counts = new Variable[holders.length][columns.length];
    for (int i = 0; i < holders.length; i++) {
      int holder = holders[i];
      int size = Arrays.stream(start[holder]).sum();
      Expression row = program.sum(size, size);
      for (int label = 0; label < columns.length; label++) {
        double weight = random.nextDouble() + leaning(leaning[holder], label);
        counts[i][label] =
            program.variable(limits.least[holder][label], limits.most[holder][label], weight);
        row.set(counts[i][label], 1);
        columns[label].set(counts[i][label], 1);
      }
    }
    if (!program.maximise(control)) {
      return Arrays.stream(holders).mapToObj(holder -> start[holder].clone()).toArray(int[][]::new);
    }
    int[][] whole = new int[holders.length][columns.length];
    for (int i = 0; i < holders.length; i++) {
      for (int label = 0; label < columns.length; label++) {
        whole[i][label] = (int) Math.round(counts[i][label].getValue().doubleValue());
      }
    }
    return whole;
  }

  private double leaning(int[] counts, int label) {
    int size = Arrays.stream(counts).sum();
    int all = Arrays.stream(limits.totals).sum();
    return size == 0 || limits.totals[label] == 0
        ? 0
        : Math.min(STRONGEST_LEANING, (double) counts[label] / size * all / limits.totals[label]);
  }
}
