package org.archipelago.partition;

import java.util.Arrays;
import org.archipelago.core.RandomStream;

record ReadRows(String file, Draft read) implements Edit {

  @Override
  public String name(Draft before) {
    return "Read from " + file;
  }

  @Override
  public Draft apply(Draft before, RandomStream random) {
    for (int client = 0; client < before.clients().size(); client++) {
      Refused.ifLocked(before, client);
    }
    if (!Arrays.equals(before.data().tableRows(), read.data().tableRows())) {
      throw Refused.because(
          "'%s' holds out other rows than this partition; make a partition of its own of it with the command partition."
              .formatted(file));
    }
    return Draft.of(before.data(), read.clients(), read.clientOfRow());
  }
}
