package org.archipelago.partition;

import org.archipelago.core.RandomStream;

record MoveRows(int count, int label, int from, int to) implements Edit {

  @Override
  public String name(Draft before) {
    return "Move %s of class %s from %s to %s"
        .formatted(
            Said.rows(count), Said.label(before, label), Said.client(before, from), Said.client(before, to));
  }

  @Override
  public Draft apply(Draft before, RandomStream random) {
    refuseLocked(before, from);
    refuseLocked(before, to);
    int there = rowsThere(before);
    if (count < 0 || count > there) {
      throw Refused.because(
          "%d rows of class '%s' are to leave %s, which has %d; move fewer."
              .formatted(count, Said.label(before, label), Said.client(before, from), there));
    }
    int[] places = before.clientOfRow().clone();
    for (int row : Draw.rows(before, places, label, Draw.from(before, from, count), random)) {
      places[row] = to;
    }
    return before.withRows(places);
  }

  private void refuseLocked(Draft before, int client) {
    if (client != Draft.NOBODY) {
      Refused.ifLocked(before, new Cell(client, label));
    }
  }

  private int rowsThere(Draft before) {
    int rows = 0;
    for (int row = 0; row < before.clientOfRow().length; row++) {
      rows += before.clientOfRow()[row] == from && before.data().labels()[row] == label ? 1 : 0;
    }
    return rows;
  }
}
