package org.archipelago.partition;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A partition while it is worked on: which client has which row, and which cells of the matrix of clients and classes no
 * edit may change. Immutable; arrays handed out are not to be written to.
 *
 * @param data what is cut
 * @param clients their names, none twice, in the order of their indices
 * @param clientOfRow for every row of the data the index of its client, or {@link #NOBODY}
 * @param locked for every client and class whether the cell is locked: client × classes + class
 */
public record Draft(PartitionData data, List<String> clients, int[] clientOfRow, boolean[] locked) {

  /** In place of a client's index: the row is in the reserve, no client has it. */
  public static final int NOBODY = -1;

  public Draft {
    clients = List.copyOf(clients);
    if (clientOfRow.length != data.rows()) {
      throw new IllegalArgumentException(clientOfRow.length + " places for " + data.rows() + " rows");
    }
    if (locked.length != clients.size() * data.classes().size()) {
      throw new IllegalArgumentException(locked.length + " locks for " + clients.size() + " clients");
    }
  }

  /** A draft without locks. */
  public static Draft of(PartitionData data, List<String> clients, int[] clientOfRow) {
    return new Draft(data, clients, clientOfRow, new boolean[clients.size() * data.classes().size()]);
  }

  /** Rows of every client of every class: {@code [client][class]}. */
  public int[][] counts() {
    int[][] counts = new int[clients.size()][data.classes().size()];
    for (int row = 0; row < clientOfRow.length; row++) {
      if (clientOfRow[row] != NOBODY) {
        counts[clientOfRow[row]][data.labels()[row]]++;
      }
    }
    return counts;
  }

  /** Rows of every class that no client has. */
  public int[] reserve() {
    int[] counts = new int[data.classes().size()];
    for (int row = 0; row < clientOfRow.length; row++) {
      counts[data.labels()[row]] += clientOfRow[row] == NOBODY ? 1 : 0;
    }
    return counts;
  }

  public boolean isLocked(int client, int label) {
    return locked[client * data.classes().size() + label];
  }

  public boolean hasLocks() {
    for (boolean lock : locked) {
      if (lock) {
        return true;
      }
    }
    return false;
  }

  /** Rows of every client. */
  public int[] sizes() {
    int[] sizes = new int[clients.size()];
    for (int client : clientOfRow) {
      if (client != NOBODY) {
        sizes[client]++;
      }
    }
    return sizes;
  }

  /** The same with rows elsewhere. */
  Draft withRows(int[] places) {
    return new Draft(data, clients, places, locked);
  }

  /** Rows that client has, ascending. */
  public int[] rowsOf(int client) {
    return IntStream.range(0, clientOfRow.length).filter(row -> clientOfRow[row] == client).toArray();
  }

  /** Equal in content, with the same data. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Draft draft
        && draft.data == data
        && draft.clients.equals(clients)
        && Arrays.equals(draft.clientOfRow, clientOfRow)
        && Arrays.equals(draft.locked, locked);
  }

  @Override
  public int hashCode() {
    return 31 * clients.hashCode() + Arrays.hashCode(clientOfRow);
  }
}
