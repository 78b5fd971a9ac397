package org.archipelago.partition;

import org.archipelago.core.RandomStream;

record Replace(String words, Draft draft) implements Edit {

  @Override
  public String name(Draft before) {
    return words;
  }

  @Override
  public Draft apply(Draft before, RandomStream random) {
    if (draft.data() != before.data() || !draft.clients().equals(before.clients())) {
      throw new IllegalArgumentException("a draft of other data or clients");
    }
    int[] labels = before.data().labels();
    for (int row = 0; row < labels.length; row++) {
      int old = before.clientOfRow()[row];
      int now = draft.clientOfRow()[row];
      if (old != now) {
        refuseLocked(before, old, labels[row]);
        refuseLocked(before, now, labels[row]);
      }
    }
    return new Draft(before.data(), before.clients(), draft.clientOfRow(), before.locked());
  }

  private static void refuseLocked(Draft before, int client, int label) {
    if (client != Draft.NOBODY) {
      Refused.ifLocked(before, new Cell(client, label));
    }
  }
}
