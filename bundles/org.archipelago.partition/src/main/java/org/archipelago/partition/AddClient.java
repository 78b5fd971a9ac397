package org.archipelago.partition;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.archipelago.core.RandomStream;

record AddClient(String name) implements Edit {

  @Override
  public String name(Draft before) {
    return "Add " + name;
  }

  @Override
  public Draft apply(Draft before, RandomStream random) {
    ClientList.checkName(name, before.clients());
    int clients = before.clients().size();
    List<String> names = new ArrayList<>(before.clients());
    names.add(name);
    List<Integer> from = new ArrayList<>(IntStream.range(0, clients).boxed().toList());
    from.add(Draft.NOBODY);
    return ClientList.changed(before, names, from, IntStream.range(0, clients).toArray());
  }
}
