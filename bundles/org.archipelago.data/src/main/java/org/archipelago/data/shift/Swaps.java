package org.archipelago.data.shift;

import java.util.stream.IntStream;
import org.archipelago.core.Examples;
import org.archipelago.core.RandomStream;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.Range;

/** Pairs of classes that change places. */
final class Swaps {

  static final String SWAPS = "swaps";

  private final int[] other;

  private Swaps(int[] other) {
    this.other = other;
  }

  static ParameterDescriptor parameter(String text) {
    return ParameterDescriptor.integer(SWAPS, Range.between(0, 10_000), text)
        .withLabel("Swapped pairs of classes")
        .withUnit("pairs");
  }

  /** So many pairs of classes, no class in two; as many as there are, where there are fewer. */
  static Swaps draw(int pairs, int classes, RandomStream random) {
    int[] order = IntStream.range(0, classes).toArray();
    random.shuffle(order);
    int[] other = IntStream.range(0, classes).toArray();
    for (int pair = 0; pair < Math.min(pairs, classes / 2); pair++) {
      other[order[2 * pair]] = order[2 * pair + 1];
      other[order[2 * pair + 1]] = order[2 * pair];
    }
    return new Swaps(other);
  }

  float of(float label) {
    return label == Examples.NONE ? label : other[(int) label];
  }
}
