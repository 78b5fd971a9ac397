package org.archipelago.learning.network;

import java.util.List;
import org.archipelago.learning.kernel.Kernels;

/**
 * What a layer gets to work in.
 *
 * @param arena where it reserves blocks when its workspace is made, and no later
 * @param kernels the loops; of this worker alone
 * @param maxBatch largest number of rows ever given to it at once
 * @param parameters where the layer's tensors lie, in the order of {@link Layer#parameters}
 */
public record LayerMemory(Arena arena, Kernels kernels, int maxBatch, List<Block> parameters) {

  /** Reserves rows of a shape for the largest batch. */
  public Block batch(Shape shape) {
    return arena.rows(maxBatch, shape);
  }
}
