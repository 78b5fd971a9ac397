package org.archipelago.partition.goal;

import java.util.Arrays;
import org.archipelago.core.RandomStream;
import org.archipelago.partition.Draft;

/** Which rows make a matrix: whatever can stay where it is does, and who gives rows gives any of them. */
final class RowDraw {

  private RowDraw() {}

  /** @param counts by holder and class, the reserve the last holder; totals those of the draft's data */
  static Draft draw(Draft draft, int[][] counts, RandomStream random) {
    int clients = draft.clients().size();
    int[] labels = draft.data().labels();
    int[] holderOfRow =
        Arrays.stream(draft.clientOfRow()).map(c -> c == Draft.NOBODY ? clients : c).toArray();
    int[][] missing = new int[counts.length][];
    Arrays.setAll(missing, holder -> counts[holder].clone());
    for (int row = 0; row < labels.length; row++) {
      missing[holderOfRow[row]][labels[row]]--;
    }
    int[] order = new int[labels.length];
    Arrays.setAll(order, row -> row);
    random.shuffle(order);
    int[] taker = new int[draft.data().classes().size()];
    int[] drawn = draft.clientOfRow().clone();
    for (int row : order) {
      int label = labels[row];
      int holder = holderOfRow[row];
      if (missing[holder][label] < 0) {
        while (missing[taker[label]][label] <= 0) {
          taker[label]++;
        }
        missing[holder][label]++;
        missing[taker[label]][label]--;
        drawn[row] = taker[label] == clients ? Draft.NOBODY : taker[label];
      }
    }
    return new Draft(draft.data(), draft.clients(), drawn, draft.locked());
  }
}
