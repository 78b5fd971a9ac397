package org.archipelago.data.partition;

import java.util.Map;

class DirichletPartitionerContractTest extends PartitionerContract {

  DirichletPartitionerContractTest() {
    super("dirichlet", Map.of("clients", 20, "alpha", 0.1), 20);
  }
}
