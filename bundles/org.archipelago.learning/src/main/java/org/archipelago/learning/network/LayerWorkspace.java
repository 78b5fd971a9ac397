package org.archipelago.learning.network;

import java.util.List;

/**
 * Computes one layer in blocks of its {@link LayerMemory}. The calls of one step come in this order:
 * {@link #forward}, {@link #backward}, then, if single rows count, {@link #addSquaredNorms} or
 * {@link #addGradient} row by row, and {@link #scaleRows}, then {@link #addGradient}. Of a block the first {@code rows} rows count. Blocks that
 * it returns stay as they are until its next {@code forward}; of those it is given it may keep the
 * place and not change the values, but {@code outputGradient} it may overwrite. Nothing is allocated.
 * Not thread-safe.
 *
 * <p>All sums have a fixed order that depends on shapes alone, never on the machine, the threads or
 * the values. A product that is left out because a factor is 0 changes no bit as long as the other
 * factor is finite, but may turn a −0 into a 0.
 */
public interface LayerWorkspace {

  /** The layer's outputs. */
  Block forward(Block input, int rows, Pass pass);

  /**
   * Goes back through the last forward pass, up to where only {@link #addGradient} is left: from here
   * on the layer's parameters are not read any more, so that they may be changed in place.
   *
   * @param outputGradient gradient with respect to the outputs, possibly scaled: all that is computed
   *     from it is linear in it
   * @param inputWanted whether the gradient with respect to the input is asked for
   * @return gradient with respect to the input; null if it was not asked for
   */
  Block backward(Block outputGradient, int rows, boolean inputWanted);

  /**
   * Adds the gradient with respect to the parameters, summed over the rows in ascending order. The
   * targets hold gradients so far, or, for plain gradient descent with an output gradient scaled by
   * −η, the parameters themselves.
   *
   * @param from first row
   * @param to row after the last
   * @param targets blocks of the parameters' shapes, in their order
   */
  default void addGradient(int from, int to, List<Block> targets) {
    // There are no parameters.
  }

  /** Whether {@link #addSquaredNorms} can be called, and is cheaper than a gradient of every row. */
  default boolean knowsNorms() {
    return false;
  }

  /**
   * Adds to {@code sums[row]} the squared L2 norm of the gradient which that row alone would add.
   * Ghost norm: Li et al. 2022, "Large language models can be strong differentially private learners".
   */
  default void addSquaredNorms(int rows, double[] sums) {
    throw new UnsupportedOperationException("take the rows' gradients one at a time by addGradient");
  }

  /** Scales what every row will add in {@link #addGradient}; every layer with parameters can. */
  default void scaleRows(int rows, float[] factors) {
    // There are no parameters.
  }
}
