package org.archipelago.data.partition;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.data.ColumnTexts;
import org.archipelago.data.PartitionRequest;
import org.archipelago.data.table.Numbers;

/** A column that rows are put in order by: numbers, dates or times. */
final class ColumnNumbers {

  private ColumnNumbers() {}

  /**
   * A number a row, NaN where it has no value: seconds since 1970 for dates and times, which are read as ISO 8601 writes
   * them ({@code 2026-03-31}, {@code 2026/03/31}, {@code 2026-03}, {@code 2026-03-31T12:30}, with a zone or without).
   *
   * @throws InvalidInputException if there is another value; the message names the first, or if all are the same
   */
  static double[] of(PartitionRequest request, String column) {
    List<String> texts = request.column().apply(column);
    Optional<double[]> known = texts instanceof ColumnTexts ofColumn ? ofColumn.numbers() : Optional.empty();
    double[] values = known.orElseGet(() -> read(texts, column));
    checkDiffer(values, column);
    return values;
  }

  private static double[] read(List<String> texts, String column) {
    Map<String, Double> known = new HashMap<>();
    boolean numbers =
        texts.stream().filter(text -> !text.isEmpty()).limit(1).noneMatch(text -> Double.isNaN(Numbers.parse(text)));
    double[] values = new double[texts.size()];
    for (int row = 0; row < values.length; row++) {
      String text = texts.get(row);
      if (text.isEmpty()) {
        values[row] = Double.NaN;
      } else if (numbers) {
        values[row] = number(text, column);
      } else {
        values[row] = known.computeIfAbsent(text, value -> seconds(value, column));
      }
    }
    return values;
  }

  private static double number(String text, String column) {
    double number = Numbers.parse(text);
    if (Double.isNaN(number)) {
      throw neither(text, column);
    }
    return number;
  }

  private static double seconds(String text, String column) {
    return seconds(text.strip().replace('/', '-').replace(' ', 'T')).orElseThrow(() -> neither(text, column));
  }

  private static InvalidInputException neither(String text, String column) {
    return new InvalidInputException(
        Problem.atField(
            "partition." + NaturalPartitioner.COLUMN,
            ("Column '%s' has the value '%s', which is neither a number nor a date such as 2026-03-31 or"
                    + " 2026-03-31T12:30. Choose a column of numbers, dates or times.")
                .formatted(column, text)));
  }

  private static OptionalDouble seconds(String text) {
    try {
      if (text.length() <= 7) {
        return OptionalDouble.of(YearMonth.parse(text).atDay(1).toEpochDay() * 86_400.0);
      }
      if (text.indexOf('T') < 0) {
        return OptionalDouble.of(LocalDate.parse(text).toEpochDay() * 86_400.0);
      }
      boolean zone = text.endsWith("Z") || text.indexOf('+') > 0 || text.lastIndexOf('-') > text.indexOf('T');
      LocalDateTime time =
          zone
              ? OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()
              : LocalDateTime.parse(text);
      return OptionalDouble.of(time.toEpochSecond(ZoneOffset.UTC) + time.getNano() * 1e-9);
    } catch (DateTimeException noTime) {
      return OptionalDouble.empty();
    }
  }

  private static void checkDiffer(double[] values, String column) {
    double[] known = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    if (known.length == 0 || Arrays.stream(known).allMatch(value -> value == known[0])) {
      throw new InvalidInputException(
          Problem.atField(
              "partition." + NaturalPartitioner.COLUMN,
              "Column '%s' has the same value in all rows, or none, so that rows can't be put in order by it."
                  .formatted(column)));
    }
  }

  /**
   * Rows in the order of their values; those with the same in their own order.
   *
   * @param values none NaN
   */
  static int[] order(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int[] order = new int[values.length];
    int[] taken = new int[values.length];
    for (int row = 0; row < values.length; row++) {
      int first = firstPlace(sorted, values[row]);
      order[first + taken[first]++] = row;
    }
    return order;
  }

  private static int firstPlace(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Double.compare(sorted[middle], value) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
