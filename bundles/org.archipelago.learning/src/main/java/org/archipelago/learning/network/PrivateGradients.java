package org.archipelago.learning.network;

import java.util.Arrays;
import java.util.List;
import org.archipelago.learning.kernel.Kernels;

/**
 * Shortens the gradient of every single row to a largest norm before they are added up. A layer that knows the
 * norms tells them; of another, the gradients are made one row at a time, measured and thrown away (mixed
 * ghost clipping: Bu, Mao and Xu 2022, "Scalable and efficient training of large convolutional neural networks with
 * differential privacy"). Then the gradients of the losses are scaled row by row, and the sum is made as ever.
 */
final class PrivateGradients {

  /** Takes up what rounding to 32 bits may add to a norm that was scaled exactly. */
  private static final double ROUNDING = 1 - 0x1p-20;

  private final List<LayerWorkspace> layers;
  private final ParameterMemory parameters;
  private final Arena arena;
  private final Kernels kernels;
  private final double[] squares;
  private final float[] factors;

  PrivateGradients(
      List<LayerWorkspace> layers, ParameterMemory parameters, Arena arena, Kernels kernels, int maxBatch) {
    this.layers = layers;
    this.parameters = parameters;
    this.arena = arena;
    this.kernels = kernels;
    squares = new double[maxBatch];
    factors = new float[maxBatch];
  }

  /** Measures the gradients of all rows after a backward pass; the memory of the gradients is used for it. */
  void measure(int rows) {
    Arrays.fill(squares, 0, rows, 0);
    for (int i = 0; i < layers.size(); i++) {
      if (parameters.gradients(i).isEmpty()) {
        continue;
      }
      if (layers.get(i).knowsNorms()) {
        layers.get(i).addSquaredNorms(rows, squares);
      } else {
        measureRows(i, rows);
      }
    }
  }

  /** Without iterators: they would be made anew for each row. */
  private void measureRows(int layer, int rows) {
    List<Block> gradient = parameters.gradients(layer);
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < gradient.size(); i++) {
        arena.clear(gradient.get(i), gradient.get(i).rows());
      }
      layers.get(layer).addGradient(row, row + 1, gradient);
      for (int i = 0; i < gradient.size(); i++) {
        squares[row] += squares(gradient.get(i));
      }
    }
  }

  private double squares(Block block) {
    int columns = block.shape().channels();
    if (columns == block.stride()) {
      return kernels.sumOfSquares(arena.data(), block.offset(), block.rows() * columns);
    }
    double sum = 0;
    for (int row = 0; row < block.rows(); row++) {
      sum += kernels.sumOfSquares(arena.data(), block.at(row), columns);
    }
    return sum;
  }

  /**
   * Brings the rows of a batch to the front whose gradient is finite, after {@link #measure}.
   *
   * @param batch indices of rows
   * @return how many these are
   */
  int keepFinite(int[] batch, int from, int size) {
    int kept = 0;
    for (int row = 0; row < size; row++) {
      if (Double.isFinite(squares[row])) {
        batch[from + kept++] = batch[from + row];
      }
    }
    return kept;
  }

  /**
   * Adds the shortened gradients of all rows up, after {@link #measure}.
   *
   * @param scale what all of them are multiplied by
   * @param direct whether to the parameters themselves, else to the gradients
   */
  void addClipped(int rows, double clipNorm, double scale, boolean direct) {
    if (rows == 0) {
      return;
    }
    for (int row = 0; row < rows; row++) {
      double norm = Math.sqrt(squares[row]);
      factors[row] = (float) (norm > clipNorm ? clipNorm / norm * ROUNDING * scale : scale);
    }
    for (int i = 0; i < layers.size(); i++) {
      List<Block> targets = direct ? parameters.values(i) : parameters.gradients(i);
      if (!targets.isEmpty()) {
        layers.get(i).scaleRows(rows, factors);
        layers.get(i).addGradient(0, rows, targets);
      }
    }
  }
}
