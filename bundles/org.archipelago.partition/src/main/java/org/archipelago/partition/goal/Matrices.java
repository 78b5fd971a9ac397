package org.archipelago.partition.goal;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.RunControl;
import org.archipelago.core.Seed;
import org.archipelago.partition.Draft;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.Variable;

/**
 * The matrices between which a partition is sought: all within the limits, all of the same sizes, which are those of the
 * draft as far as the limits allow, and with the same rows in the reserve.
 */
final class Matrices {

  /** So that what a draft has nothing of can become something. */
  private static final double PART_OF_EVEN = 1e-3;

  private final Limits limits;
  private final int[][] current;
  private final Seed seed;
  private final ProgressListener progress;
  private final RunControl control;
  private final int[][] likeTheDraft;

  /** @param limits feasible */
  Matrices(Draft draft, Limits limits, Seed seed, ProgressListener progress, RunControl control) {
    this.limits = limits;
    this.seed = seed;
    this.progress = progress;
    this.control = control;
    this.current = counts(draft);
    this.likeTheDraft = limits.allow(current) ? current : nearest();
    fixReserve();
  }

  private int[][] nearest() {
    progress.progress("Looking for a partition within the bounds", 0, 0);
    int[] wanted = wantedSizes();
    return new Projection(limits, wanted)
        .of(smoothed(wanted), control)
        .map(this::rounded)
        .orElseGet(() -> nearestToCorner(nearestInSize(wanted)));
  }

  private int[][] nearestToCorner(int[][] corner) {
    int[] sizes = sizes(corner);
    return new Projection(limits, sizes).of(smoothed(sizes), control).map(this::rounded).orElse(corner);
  }

  /** Rows by holder and class, the reserve the last holder. */
  static int[][] counts(Draft draft) {
    int[][] clients = draft.counts();
    int[][] holders = Arrays.copyOf(clients, clients.length + 1);
    holders[clients.length] = draft.reserve();
    return holders;
  }

  private static int[] sizes(int[][] counts) {
    return Arrays.stream(counts).mapToInt(row -> Arrays.stream(row).sum()).toArray();
  }

  /** Whatever is dealt is measured against what is dealt, which must not change any more. */
  private void fixReserve() {
    int[] reserve = likeTheDraft[likeTheDraft.length - 1];
    for (int label = 0; label < reserve.length; label++) {
      limits.bound(limits.holders() - 1, label, reserve[label], reserve[label]);
    }
  }

  /** Those of the draft, the reserve taking what the clients may not have and giving what they must. */
  private int[] wantedSizes() {
    int holders = limits.holders();
    int reserve = holders - 1;
    int[] least = IntStream.range(0, holders).map(limits::smallest).toArray();
    int[] most = IntStream.range(0, holders).map(limits::largest).toArray();
    int[] now = sizes(current);
    long all = Arrays.stream(limits.totals).asLongStream().sum();
    long clients = 0;
    for (int client = 0; client < reserve; client++) {
      clients += Math.min(most[client], Math.max(least[client], now[client]));
    }
    int inReserve = (int) Math.min(most[reserve], Math.max(least[reserve], all - clients));
    int[] wanted =
        Sizes.near(
            Arrays.copyOf(now, reserve),
            Arrays.copyOf(least, reserve),
            Arrays.copyOf(most, reserve),
            all - inReserve);
    int[] sizes = Arrays.copyOf(wanted, holders);
    sizes[reserve] = inReserve;
    return sizes;
  }

  /** The draft's counts with a little of what would be even. */
  private double[][] smoothed(int[] sizes) {
    double[][] even = even(sizes);
    for (int holder = 0; holder < even.length; holder++) {
      for (int label = 0; label < even[holder].length; label++) {
        even[holder][label] = current[holder][label] + PART_OF_EVEN * (even[holder][label] + PART_OF_EVEN);
      }
    }
    return even;
  }

  private double[][] even(int[] sizes) {
    double all = Arrays.stream(limits.totals).asDoubleStream().sum();
    double[][] even = new double[sizes.length][limits.classes()];
    for (int holder = 0; holder < sizes.length; holder++) {
      for (int label = 0; label < limits.classes(); label++) {
        even[holder][label] = sizes[holder] * limits.totals[label] / all;
      }
    }
    return even;
  }

  /** A corner of the feasible matrices whose sizes differ from these by as few rows as possible. */
  private int[][] nearestInSize(int[] wanted) {
    LinearProgram program = new LinearProgram();
    Expression[] columns =
        Arrays.stream(limits.totals).mapToObj(total -> program.sum(total, total)).toArray(Expression[]::new);
    Variable[][] counts = new Variable[wanted.length][columns.length];
    for (int holder = 0; holder < wanted.length; holder++) {
      Expression size = program.sum(limits.leastSize[holder], limits.mostSize[holder]);
      Expression like = program.sum(wanted[holder], wanted[holder]);
      like.set(program.variable(0, Double.POSITIVE_INFINITY, 1), 1);
      like.set(program.variable(0, Double.POSITIVE_INFINITY, 1), -1);
      for (int label = 0; label < columns.length; label++) {
        Variable count =
            program.variable(limits.least[holder][label], limits.most[holder][label], 0);
        counts[holder][label] = count;
        size.set(count, 1);
        like.set(count, 1);
        columns[label].set(count, 1);
      }
    }
    if (!program.minimise(control)) {
      throw new IllegalStateException("what is feasible for groups of clients is not for single ones");
    }
    return Arrays.stream(counts)
        .map(row -> Arrays.stream(row).mapToInt(v -> (int) Math.round(v.getValue().doubleValue())).toArray())
        .toArray(int[][]::new);
  }

  private int[][] rounded(double[][] matrix) {
    return ControlledRounding.round(matrix, seed.stream("solver-rounding"));
  }

  int[][] likeTheDraft() {
    return likeTheDraft;
  }

  /** Every client as like all as the limits allow; the one like the draft if that was not found. */
  double[][] even() {
    int[] sizes = sizes(likeTheDraft);
    return new Projection(limits, sizes)
        .of(even(sizes), control)
        .orElseGet(() -> Matrices.fractions(likeTheDraft));
  }

  /** As skewed as was found. */
  double[][] skewed() {
    return fractions(
        new SkewedMatrix(limits, progress, control)
            .from(likeTheDraft, current, seed.stream("solver-leaning")));
  }

  /** Part of the way from one matrix to another, in whole rows. */
  int[][] between(double[][] from, double[][] to, double part) {
    double[][] between = new double[from.length][];
    for (int holder = 0; holder < from.length; holder++) {
      double[] a = from[holder];
      double[] b = to[holder];
      between[holder] =
          IntStream.range(0, a.length)
              .mapToDouble(label -> (1 - part) * a[label] + part * b[label])
              .toArray();
    }
    return rounded(between);
  }

  static double[][] fractions(int[][] counts) {
    return Arrays.stream(counts)
        .map(row -> Arrays.stream(row).asDoubleStream().toArray())
        .toArray(double[][]::new);
  }
}
