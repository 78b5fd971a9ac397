package org.archipelago.partition;

import java.util.List;
import org.archipelago.core.RandomStream;

record RemoveClients(List<Integer> clients) implements Edit {

  RemoveClients {
    clients = clients.stream().distinct().sorted().toList();
  }

  @Override
  public String name(Draft before) {
    return "Remove " + Said.clients(before, clients);
  }

  @Override
  public Draft apply(Draft before, RandomStream random) {
    clients.forEach(client -> Refused.ifLocked(before, client));
    if (clients.size() == before.clients().size()) {
      throw Refused.because("These are all the clients, and at least one is needed; leave one.");
    }
    return ClientList.without(before, clients, Draft.NOBODY);
  }
}
