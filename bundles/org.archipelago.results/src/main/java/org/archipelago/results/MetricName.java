package org.archipelago.results;

import java.util.Map;
import org.archipelago.core.Metrics;
import org.archipelago.core.Task;

/** What people call a figure, and how it is written. */
public final class MetricName {

  private static final Map<String, String> TITLES =
      Map.of(
          Metrics.LOSS, "Loss",
          Metrics.ACCURACY, "Accuracy",
          Metrics.R2, "R²",
          Metrics.RMSE, "Root of the mean squared error",
          Metrics.MAE, "Mean absolute error");

  private MetricName() {}

  /** The figure's title; its own name if it has no other. */
  public static String title(String metric) {
    return TITLES.getOrDefault(metric, metric);
  }

  /**
   * The figure's value with as many digits as it is worth, and a unit only where it is a percentage.
   *
   * @param rows the rows it was measured on
   */
  public static String value(String metric, double value, long rows) {
    return switch (metric) {
      case Metrics.ACCURACY -> Format.percent(value, rows);
      case Metrics.R2 -> Format.coefficient(value);
      default -> Format.measure(value);
    };
  }

  /** The unit in which the figure is stated; empty when it has none. */
  public static String unit(String metric, Task task) {
    return metric.equals(Metrics.RMSE) || metric.equals(Metrics.MAE) ? task.unit() : "";
  }
}
