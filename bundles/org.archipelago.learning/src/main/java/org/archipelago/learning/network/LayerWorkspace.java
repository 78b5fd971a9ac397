package org.archipelago.learning.network;

import java.util.List;
import org.archipelago.learning.Tensor;

/**
 * Computes one layer in memory of its own. Rows are arrays of exactly the layer's width; of an array
 * of rows the first {@code rows} count. What it returns is valid until its next call. Not thread-safe.
 */
public interface LayerWorkspace {

  /**
   * The layer's outputs. {@code input} is kept, unchanged, for the backward pass.
   *
   * @param parameters the layer's tensors
   */
  float[][] forward(List<Tensor> parameters, float[][] input, int rows);

  /**
   * Gradient with respect to the parameters, at the input of the last forward pass.
   *
   * @param outputGradient gradient with respect to the outputs
   * @param gradient tensors of the parameters' shapes; overwritten with the sum over the rows
   */
  void parameterGradient(float[][] outputGradient, int rows, List<Tensor> gradient);

  /** Gradient with respect to the input of the last forward pass. */
  float[][] inputGradient(List<Tensor> parameters, float[][] outputGradient, int rows);
}
