package org.archipelago.core;

import java.util.List;

/**
 * What is to be learned: which column, and whether it is one of several classes or a number.
 *
 * @param kind classification or regression
 * @param target name of the target column
 * @param classes labels in the order of their indices; empty for regression
 * @param unit what the number is measured in after any transformation, such as {@code log(USD)};
 *     empty for classification or when it is not known
 */
public record Task(Kind kind, String target, List<String> classes, String unit) {

  /** The two kinds of task. */
  public enum Kind {
    CLASSIFICATION,
    REGRESSION
  }

  public Task {
    classes = List.copyOf(classes);
  }

  public static Task classification(String target, List<String> classes) {
    return new Task(Kind.CLASSIFICATION, target, classes, "");
  }

  public static Task regression(String target, String unit) {
    return new Task(Kind.REGRESSION, target, List.of(), unit);
  }

  /** Width of a model's output: the number of classes, or 1 for regression. */
  public int outputs() {
    return kind == Kind.CLASSIFICATION ? classes.size() : 1;
  }

  /** The figure that stands for the whole: {@link Metrics#ACCURACY} or {@link Metrics#R2}. */
  public String primaryMetric() {
    return kind == Kind.CLASSIFICATION ? Metrics.ACCURACY : Metrics.R2;
  }
}
