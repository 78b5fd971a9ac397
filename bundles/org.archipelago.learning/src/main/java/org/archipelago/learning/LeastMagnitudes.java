package org.archipelago.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds a share of values whose magnitude is least, in two passes over the bits of the magnitudes. */
final class LeastMagnitudes {

  private static final int HALF = 16;
  private static final int MASK = (1 << HALF) - 1;

  private final List<float[]> arrays;
  private int threshold;
  private long atThreshold;

  private LeastMagnitudes(List<float[]> arrays) {
    this.arrays = arrays;
  }

  /**
   * @param share of all values together, rounded down to whole values
   * @return for each array the places of its values that are among the least, ascending
   */
  static List<int[]> of(List<float[]> arrays, double share) {
    long count = (long) (share * arrays.stream().mapToLong(values -> values.length).sum());
    LeastMagnitudes search = new LeastMagnitudes(arrays);
    search.find(count);
    return search.places();
  }

  /** Sets the magnitude of the last value that belongs, and how many of that very magnitude do. */
  private void find(long count) {
    long[] counts = new long[1 << HALF];
    for (float[] values : arrays) {
      for (float value : values) {
        counts[bits(value) >>> HALF]++;
      }
    }
    atThreshold = count;
    int high = walk(counts);
    Arrays.fill(counts, 0);
    for (float[] values : arrays) {
      for (float value : values) {
        if (bits(value) >>> HALF == high) {
          counts[bits(value) & MASK]++;
        }
      }
    }
    threshold = high << HALF | walk(counts);
  }

  /** The first group in which the count ends; leaves how many of it belong. */
  private int walk(long[] counts) {
    int group = 0;
    while (group < counts.length - 1 && counts[group] < atThreshold) {
      atThreshold -= counts[group++];
    }
    return group;
  }

  private List<int[]> places() {
    List<int[]> found = new ArrayList<>();
    for (float[] values : arrays) {
      int[] places = new int[values.length];
      int size = 0;
      for (int i = 0; i < values.length; i++) {
        int bits = bits(values[i]);
        if (bits < threshold || bits == threshold && atThreshold-- > 0) {
          places[size++] = i;
        }
      }
      found.add(Arrays.copyOf(places, size));
    }
    return found;
  }

  /** Ordered as the magnitudes are. */
  private static int bits(float value) {
    return Float.floatToRawIntBits(value) & Integer.MAX_VALUE;
  }
}
