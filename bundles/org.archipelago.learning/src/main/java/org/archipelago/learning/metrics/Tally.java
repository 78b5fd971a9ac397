package org.archipelago.learning.metrics;

import org.archipelago.core.Evaluation;
import org.archipelago.core.Examples;
import org.archipelago.core.Metrics;
import org.archipelago.core.Task;

/**
 * What was counted of a model's outputs, row by row. Tallies of several clients are merged, and neither
 * the order of rows nor that of merges changes a bit of what they tell; only the model's own loss comes
 * summed up by batch. Not thread-safe.
 */
public sealed interface Tally permits ClassificationTally, RegressionTally, TaggingTally {

  /**
   * An empty tally.
   *
   * @param targetScale what the targets of a regression were divided by: RMSE and MAE are given in the
   *     task's unit. 1 for classification
   * @param ranked whether scores are kept for the area under the ROC curve, 8 bytes a row and class
   */
  static Tally of(Task task, double targetScale, boolean ranked) {
    return switch (task.kind()) {
      case CLASSIFICATION -> new ClassificationTally(task.classes(), ranked);
      case REGRESSION -> new RegressionTally(targetScale);
      case TAGGING -> new TaggingTally(task.classes());
    };
  }

  /**
   * Counts a row.
   *
   * @param outputs the model's outputs
   * @param from where this row's begin
   * @param examples tell what is true
   * @param row of the examples
   */
  void add(float[] outputs, int from, Examples examples, int row);

  /** Adds the model's own loss, summed over rows that are counted by {@link #add}. */
  void addLoss(double sum);

  /**
   * Adds all that another tally of the same task counted.
   *
   * @throws IllegalArgumentException if it is of another task
   */
  void merge(Tally other);

  /** The figures that are cheap enough for every round; those that are not defined are left out. */
  Metrics figures();

  /** Everything there is to tell, and what is not defined with the reason. */
  Evaluation evaluation();
}
