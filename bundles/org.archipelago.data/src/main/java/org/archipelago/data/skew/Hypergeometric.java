package org.archipelago.data.skew;

import org.archipelago.core.RandomStream;

/**
 * Exact draws without replacement: how many of a class are among some rows taken from all. By inversion from the mode
 * outwards, so that a draw costs about as many steps as the distribution's deviation (Kachitvichyanukul and Schmeiser
 * 1985, "Computer generation of hypergeometric random variates").
 */
final class Hypergeometric {

  private static final int EXACT_BELOW = 32;
  private static final double HALF_LOG_2_PI = 0.5 * StrictMath.log(2 * StrictMath.PI);

  private final double[] logFactorials;

  /** @param rows the most that there ever are to draw from */
  Hypergeometric(int rows) {
    logFactorials = new double[rows + 1];
    for (int i = 1; i < logFactorials.length; i++) {
      logFactorials[i] =
          i < EXACT_BELOW ? logFactorials[i - 1] + StrictMath.log(i) : stirling(i);
    }
  }

  private static double stirling(double n) {
    double square = n * n;
    return (n + 0.5) * StrictMath.log(n)
        - n
        + HALF_LOG_2_PI
        + (1 / 12.0 - (1 / 360.0 - 1 / (1260.0 * square)) / square) / n;
  }

  /**
   * @param good rows of the class among all
   * @param bad all others
   * @param drawn rows taken, at most {@code good + bad}
   * @return rows of the class among those taken
   */
  int draw(int good, int bad, int drawn, RandomStream random) {
    int lowest = Math.max(0, drawn - bad);
    int highest = Math.min(drawn, good);
    if (lowest == highest) {
      return lowest;
    }
    int mode = (int) ((drawn + 1L) * (good + 1L) / (good + bad + 2L));
    double atMode = probability(mode, good, bad, drawn);
    double left = random.nextDouble() - atMode;
    int below = mode;
    int above = mode;
    double atBelow = atMode;
    double atAbove = atMode;
    while (left >= 0 && (below > lowest || above < highest)) {
      if (above < highest) {
        atAbove *= (double) (good - above) * (drawn - above) / ((above + 1.0) * (bad - drawn + above + 1.0));
        above++;
        left -= atAbove;
        if (left < 0) {
          return above;
        }
      }
      if (below > lowest) {
        atBelow *= below * (double) (bad - drawn + below) / ((good - below + 1.0) * (drawn - below + 1.0));
        below--;
        left -= atBelow;
        if (left < 0) {
          return below;
        }
      }
    }
    return mode;
  }

  private double probability(int taken, int good, int bad, int drawn) {
    return StrictMath.exp(
        logChoose(good, taken) + logChoose(bad, drawn - taken) - logChoose(good + bad, drawn));
  }

  private double logChoose(int of, int taken) {
    return logFactorials[of] - logFactorials[taken] - logFactorials[of - taken];
  }
}
