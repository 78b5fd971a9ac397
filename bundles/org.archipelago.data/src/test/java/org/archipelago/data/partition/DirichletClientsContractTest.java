package org.archipelago.data.partition;

import java.util.Map;

class DirichletClientsContractTest extends PartitionerContract {

  DirichletClientsContractTest() {
    super("dirichlet-clients", Map.of("clients", 20, "alpha", 0.1), 20);
  }
}
