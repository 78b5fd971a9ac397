package org.archipelago.data.inspect;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.archipelago.data.table.NumericColumn;

/** Counts different numbers; of few by remembering them, of many by sorting, which takes less memory. */
final class Distinct {

  private static final int FEW = 1 << 16;

  private Distinct() {}

  static int count(NumericColumn numbers) {
    Set<Double> met = new HashSet<>();
    for (int row = 0; row < numbers.rows(); row++) {
      if (!numbers.isMissing(row)) {
        met.add(numbers.value(row));
        if (met.size() > FEW) {
          return countSorted(numbers);
        }
      }
    }
    return met.size();
  }

  private static int countSorted(NumericColumn numbers) {
    double[] sorted =
        IntStream.range(0, numbers.rows())
            .filter(row -> !numbers.isMissing(row))
            .mapToDouble(numbers::value)
            .toArray();
    Arrays.sort(sorted);
    int different = 1;
    for (int i = 1; i < sorted.length; i++) {
      different += sorted[i] == sorted[i - 1] ? 0 : 1;
    }
    return different;
  }
}
