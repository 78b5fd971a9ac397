package org.archipelago.results;

import java.util.Set;
import org.archipelago.core.Language;
import org.archipelago.core.Metrics;
import org.archipelago.core.Task;
import org.archipelago.core.Texts;

/** What people call a figure, and how it is written. */
public final class MetricName {

  private static final Set<String> KNOWN =
      Set.of(Metrics.LOSS, Metrics.ACCURACY, Metrics.R2, Metrics.RMSE, Metrics.MAE);

  private MetricName() {}

  /** The figure's English title; its own name if it has no other. */
  public static String title(String metric) {
    return title(metric, Language.ENGLISH);
  }

  /** The figure's title in a language; its own name if it has no other. */
  public static String title(String metric, Language language) {
    return KNOWN.contains(metric)
        ? Texts.beside(MetricName.class, language).text("metric." + metric) : metric;
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
