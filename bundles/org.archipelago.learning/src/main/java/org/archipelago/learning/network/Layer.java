package org.archipelago.learning.network;

import java.util.List;
import org.archipelago.core.RandomStream;
import org.archipelago.learning.Tensor;

/**
 * One step of a {@link Network}: a differentiable function of rows and of its own parameters.
 * Immutable and thread-safe; what changes lies in the parameters and in a {@link LayerWorkspace}.
 */
public interface Layer {

  /** Width of the rows it takes. */
  int inputs();

  /** Width of the rows it gives. */
  int outputs();

  /** Number of its parameter tensors; 0 when it learns nothing. */
  int tensors();

  /** Number of scalars in these tensors. */
  long scalars();

  /** Fresh parameters, always in the same order, drawn from {@code random} in that order. */
  List<Tensor> initialise(RandomStream random);

  /**
   * Scratch memory for one thread.
   *
   * @param maxBatch largest number of rows ever given to it at once
   */
  LayerWorkspace workspace(int maxBatch);
}
