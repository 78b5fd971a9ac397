package org.archipelago.learning;

import java.util.List;

/**
 * How the learning rate changes from round to round: a factor on the optimiser's own.
 *
 * @param shape after the warm-up
 * @param warmUp rounds over which the factor grows in equal steps to 1; 0 for none
 * @param factor what {@link Shape#STEP} multiplies by, and {@link Shape#EXPONENTIAL} in every round
 * @param every rounds between two of {@link Shape#STEP}'s changes
 * @param rounds of the experiment, at whose last {@link Shape#COSINE} comes to its end
 */
public record Schedule(Shape shape, int warmUp, double factor, int every, int rounds) {

  /** The courses it can take. */
  public enum Shape {
    /** Always 1. */
    CONSTANT,
    /** Multiplied by the factor every so many rounds. */
    STEP,
    /** Half a cosine from 1 towards 0 (Loshchilov and Hutter 2017, "SGDR", equation 5, without restarts). */
    COSINE,
    /** Multiplied by the factor in every round. */
    EXPONENTIAL;

    static final List<String> IDS = List.of("constant", "step", "cosine", "exponential");

    static Shape of(String id) {
      return values()[IDS.indexOf(id)];
    }
  }

  /** The optimiser's own rate in every round. */
  public static final Schedule CONSTANT = new Schedule(Shape.CONSTANT, 0, 1, 1, 1);

  /** @param round 1 for the first */
  public double at(int round) {
    if (round <= warmUp) {
      return (double) round / (warmUp + 1);
    }
    int passed = round - warmUp - 1;
    return switch (shape) {
      case CONSTANT -> 1;
      case STEP -> StrictMath.pow(factor, Math.floorDiv(passed, every));
      case EXPONENTIAL -> StrictMath.pow(factor, passed);
      case COSINE -> {
        int length = Math.max(1, rounds - warmUp);
        yield 0.5 * (1 + StrictMath.cos(Math.PI * Math.min(passed, length) / length));
      }
    };
  }
}
