package org.archipelago.partition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.archipelago.core.RandomStream;

record SplitClient(int client, int parts) implements Edit {

  @Override
  public String name(Draft before) {
    return "Split %s into %d".formatted(before.clients().get(client), parts);
  }

  @Override
  public Draft apply(Draft before, RandomStream random) {
    Refused.ifLocked(before, client);
    int[] rows = before.rowsOf(client);
    if (parts < 2 || parts > rows.length) {
      throw Refused.because(
          "Found %d parts, but '%s' has %d rows: it can be split into 2 parts or more, each with a row."
              .formatted(parts, before.clients().get(client), rows.length));
    }
    Draft room = withRoom(before);
    int[] places = room.clientOfRow().clone();
    int turn = 0;
    for (int label = 0; label < before.data().classes().size(); label++) {
      int[] ofClass = ofClass(rows, before.data().labels(), label);
      random.shuffle(ofClass);
      for (int row : ofClass) {
        places[row] = client + turn++ % parts;
      }
    }
    return room.withRows(places);
  }

  /** With clients without rows behind the one that is split. */
  private Draft withRoom(Draft before) {
    List<String> names = new ArrayList<>();
    List<Integer> from = new ArrayList<>();
    List<String> taken = new ArrayList<>(before.clients());
    int[] to = new int[before.clients().size()];
    for (int old = 0; old < to.length; old++) {
      to[old] = names.size();
      names.add(before.clients().get(old));
      from.add(old);
      for (int part = 1; old == client && part < parts; part++) {
        String name = ClientList.free(before.clients().get(client), taken);
        taken.add(name);
        names.add(name);
        from.add(Draft.NOBODY);
      }
    }
    return ClientList.changed(before, names, from, to);
  }

  private static int[] ofClass(int[] rows, int[] labels, int label) {
    return Arrays.stream(rows).filter(row -> labels[row] == label).toArray();
  }
}
