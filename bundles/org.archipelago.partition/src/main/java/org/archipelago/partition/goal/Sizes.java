package org.archipelago.partition.goal;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Sizes of holders within bounds, in the same proportions as others as far as that goes. */
final class Sizes {

  private static final int HALVINGS = 200;
  /** So that what has nothing can grow, too. */
  private static final double HARDLY_ANY = 1e-6;

  private Sizes() {}

  /**
   * Whole sizes that add up to a sum, each current size times the same factor unless a bound is in the way.
   *
   * @param sum between the sums of the bounds
   */
  static int[] near(int[] current, int[] least, int[] most, long sum) {
    double low = 0;
    double high = (sum + 1) / HARDLY_ANY;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (total(current, least, most, middle) < sum) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return whole(current, least, most, high, sum);
  }

  private static double total(int[] current, int[] least, int[] most, double factor) {
    double total = 0;
    for (int i = 0; i < current.length; i++) {
      total += size(current[i], least[i], most[i], factor);
    }
    return total;
  }

  private static double size(int current, int least, int most, double factor) {
    return Math.min(most, Math.max(least, factor * (current + HARDLY_ANY)));
  }

  /** Rounded down, what is left given to the largest fractions, then to whoever may have more. */
  private static int[] whole(int[] current, int[] least, int[] most, double factor, long sum) {
    double[] sizes = new double[current.length];
    Arrays.setAll(sizes, i -> size(current[i], least[i], most[i], factor));
    int[] whole = Arrays.stream(sizes).mapToInt(size -> (int) Math.floor(size)).toArray();
    long left = sum - Arrays.stream(whole).asLongStream().sum();
    int[] order =
        IntStream.range(0, sizes.length)
            .boxed()
            .sorted((a, b) -> Double.compare(sizes[b] - whole[b], sizes[a] - whole[a]))
            .mapToInt(Integer::intValue)
            .toArray();
    while (left != 0) {
      long before = left;
      for (int holder : order) {
        if (left > 0 && whole[holder] < most[holder]) {
          whole[holder]++;
          left--;
        } else if (left < 0 && whole[holder] > least[holder]) {
          whole[holder]--;
          left++;
        }
      }
      if (left == before) {
        throw new IllegalArgumentException("no sizes within these bounds add up to " + sum);
      }
    }
    return whole;
  }
}
