package org.archipelago.learning;

import java.util.List;

/**
 * Which weights of a model are 0.
 *
 * @param pruned for each tensor, in their order, the places of its values that are 0, ascending; no entries when
 *     nothing is pruned
 */
public record PruningMask(List<int[]> pruned) {

  /** Nothing is pruned. */
  public static final PruningMask NONE = new PruningMask(List.of());

  public PruningMask {
    pruned = List.copyOf(pruned);
  }

  /** Sets what is pruned to 0. */
  public void apply(ModelParameters parameters) {
    for (int t = 0; t < pruned.size(); t++) {
      float[] values = parameters.tensors().get(t).values();
      for (int at : pruned.get(t)) {
        values[at] = 0;
      }
    }
  }
}
