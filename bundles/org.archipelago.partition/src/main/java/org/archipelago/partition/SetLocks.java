package org.archipelago.partition;

import java.util.List;
import org.archipelago.core.RandomStream;

record SetLocks(List<Cell> cells, boolean locked) implements Edit {

  SetLocks {
    cells = List.copyOf(cells);
  }

  @Override
  public String name(Draft before) {
    String verb = locked ? "Lock" : "Unlock";
    return cells.size() == 1
        ? "%s class %s of %s"
            .formatted(
                verb,
                Said.label(before, cells.get(0).label()),
                Said.client(before, cells.get(0).client()))
        : "%s %,d cells".formatted(verb, cells.size());
  }

  @Override
  public Draft apply(Draft before, RandomStream random) {
    boolean[] locks = before.locked().clone();
    cells.forEach(cell -> locks[cell.client() * before.data().classes().size() + cell.label()] = locked);
    return new Draft(before.data(), before.clients(), before.clientOfRow(), locks);
  }
}
