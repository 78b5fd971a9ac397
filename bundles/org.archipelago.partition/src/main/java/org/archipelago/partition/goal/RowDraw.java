package org.archipelago.partition.goal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.archipelago.core.RandomStream;
import org.archipelago.partition.Draft;

/**
 * Which rows make a matrix: whatever can stay where it is does, and who gives rows gives any of them, groups that are kept
 * together as whole as goes.
 */
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
    int[] order = order(draft, random);
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

  /** All rows at random, those of a group one after the other. */
  private static int[] order(Draft draft, RandomStream random) {
    int[] order = IntStream.range(0, draft.data().rows()).toArray();
    random.shuffle(order);
    Optional<int[]> groupOf = draft.data().groupOfRow();
    if (groupOf.isEmpty()) {
      return order;
    }
    Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
    for (int row : order) {
      groups.computeIfAbsent(groupOf.get()[row], group -> new ArrayList<>()).add(row);
    }
    return groups.values().stream().flatMap(List::stream).mapToInt(Integer::intValue).toArray();
  }
}
