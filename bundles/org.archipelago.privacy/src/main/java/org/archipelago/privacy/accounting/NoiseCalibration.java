package org.archipelago.privacy.accounting;

import java.util.Objects;
import org.archipelago.privacy.accounting.DpEvent.PoissonSampledGaussian;

/**
 * The accountant asked backwards: which noise, or how many rounds, a budget affords.
 *
 * @param spent   what was released before; its orders are used
 * @param epsilon the budget ε in nats that everything together must not exceed; finite, above 0
 * @param delta   δ, 0 &lt; δ &lt; 1
 */
public record NoiseCalibration(RdpAccountant spent, double epsilon, double delta) {

  /** The relative accuracy of a noise multiplier when none is asked for. */
  public static final double DEFAULT_TOLERANCE = 1e-6;

  /** No noise multiplier above this is tried: by then ε has long reached the floor of the orders. */
  private static final double LARGEST_NOISE = 0x1p100;
  /** Beyond this many rounds a count is no longer exact in a double. */
  private static final long MOST_ROUNDS = 1L << 53;

  /** @throws IllegalArgumentException if ε or δ is out of range */
  public NoiseCalibration {
    Objects.requireNonNull(spent, "spent");
    Arguments.positive("epsilon", epsilon);
    Arguments.openUnitInterval("delta", delta);
  }

  /** A budget of which nothing is spent, with the default orders. */
  public NoiseCalibration(double epsilon, double delta) {
    this(new RdpAccountant(), epsilon, delta);
  }

  /** The smallest noise multiplier to {@link #DEFAULT_TOLERANCE}, see the method with three arguments. */
  public double noiseMultiplier(double rate, long rounds) {
    return noiseMultiplier(rate, rounds, DEFAULT_TOLERANCE);
  }

  /**
   * The smallest noise multiplier with which so many rounds stay within the budget.
   *
   * @param rate q of every round, 0 &lt; q ≤ 1
   * @param rounds       how many rounds, 1 or more
   * @param tolerance    how far above the smallest one the answer may lie, relative; 0 &lt; tolerance &lt; 1
   * @return σ; with it ε is within the budget, never above
   * @throws IllegalArgumentException if an argument is out of range, or no noise suffices; the message then gives the
   *                                  smallest ε that can be had
   */
  public double noiseMultiplier(double rate, long rounds, double tolerance) {
    Arguments.rate("rate", rate);
    Arguments.atLeastOne("rounds", rounds);
    Arguments.openUnitInterval("tolerance", tolerance);
    double enough = 1;
    while (!affords(rate, enough, rounds)) {
      enough *= 2;
      if (enough > LARGEST_NOISE) {
        double least = spent.compose(new PoissonSampledGaussian(rate, enough), rounds)
            .epsilon(delta).epsilon();
        throw Arguments.outOfRange("epsilon", epsilon, "at least " + least
            + ", the smallest any noise can reach at delta " + delta
            + " with the orders of this accountant and what it has spent");
      }
    }
    double tooLittle = enough / 2;
    while (affords(rate, tooLittle, rounds)) {
      enough = tooLittle;
      tooLittle /= 2;
    }
    while (enough - tooLittle > tolerance * tooLittle) {
      double middle = tooLittle + (enough - tooLittle) / 2;
      if (middle <= tooLittle || middle >= enough) {
        break;
      }
      if (affords(rate, middle, rounds)) {
        enough = middle;
      } else {
        tooLittle = middle;
      }
    }
    return enough;
  }

  /**
   * How many rounds the budget affords on top of what is spent.
   *
   * @param round what one round releases
   * @return the largest number of rounds with ε within the budget, 0 or more; 2^53 when there are at least that many
   */
  public long maxRounds(DpEvent round) {
    RdpAccountant one = spent.compose(round);
    if (spent.epsilon(delta).epsilon() > epsilon || one.epsilon(delta).epsilon() > epsilon) {
      return 0;
    }
    long affordable = 1;
    long tooMany = 2;
    while (within(one.compose(round, tooMany - 1))) {
      affordable = tooMany;
      if (affordable >= MOST_ROUNDS) {
        return MOST_ROUNDS;
      }
      tooMany *= 2;
    }
    while (tooMany - affordable > 1) {
      long middle = affordable + (tooMany - affordable) / 2;
      if (within(one.compose(round, middle - 1))) {
        affordable = middle;
      } else {
        tooMany = middle;
      }
    }
    return affordable;
  }

  private boolean affords(double rate, double noiseMultiplier, long rounds) {
    return within(spent.compose(new PoissonSampledGaussian(rate, noiseMultiplier), rounds));
  }

  private boolean within(RdpAccountant accountant) {
    return accountant.epsilon(delta).epsilon() <= epsilon;
  }
}
