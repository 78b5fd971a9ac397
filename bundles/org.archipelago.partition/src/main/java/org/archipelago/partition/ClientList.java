package org.archipelago.partition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What edits that add, take away or name clients share. */
final class ClientList {

  private ClientList() {}

  /** @throws org.archipelago.core.InvalidInputException if no client can be called so */
  static void checkName(String name, List<String> others) {
    if (name.isBlank()) {
      throw Refused.because("A client needs a name.");
    }
    if (others.contains(name)) {
      throw Refused.because("Another client is called '%s' already; choose another name.".formatted(name));
    }
  }

  /** The name, or where it is taken, with the first number behind it with which it is not. */
  static String free(String name, List<String> taken) {
    String free = name;
    for (int number = 2; taken.contains(free); number++) {
      free = "%s (%d)".formatted(name, number);
    }
    return free;
  }

  /**
   * The draft with other clients.
   *
   * @param names of the clients afterwards
   * @param from for each of them its index before; {@link Draft#NOBODY} for a new one
   * @param to for each client before its index afterwards, or {@link Draft#NOBODY} where its rows go to the reserve
   */
  static Draft changed(Draft before, List<String> names, List<Integer> from, int[] to) {
    int classes = before.data().classes().size();
    boolean[] locks = new boolean[names.size() * classes];
    for (int client = 0; client < names.size(); client++) {
      if (from.get(client) != Draft.NOBODY) {
        System.arraycopy(before.locked(), from.get(client) * classes, locks, client * classes, classes);
      }
    }
    int[] places =
        Arrays.stream(before.clientOfRow())
            .map(client -> client == Draft.NOBODY ? Draft.NOBODY : to[client])
            .toArray();
    return new Draft(before.data(), names, places, locks);
  }

  /** Without some clients, the rows of which go elsewhere. */
  static Draft without(Draft before, List<Integer> gone, int theirRows) {
    List<String> names = new ArrayList<>();
    List<Integer> from = new ArrayList<>();
    int[] to = new int[before.clients().size()];
    for (int client = 0; client < to.length; client++) {
      if (!gone.contains(client)) {
        to[client] = names.size();
        names.add(before.clients().get(client));
        from.add(client);
      }
    }
    int place = theirRows == Draft.NOBODY ? Draft.NOBODY : to[theirRows];
    gone.forEach(client -> to[client] = place);
    return changed(before, names, from, to);
  }
}
