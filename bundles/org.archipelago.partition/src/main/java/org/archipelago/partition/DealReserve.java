package org.archipelago.partition;

import java.util.Arrays;
import org.archipelago.core.RandomStream;

record DealReserve() implements Edit {

  @Override
  public String name(Draft before) {
    return "Deal %s of the reserve".formatted(Said.rows(Arrays.stream(before.reserve()).sum()));
  }

  @Override
  public Draft apply(Draft before, RandomStream random) {
    int[] reserve = before.reserve();
    if (Arrays.stream(reserve).sum() == 0) {
      throw Refused.because("The reserve has no rows.");
    }
    int[] sizes = before.sizes();
    int[] places = before.clientOfRow().clone();
    for (int label = 0; label < reserve.length; label++) {
      int[] weights = weights(before, label, sizes);
      if (reserve[label] > 0 && Arrays.stream(weights).anyMatch(weight -> weight > 0)) {
        int[] shares = Draw.shares(weights, reserve[label]);
        int[] rows =
            Draw.rows(before, places, label, Draw.from(before, Draft.NOBODY, reserve[label]), random);
        random.shuffle(rows);
        give(rows, shares, places);
      }
    }
    return before.withRows(places);
  }

  private static int[] weights(Draft draft, int label, int[] sizes) {
    boolean empty = Arrays.stream(sizes).sum() == 0;
    int[] weights = new int[sizes.length];
    for (int client = 0; client < sizes.length; client++) {
      weights[client] = draft.isLocked(client, label) ? 0 : empty ? 1 : sizes[client];
    }
    return weights;
  }

  /** Gives each client its number of rows, in their order. */
  static void give(int[] rows, int[] shares, int[] places) {
    int at = 0;
    for (int client = 0; client < shares.length; client++) {
      for (int i = 0; i < shares[client]; i++) {
        places[rows[at++]] = client;
      }
    }
  }
}
