package org.archipelago.partition;

import java.util.ArrayList;
import java.util.List;
import org.archipelago.core.RandomStream;

record RenameClient(int client, String name) implements Edit {

  @Override
  public String name(Draft before) {
    return "Rename %s to %s".formatted(before.clients().get(client), name);
  }

  @Override
  public Draft apply(Draft before, RandomStream random) {
    List<String> names = new ArrayList<>(before.clients());
    names.remove(client);
    ClientList.checkName(name, names);
    names.add(client, name);
    return new Draft(before.data(), names, before.clientOfRow(), before.locked());
  }
}
