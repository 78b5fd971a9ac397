package org.archipelago.data.partition;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.archipelago.core.RandomStream;

/**
 * One client's mix of classes, from which it draws class after class until they run out. A class that has run out is
 * taken from the mix, and the others keep their proportions. These are kept as logarithms, so that what is left is never
 * nothing because all of it was too small for a number.
 */
final class ClassMix implements Drawing.Mix {

  /** Below it, what is left of the weights is no longer exact enough. */
  private static final double SMALL = 1e-200;

  private final double[] logs;
  private final double[] weights;
  private double sum;

  /** @param logs of shares in any unit, one a class; −∞ for a class that is drawn only when no other is left */
  ClassMix(double[] logs) {
    this.logs = logs.clone();
    this.weights = new double[logs.length];
    weigh();
  }

  @Override
  public int draw(int[] left, RandomStream random) {
    return draw(label -> left[label] > 0, random);
  }

  /**
   * Draws one of the classes that are left.
   *
   * @param left whether a class is left; at least one is, and none that is gone comes back
   */
  int draw(IntPredicate left, RandomStream random) {
    while (sum > 0) {
      int drawn = any(random);
      if (left.test(drawn)) {
        return drawn;
      }
      remove(drawn);
    }
    return IntStream.range(0, logs.length).filter(left).findFirst().orElseThrow();
  }

  private int any(RandomStream random) {
    double at = random.nextDouble() * sum;
    int last = -1;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        at -= weights[i];
        last = i;
        if (at < 0) {
          return i;
        }
      }
    }
    return last;
  }

  private void remove(int gone) {
    logs[gone] = Double.NEGATIVE_INFINITY;
    weights[gone] = 0;
    sum = Arrays.stream(weights).sum();
    if (sum < SMALL) {
      weigh();
    }
  }

  private void weigh() {
    double most = Arrays.stream(logs).max().orElseThrow();
    if (most == Double.NEGATIVE_INFINITY) {
      sum = 0;
      return;
    }
    Arrays.setAll(weights, i -> StrictMath.exp(logs[i] - most));
    sum = Arrays.stream(weights).sum();
  }
}
