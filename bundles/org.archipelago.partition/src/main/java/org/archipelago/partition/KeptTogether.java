package org.archipelago.partition;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Groups of rows that the section {@code data} keeps together, such as those of a patient: what an edit would part goes
 * whole to where most of it is.
 */
public final class KeptTogether {

  private static final int NOT_MET = -2;
  private static final int APART = -3;

  private KeptTogether() {}

  /**
   * The draft after an edit with no group in several places that was in one before.
   *
   * @throws org.archipelago.core.InvalidInputException if rows of locked cells would have to move, or nothing is left of
   *     the edit
   */
  public static Draft mend(Draft before, Draft after) {
    Optional<int[]> groups = before.data().groupOfRow();
    if (groups.isEmpty()) {
      return after;
    }
    int[] groupOf = groups.get();
    int[] placeBefore = places(groupOf, before.clientOfRow());
    int[] placeAfter = places(groupOf, after.clientOfRow());
    Map<Integer, Map<Integer, Integer>> parted = new HashMap<>();
    for (int row = 0; row < groupOf.length; row++) {
      if (placeAfter[groupOf[row]] == APART && placeBefore[groupOf[row]] != APART) {
        parted
            .computeIfAbsent(groupOf[row], group -> new HashMap<>())
            .merge(after.clientOfRow()[row], 1, Integer::sum);
      }
    }
    return parted.isEmpty() ? after : mended(before, after, groupOf, parted);
  }

  private static Draft mended(
      Draft before, Draft after, int[] groupOf, Map<Integer, Map<Integer, Integer>> parted) {
    Map<Integer, Integer> home = new HashMap<>();
    parted.forEach((group, places) -> home.put(group, most(places)));
    int[] places = after.clientOfRow().clone();
    for (int row = 0; row < places.length; row++) {
      Integer place = home.get(groupOf[row]);
      if (place != null && places[row] != place) {
        refuseLocked(after, places[row], row);
        refuseLocked(after, place, row);
        places[row] = place;
      }
    }
    Draft mended = after.withRows(places);
    if (mended.equals(before)) {
      throw Refused.because(
          "These rows belong to larger groups, which are kept together (data.group, data.duplicates); move more rows.");
    }
    return mended;
  }

  private static int most(Map<Integer, Integer> places) {
    return places.entrySet().stream()
        .max(
            Map.Entry.<Integer, Integer>comparingByValue()
                .thenComparing(Map.Entry.<Integer, Integer>comparingByKey().reversed()))
        .orElseThrow()
        .getKey();
  }

  private static void refuseLocked(Draft draft, int client, int row) {
    if (client != Draft.NOBODY) {
      Refused.ifLocked(draft, new Cell(client, draft.data().labels()[row]));
    }
  }

  /** The place of every group, or {@link #APART}. */
  private static int[] places(int[] groupOf, int[] clientOfRow) {
    int[] places = new int[Arrays.stream(groupOf).max().orElse(-1) + 1];
    Arrays.fill(places, NOT_MET);
    for (int row = 0; row < groupOf.length; row++) {
      int place = places[groupOf[row]];
      places[groupOf[row]] = place == NOT_MET || place == clientOfRow[row] ? clientOfRow[row] : APART;
    }
    return places;
  }
}
