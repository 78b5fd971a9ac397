package org.archipelago.partition.goal;

import java.util.Arrays;
import org.archipelago.core.RandomStream;
import org.archipelago.core.RunControl;
import org.archipelago.data.skew.ClassShares;
import org.archipelago.data.skew.SkewMeasure;

/**
 * Betters a matrix by single exchanges: one client gives another a row of one class for a row of a second. Sizes and
 * totals stay; what does not bring the figure nearer is not done.
 */
final class Exchange {

  private static final int TRIES_PER_CELL = 60;
  private static final int FEWEST_TRIES = 20_000;
  private static final int MOST_TRIES = 2_000_000;
  private static final int TRIES_BETWEEN_LOOKS = 1000;

  private final Limits limits;
  private final Aim aim;
  private final int[][] counts;
  private final int[] sizes;
  private final ClassShares all;
  private final double[] values;
  private final double[] weights;
  private final double[] measures = new double[SkewMeasure.values().length];

  /** @param counts within the limits; written to */
  Exchange(Limits limits, Aim aim, int[][] counts) {
    this.limits = limits;
    this.aim = aim;
    this.counts = counts;
    int[][] clients = Arrays.copyOf(counts, counts.length - 1);
    this.sizes = ClassShares.sizes(clients);
    this.all = new ClassShares(ClassShares.totals(clients));
    this.values = new double[sizes.length];
    this.weights = new double[sizes.length];
    double weightOfAll =
        Arrays.stream(sizes).filter(size -> size > 0).map(size -> aim.goal().byRows() ? size : 1).sum();
    for (int client = 0; client < sizes.length; client++) {
      weights[client] = sizes[client] == 0 ? 0 : (aim.goal().byRows() ? sizes[client] : 1) / weightOfAll;
      values[client] = sizes[client] == 0 ? 0 : measure(client);
    }
  }

  /** Until the figure is as near as a tenth of the tolerance, or many tries brought nothing. */
  void run(RandomStream random, RunControl control) {
    if (sizes.length < 2 || limits.classes() < 2) {
      return;
    }
    double value = aim.value(counts);
    long cells = (long) sizes.length * limits.classes();
    long tries = Math.max(FEWEST_TRIES, Math.min(MOST_TRIES, cells * TRIES_PER_CELL));
    for (long i = 0; i < tries && Math.abs(value - aim.target()) > aim.tolerance() / 10; i++) {
      if (i % TRIES_BETWEEN_LOOKS == 0) {
        control.checkpoint();
      }
      int giver = random.nextInt(sizes.length);
      int taker = random.nextInt(sizes.length);
      int given = random.nextInt(limits.classes());
      int taken = random.nextInt(limits.classes());
      if (giver != taker && given != taken && isPossible(giver, taker, given, taken)) {
        value = attempt(giver, taker, given, taken, value);
      }
    }
  }

  private boolean isPossible(int giver, int taker, int given, int taken) {
    return counts[giver][given] > limits.least[giver][given]
        && counts[taker][taken] > limits.least[taker][taken]
        && counts[giver][taken] < limits.most[giver][taken]
        && counts[taker][given] < limits.most[taker][given];
  }

  private double attempt(int giver, int taker, int given, int taken, double value) {
    move(giver, taker, given, taken, 1);
    double giverValue = measure(giver);
    double takerValue = measure(taker);
    double next =
        value
            + weights[giver] * (giverValue - values[giver])
            + weights[taker] * (takerValue - values[taker]);
    if (Math.abs(next - aim.target()) < Math.abs(value - aim.target())) {
      values[giver] = giverValue;
      values[taker] = takerValue;
      return next;
    }
    move(giver, taker, given, taken, -1);
    return value;
  }

  private void move(int giver, int taker, int given, int taken, int rows) {
    counts[giver][given] -= rows;
    counts[taker][given] += rows;
    counts[giver][taken] += rows;
    counts[taker][taken] -= rows;
  }

  private double measure(int client) {
    all.measure(counts[client], sizes[client], measures);
    return measures[aim.goal().measure().ordinal()];
  }
}
