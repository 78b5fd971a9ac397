package org.archipelago.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.archipelago.data.table.Column;
import org.archipelago.data.table.NumericColumn;

/**
 * What rows are drawn and dealt by: their classes, the types of span that they have most of, or the tenths that their
 * numbers are in.
 *
 * @param names one a stratum
 * @param ofRow stratum of every usable row
 */
record Strata(List<String> names, int[] ofRow) {

  /**
   * @param values of the usable rows' target
   * @param column that the target was made of
   * @param usable rows of the table
   */
  static Strata of(Target target, double[] values, Column column, int[] usable) {
    if (!target.isNumber()) {
      return new Strata(target.strata(), Arrays.stream(values).mapToInt(value -> (int) value).toArray());
    }
    int[] deciles = HoldOut.deciles(values);
    return new Strata(ranges(deciles, (NumericColumn) column, usable), deciles);
  }

  /** For every tenth the smallest and the largest number in it, as the source has them. */
  private static List<String> ranges(int[] deciles, NumericColumn column, int[] usable) {
    double[] least = new double[HoldOut.DECILES];
    double[] most = new double[HoldOut.DECILES];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    Arrays.fill(most, Double.NEGATIVE_INFINITY);
    for (int i = 0; i < usable.length; i++) {
      double value = column.value(usable[i]);
      least[deciles[i]] = Math.min(least[deciles[i]], value);
      most[deciles[i]] = Math.max(most[deciles[i]], value);
    }
    return IntStream.range(0, HoldOut.DECILES).mapToObj(tenth -> range(tenth, least, most)).toList();
  }

  private static String range(int tenth, double[] least, double[] most) {
    if (least[tenth] > most[tenth]) {
      return "– (%d/%d)".formatted(tenth + 1, HoldOut.DECILES);
    }
    String from = NumericColumn.text(least[tenth]);
    return least[tenth] == most[tenth] ? from : from + " … " + NumericColumn.text(most[tenth]);
  }
}
