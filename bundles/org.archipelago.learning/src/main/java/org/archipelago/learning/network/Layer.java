package org.archipelago.learning.network;

import java.util.List;
import org.archipelago.core.RandomStream;
import org.archipelago.learning.Tensor;

/**
 * One step of a {@link Network}: a differentiable function of rows and of its own parameters.
 * Immutable and thread-safe; what changes lies in the parameters and in a {@link LayerWorkspace}.
 */
public interface Layer {

  /** Shape of the rows it takes. */
  Shape input();

  /** Shape of the rows it gives. */
  Shape output();

  /** Its tensors, always in the same order; none when it learns nothing. */
  default List<ParameterSpec> parameters() {
    return List.of();
  }

  /** Fresh parameters in the order of {@link #parameters}, drawn from {@code random} in that order. */
  default List<Tensor> initialise(RandomStream random) {
    return List.of();
  }

  /**
   * Whether in training what it gives for a row depends on the other rows of the batch, as with batch norm:
   * then there is no gradient of a single row, and so no DP-SGD.
   */
  default boolean mixesRows() {
    return false;
  }

  /** Whether it takes ids of words, which can't be moved a little as numbers can. */
  default boolean takesWords() {
    return false;
  }

  /** Bytes that its workspace needs for each row of a batch, roughly. */
  default long bytesPerRow() {
    return input().bytes() + output().bytes();
  }

  /** What it gives, for people, such as {@code 64}; empty where it only passes on what it gets. */
  default String label() {
    return parameters().isEmpty() ? "" : output().toString();
  }

  /** Scratch memory for one thread, reserved in {@code memory}. */
  LayerWorkspace workspace(LayerMemory memory);
}
