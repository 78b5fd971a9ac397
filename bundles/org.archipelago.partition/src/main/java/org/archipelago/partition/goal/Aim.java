package org.archipelago.partition.goal;

import java.util.Arrays;
import java.util.Optional;
import org.archipelago.core.RunControl;
import org.archipelago.core.Seed;
import org.archipelago.data.skew.NullBand;
import org.archipelago.data.skew.NullSkew;
import org.archipelago.data.skew.Skew;

/** The figure that a matrix is to have, measured on its clients: all holders but the last, the reserve. */
final class Aim {

  private final Goal.Figure goal;
  private final Optional<NullSkew> chance;
  private final double target;

  /** @param like a matrix with the sizes and the dealt rows of every class of all that will be measured */
  Aim(Goal.Figure goal, int[][] like, Seed seed, RunControl control) {
    this.goal = goal;
    this.chance =
        goal.excess()
            ? Optional.of(NullSkew.draw(clients(like), NullSkew.DRAWS, seed, control))
            : Optional.empty();
    this.target = goal.value() + chance.map(this::band).map(NullBand::mean).orElse(0.0);
  }

  private NullBand band(NullSkew drawn) {
    return goal.byRows() ? drawn.weightedMean(goal.measure()) : drawn.mean(goal.measure());
  }

  Goal.Figure goal() {
    return goal;
  }

  /** What the mean is to be. */
  double target() {
    return target;
  }

  double tolerance() {
    return goal.tolerance();
  }

  double value(int[][] matrix) {
    Skew skew = Skew.of(clients(matrix));
    return goal.byRows() ? skew.weightedMean(goal.measure()) : skew.mean(goal.measure());
  }

  boolean isMet(double value) {
    return Math.abs(value - target) <= tolerance();
  }

  /** A value as the goal speaks of it: over chance, if that is what it asks for. */
  double asGoal(double value) {
    return value - target + goal.value();
  }

  private static int[][] clients(int[][] matrix) {
    return Arrays.copyOf(matrix, matrix.length - 1);
  }
}
