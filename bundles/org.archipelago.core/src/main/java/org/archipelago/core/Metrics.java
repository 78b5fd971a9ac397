package org.archipelago.core;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Figures measured over a number of rows.
 *
 * @param rows how many rows they were measured on
 * @param values by name, in the order of their names; a figure that is not defined (R² of a constant
 *     target) is left out rather than NaN
 */
public record Metrics(long rows, SortedMap<String, Double> values) {

  /** Mean loss a row, in the model's own loss function. */
  public static final String LOSS = "loss";

  /** Share of rows whose class is predicted, 0 to 1. */
  public static final String ACCURACY = "accuracy";

  /** Coefficient of determination, 1 − residual sum of squares / total sum of squares; at most 1. */
  public static final String R2 = "r2";

  /** Root of the mean squared error, in the unit of the task. */
  public static final String RMSE = "rmse";

  /** Mean absolute error, in the unit of the task. */
  public static final String MAE = "mae";

  public Metrics {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  public static Metrics of(long rows, Map<String, Double> values) {
    return new Metrics(rows, new TreeMap<>(values));
  }

  /** The figure of that name, if it was measured. */
  public OptionalDouble value(String name) {
    Double value = values.get(name);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
