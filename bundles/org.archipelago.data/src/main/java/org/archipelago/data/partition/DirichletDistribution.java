package org.archipelago.data.partition;

import java.util.Arrays;
import org.archipelago.core.RandomStream;

/**
 * The Dirichlet distribution, drawn as normalised gamma variates. The variates are kept as
 * logarithms until the largest is taken off, so that no concentration, however small, makes them all
 * 0 and their shares undefined.
 */
final class DirichletDistribution {

  private DirichletDistribution() {}

  /**
   * @param size number of shares, at least 1
   * @param alpha concentration of each, above 0
   * @return shares in [0, 1] that add up to 1
   */
  static double[] draw(int size, double alpha, RandomStream random) {
    return shares(logs(size, alpha, random));
  }

  /** The gamma variates that shares are made of, as logarithms. */
  static double[] logs(int size, double alpha, RandomStream random) {
    double[] logs = new double[size];
    Arrays.setAll(logs, i -> logGamma(alpha, random));
    return logs;
  }

  /** The same with a concentration for each share; one of concentration 0 is 0. */
  static double[] logs(double[] alphas, RandomStream random) {
    return Arrays.stream(alphas)
        .map(alpha -> alpha > 0 ? logGamma(alpha, random) : Double.NEGATIVE_INFINITY)
        .toArray();
  }

  /**
   * What is in proportion to the variates and adds up to 1.
   *
   * @param logs one of them at least finite
   */
  static double[] shares(double[] logs) {
    double largest = Arrays.stream(logs).max().orElseThrow();
    double[] shares = Arrays.stream(logs).map(log -> StrictMath.exp(log - largest)).toArray();
    double sum = Arrays.stream(shares).reduce(0, Double::sum);
    Arrays.setAll(shares, i -> shares[i] / sum);
    return shares;
  }

  /**
   * Logarithm of a gamma variate of that shape and scale 1 (Marsaglia and Tsang 2000, "A simple
   * method for generating gamma variables"; below shape 1 by their section 6, Γ(a) = Γ(a + 1)·U^(1/a)).
   */
  private static double logGamma(double shape, RandomStream random) {
    if (shape < 1) {
      double above = logGamma(shape + 1, random);
      return above + StrictMath.log(random.nextOpenDouble()) / shape;
    }
    double d = shape - 1.0 / 3;
    double c = 1 / StrictMath.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double root = 1 + c * x;
      if (root > 0) {
        double v = root * root * root;
        double logU = StrictMath.log(random.nextOpenDouble());
        if (logU < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
          return StrictMath.log(d * v);
        }
      }
    }
  }
}
