package org.archipelago.data;

import java.util.Arrays;
import java.util.List;

/**
 * Where every row of the table went: to a client, into the common hold-out, or nowhere.
 *
 * @param tableRows rows of the table
 * @param heldOut rows of the common hold-out, ascending
 * @param server rows that the server owns, ascending
 * @param clients at least one
 */
record Split(int tableRows, int[] heldOut, int[] server, List<ClientRows> clients) {

  /** Rows that each client trains on. */
  List<int[]> trainingRows() {
    return clients.stream().map(ClientRows::train).toList();
  }

  /**
   * SHA-256 over one four-byte big-endian number a row: 2c if client c trains on it, 2c + 1 if client
   * c keeps it back, −1 in the hold-out, −2 nowhere, −3 at the server.
   */
  String hash() {
    int[] places = new int[tableRows];
    Arrays.fill(places, RowPlaces.NOWHERE);
    mark(places, heldOut, RowPlaces.HELD_OUT);
    mark(places, server, RowPlaces.AT_SERVER);
    for (int client = 0; client < clients.size(); client++) {
      mark(places, clients.get(client).train(), RowPlaces.trainedOn(client));
      mark(places, clients.get(client).test(), RowPlaces.keptBack(client));
    }
    return RowPlaces.hashOf(places);
  }

  private static void mark(int[] places, int[] rows, int place) {
    for (int row : rows) {
      places[row] = place;
    }
  }
}
