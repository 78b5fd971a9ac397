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

  /** Share of rows whose class is predicted, 0 to 1; for tagging the share of words whose tag is. */
  public static final String ACCURACY = "accuracy";

  /** Coefficient of determination, 1 − residual sum of squares / total sum of squares; at most 1. */
  public static final String R2 = "r2";

  /** Root of the mean squared error, in the unit of the task. */
  public static final String RMSE = "rmse";

  /** Mean absolute error, in the unit of the task. */
  public static final String MAE = "mae";

  /** F1 of each class, averaged with every class counting alike; {@link ConfusionMatrix#macro()}. */
  public static final String F1_MACRO = "f1Macro";

  /**
   * Share of the spans predicted that are there, in type, first and last word, 0 to 1 (Tjong Kim Sang and
   * Buchholz 2000).
   */
  public static final String SPAN_PRECISION = "spanPrecision";

  /** Share of the spans there are that are predicted, 0 to 1. */
  public static final String SPAN_RECALL = "spanRecall";

  /** Harmonic mean of {@link #SPAN_PRECISION} and {@link #SPAN_RECALL}, over the spans of all types. */
  public static final String SPAN_F1 = "spanF1";

  /**
   * Area under the ROC curve, 0 to 1: how often a row of a class scores above one that is not of it, ties
   * counting half (Mann and Whitney 1947). With more than two classes the mean over the classes, each
   * against the rest.
   */
  public static final String AUC = "auc";

  /** Share of rows whose class is among the three with the highest scores. */
  public static final String TOP_3 = "top3";

  /** Share of rows whose class is among the five with the highest scores. */
  public static final String TOP_5 = "top5";

  /** Mean negative logarithm of the probability given to the true class, whatever the model's loss is. */
  public static final String LOG_LOSS = "logLoss";

  /**
   * Brier score (Brier 1950): squared distance of the probabilities from the truth. Summed over the
   * classes, 0 to 2; with two classes half of that, 0 to 1.
   */
  public static final String BRIER = "brier";

  /**
   * Expected calibration error (Guo et al. 2017): distance of confidence from accuracy, averaged over the
   * rows in {@link #ECE_BINS} bins of equal width.
   */
  public static final String ECE = "ece";

  /** Bins of confidence, of equal width from 0 to 1. */
  public static final int ECE_BINS = 15;

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
