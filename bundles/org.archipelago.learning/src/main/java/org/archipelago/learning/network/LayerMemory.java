package org.archipelago.learning.network;

import java.util.Arrays;
import java.util.List;
import org.archipelago.learning.kernel.Kernels;

/**
 * What a layer gets to work in.
 *
 * @param arena where it reserves blocks when its workspace is made, and no later
 * @param kernels the loops; of this worker alone
 * @param maxBatch largest number of rows ever given to it at once
 * @param parameters where the layer's tensors lie, in the order of {@link Layer#parameters}
 * @param lengths how many places of each row count, from the first; one array for all layers of a network. An
 *     {@link Embedding} sets them; until then no row has an end
 */
public record LayerMemory(
    Arena arena, Kernels kernels, int maxBatch, List<Block> parameters, int[] lengths) {

  /** For a layer by itself. */
  public LayerMemory(Arena arena, Kernels kernels, int maxBatch, List<Block> parameters) {
    this(arena, kernels, maxBatch, parameters, endless(maxBatch));
  }

  /** Lengths of rows of which every place counts. */
  static int[] endless(int maxBatch) {
    int[] lengths = new int[maxBatch];
    Arrays.fill(lengths, Integer.MAX_VALUE);
    return lengths;
  }

  /** Reserves rows of a shape for the largest batch. */
  public Block batch(Shape shape) {
    return arena.rows(maxBatch, shape);
  }
}
