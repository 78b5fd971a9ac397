package org.archipelago.data;

import java.util.List;

/**
 * Rows assigned to clients. No row is on two clients; every client has at least one.
 *
 * @param clients names, in the order of the clients' indices
 * @param rows for each client the rows it holds, ascending
 * @param notes sentences a report must carry, such as which part of the data became no client
 */
public record Partition(List<String> clients, List<int[]> rows, List<String> notes) {

  public Partition {
    clients = List.copyOf(clients);
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
    if (clients.size() != rows.size()) {
      throw new IllegalArgumentException(clients.size() + " names for " + rows.size() + " clients");
    }
  }
}
