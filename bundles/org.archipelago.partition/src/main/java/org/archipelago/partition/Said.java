package org.archipelago.partition;

import java.util.List;
import java.util.stream.Collectors;

/** Names and numbers as the names of edits have them. */
final class Said {

  private static final int MOST_NAMES = 3;

  private Said() {}

  static String client(Draft draft, int client) {
    return client == Draft.NOBODY ? "the reserve" : draft.clients().get(client);
  }

  static String label(Draft draft, int label) {
    return draft.data().classes().get(label);
  }

  /** Their names, or how many they are. */
  static String clients(Draft draft, List<Integer> clients) {
    return clients.size() > MOST_NAMES
        ? clients.size() + " clients"
        : clients.stream().map(draft.clients()::get).collect(Collectors.joining(", "));
  }

  static String rows(int count) {
    return count == 1 ? "1 row" : "%,d rows".formatted(count);
  }
}
