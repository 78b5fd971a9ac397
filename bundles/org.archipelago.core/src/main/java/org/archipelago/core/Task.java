package org.archipelago.core;

import java.util.List;

/**
 * What is to be learned: which column, and whether it is one of several classes, a number, or a tag for every
 * word of a text.
 *
 * @param kind classification, regression or tagging
 * @param target name of the target column
 * @param classes labels, or tags, in the order of their indices; empty for regression
 * @param unit what the number is measured in after any transformation, such as {@code log(USD)};
 *     empty for classes and tags, or when it is not known
 */
public record Task(Kind kind, String target, List<String> classes, String unit) {

  /** The kinds of task. */
  public enum Kind {
    /** One of several classes a row. */
    CLASSIFICATION,
    /** A number a row. */
    REGRESSION,
    /** A tag for each word of a row, such as {@code O}, {@code B-DRUG} and {@code I-DRUG}. */
    TAGGING
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

  /** @param tags in the order of their indices */
  public static Task tagging(String target, List<String> tags) {
    return new Task(Kind.TAGGING, target, tags, "");
  }

  /** Width of a model's output: the number of classes, for tagging at each word, or 1 for regression. */
  public int outputs() {
    return kind == Kind.REGRESSION ? 1 : classes.size();
  }

  /**
   * The figure that stands for the whole: {@link Metrics#ACCURACY}, {@link Metrics#R2} or {@link
   * Metrics#SPAN_F1}.
   */
  public String primaryMetric() {
    return switch (kind) {
      case CLASSIFICATION -> Metrics.ACCURACY;
      case REGRESSION -> Metrics.R2;
      case TAGGING -> Metrics.SPAN_F1;
    };
  }
}
