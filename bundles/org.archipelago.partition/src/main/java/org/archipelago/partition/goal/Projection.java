package org.archipelago.partition.goal;

import java.util.Arrays;
import java.util.Optional;
import org.archipelago.core.RunControl;

/**
 * A matrix with given sums near another: rows and columns are scaled in turn, cells that meet a bound stay there
 * (iterative proportional fitting, Deming and Stephan 1940; with bounds, Bregman 1967, "The relaxation method of finding
 * the common point of convex sets").
 */
final class Projection {

  private static final int ROUNDS = 400;
  private static final int HALVINGS = 60;
  private static final double EXACT = 1e-9;

  private final Limits limits;
  private final int[] sizes;

  /** @param sizes of the holders, adding up to the classes' totals */
  Projection(Limits limits, int[] sizes) {
    this.limits = limits;
    this.sizes = sizes;
  }

  /**
   * The matrix near this one with the sizes and the totals.
   *
   * @param near above 0 wherever a cell may be above 0; written to
   * @return nothing if it was not found in some hundred rounds: there is none, or one that forces cells to 0
   */
  Optional<double[][]> of(double[][] near, RunControl control) {
    for (int round = 0; round < ROUNDS; round++) {
      control.checkpoint();
      for (int label = 0; label < limits.classes(); label++) {
        scaleColumn(near, label);
      }
      double off = 0;
      for (int holder = 0; holder < sizes.length; holder++) {
        double sum = Arrays.stream(near[holder]).sum();
        off = Math.max(off, Math.abs(sum - sizes[holder]));
        scale(near[holder], limits.least[holder], limits.most[holder], sizes[holder]);
      }
      if (off < EXACT * Math.max(1, Arrays.stream(sizes).max().orElse(1))) {
        return Optional.of(near);
      }
    }
    return Optional.empty();
  }

  private void scaleColumn(double[][] matrix, int label) {
    double[] cells = new double[sizes.length];
    int[] least = new int[sizes.length];
    int[] most = new int[sizes.length];
    for (int holder = 0; holder < sizes.length; holder++) {
      cells[holder] = matrix[holder][label];
      least[holder] = limits.least[holder][label];
      most[holder] = limits.most[holder][label];
    }
    scale(cells, least, most, limits.totals[label]);
    for (int holder = 0; holder < sizes.length; holder++) {
      matrix[holder][label] = cells[holder];
    }
  }

  /** Multiplies the cells by what makes their sum right, none going beyond its bounds. */
  private static void scale(double[] cells, int[] least, int[] most, double wanted) {
    double plain = wanted / Math.max(Double.MIN_NORMAL, Arrays.stream(cells).sum());
    if (within(cells, least, most, plain)) {
      Arrays.setAll(cells, i -> cells[i] * plain);
      return;
    }
    double low = 0;
    double high = Math.max(1, plain);
    while (sum(cells, least, most, high) < wanted && high < 1e30) {
      high *= 8;
    }
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (sum(cells, least, most, middle) < wanted) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double factor = high;
    Arrays.setAll(cells, i -> bounded(cells[i] * factor, least[i], most[i]));
  }

  private static boolean within(double[] cells, int[] least, int[] most, double factor) {
    for (int i = 0; i < cells.length; i++) {
      double scaled = cells[i] * factor;
      if (scaled < least[i] || scaled > most[i]) {
        return false;
      }
    }
    return true;
  }

  private static double sum(double[] cells, int[] least, int[] most, double factor) {
    double sum = 0;
    for (int i = 0; i < cells.length; i++) {
      sum += bounded(cells[i] * factor, least[i], most[i]);
    }
    return sum;
  }

  private static double bounded(double value, int least, int most) {
    return Math.min(most, Math.max(least, value));
  }
}
