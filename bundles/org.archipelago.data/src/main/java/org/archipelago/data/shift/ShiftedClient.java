package org.archipelago.data.shift;

import org.archipelago.core.RandomStream;
import org.archipelago.core.Seed;

/**
 * A simulated client whose rows are changed, and where its chance comes from.
 *
 * @param index from 0
 * @param clients how many are simulated
 * @param seed the experiment's
 */
public record ShiftedClient(int index, int clients, Seed seed) {

  /** The client's own stream, the same at every call. */
  public RandomStream own() {
    return seed.stream("shift", 0, index);
  }

  /** The stream that all clients of a group share, the same at every call. */
  public RandomStream ofGroup(int group) {
    return seed.stream("shift-group", 0, group);
  }
}
