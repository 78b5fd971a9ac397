package org.archipelago.results;

import java.util.Set;
import org.archipelago.core.Language;
import org.archipelago.core.Metrics;
import org.archipelago.core.Task;
import org.archipelago.core.Texts;

/** What people call a figure, and how it is written. */
public final class MetricName {

  private static final Set<String> KNOWN =
      Set.of(
          Metrics.LOSS, Metrics.ACCURACY, Metrics.F1_MACRO, Metrics.AUC, Metrics.TOP_3, Metrics.TOP_5,
          Metrics.LOG_LOSS, Metrics.BRIER, Metrics.ECE, Metrics.R2, Metrics.RMSE, Metrics.MAE,
          Metrics.SPAN_F1, Metrics.SPAN_PRECISION, Metrics.SPAN_RECALL);

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
      case Metrics.ACCURACY, Metrics.TOP_3, Metrics.TOP_5 -> Format.percent(value, rows);
      case Metrics.R2, Metrics.F1_MACRO, Metrics.AUC, Metrics.BRIER, Metrics.ECE,
          Metrics.SPAN_F1, Metrics.SPAN_PRECISION, Metrics.SPAN_RECALL ->
          Format.coefficient(value);
      default -> Format.measure(value);
    };
  }

  /** The unit in which the figure is stated; empty when it has none. */
  public static String unit(String metric, Task task) {
    return metric.equals(Metrics.RMSE) || metric.equals(Metrics.MAE) ? task.unit() : "";
  }

  /** What the figure is, in a few words; empty where its title says it. */
  public static String explanation(String metric, Task task, Language language) {
    Texts texts = Texts.beside(MetricName.class, language);
    boolean two = task.classes().size() == 2;
    return switch (metric) {
      case Metrics.AUC -> texts.text(two ? "explain.auc.two" : "explain.auc");
      case Metrics.BRIER -> texts.text("explain.brier", two ? 1 : 2);
      case Metrics.ECE -> texts.text("explain.ece", Metrics.ECE_BINS);
      case Metrics.ACCURACY ->
          task.kind() == Task.Kind.TAGGING ? texts.text("explain.accuracy.tags") : "";
      case Metrics.TOP_3, Metrics.TOP_5, Metrics.LOG_LOSS, Metrics.R2,
          Metrics.SPAN_F1, Metrics.SPAN_PRECISION, Metrics.SPAN_RECALL ->
          texts.text("explain." + metric);
      default -> "";
    };
  }
}
