package org.archipelago.partition;

import java.util.List;
import org.archipelago.core.RandomStream;

record MergeClients(List<Integer> clients) implements Edit {

  MergeClients {
    clients = clients.stream().distinct().sorted().toList();
  }

  @Override
  public String name(Draft before) {
    return "Merge " + Said.clients(before, clients);
  }

  @Override
  public Draft apply(Draft before, RandomStream random) {
    if (clients.size() < 2) {
      throw Refused.because("Choose two or more clients to make one of.");
    }
    clients.forEach(client -> Refused.ifLocked(before, client));
    return ClientList.without(before, clients.subList(1, clients.size()), clients.get(0));
  }
}
