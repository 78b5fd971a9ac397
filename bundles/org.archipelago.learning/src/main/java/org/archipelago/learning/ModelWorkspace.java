package org.archipelago.learning;

import org.archipelago.core.Examples;

/**
 * Computes a model's predictions and gradients in memory of its own. Not thread-safe. Sums are made
 * in a fixed order, so that the same input gives the same bits.
 */
public interface ModelWorkspace {

  /**
   * Mean loss over a batch, and its gradient.
   *
   * @param parameters where to take the gradient; not changed
   * @param examples the rows to choose from
   * @param rows indices into {@code examples}
   * @param from first position in {@code rows} that belongs to the batch
   * @param to position after the last; {@code to − from} is at least 1 and at most the workspace's
   *     largest batch
   * @param gradient overwritten with the gradient of the mean loss
   * @return mean loss a row
   */
  double gradient(
      ModelParameters parameters,
      Examples examples,
      int[] rows,
      int from,
      int to,
      ModelParameters gradient);

  /**
   * Outputs for a run of rows: class scores (logits) for classification, the predicted number for
   * regression.
   *
   * @param from first row of {@code examples}
   * @param to row after the last; at most the workspace's largest batch
   * @param outputs overwritten, row-major, {@code (to − from) × task().outputs()}
   * @return summed loss over these rows
   */
  double predict(
      ModelParameters parameters, Examples examples, int from, int to, float[] outputs);
}
