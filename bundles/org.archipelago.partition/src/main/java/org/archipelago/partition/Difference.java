package org.archipelago.partition;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What two drafts of the same data differ in; either can be made of the other. */
final class Difference {

  private static final int SMALLEST = 200;

  private final int[] rows;
  private final int[] before;
  private final int[] after;
  private final List<String> clientsBefore;
  private final List<String> clientsAfter;
  private final boolean[] locksBefore;
  private final boolean[] locksAfter;

  private Difference(int[] rows, Draft before, Draft after) {
    this.rows = rows;
    this.before = Arrays.stream(rows).map(row -> before.clientOfRow()[row]).toArray();
    this.after = Arrays.stream(rows).map(row -> after.clientOfRow()[row]).toArray();
    clientsBefore = before.clients();
    clientsAfter = after.clients();
    boolean sameLocks = Arrays.equals(before.locked(), after.locked());
    locksBefore = before.locked();
    locksAfter = sameLocks ? locksBefore : after.locked();
  }

  static Difference between(Draft before, Draft after) {
    int[] rows =
        IntStream.range(0, before.clientOfRow().length)
            .filter(row -> before.clientOfRow()[row] != after.clientOfRow()[row])
            .toArray();
    return new Difference(rows, before, after);
  }

  Draft undo(Draft draft) {
    return changed(draft, clientsBefore, before, locksBefore);
  }

  Draft redo(Draft draft) {
    return changed(draft, clientsAfter, after, locksAfter);
  }

  private Draft changed(Draft draft, List<String> clients, int[] places, boolean[] locks) {
    int[] clientOfRow = draft.clientOfRow().clone();
    for (int i = 0; i < rows.length; i++) {
      clientOfRow[rows[i]] = places[i];
    }
    return new Draft(draft.data(), clients, clientOfRow, locks);
  }

  /** About the memory that it keeps from being freed. */
  long bytes() {
    long locks = locksBefore == locksAfter ? 0 : locksBefore.length + (long) locksAfter.length;
    long names = clientsBefore == clientsAfter ? 0 : 8L * (clientsBefore.size() + clientsAfter.size());
    return SMALLEST + 3L * Integer.BYTES * rows.length + locks + names;
  }
}
