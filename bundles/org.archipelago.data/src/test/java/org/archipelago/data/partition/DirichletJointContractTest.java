package org.archipelago.data.partition;

import java.util.Map;

class DirichletJointContractTest extends PartitionerContract {

  DirichletJointContractTest() {
    super("dirichlet-joint", Map.of("clients", 20, "alpha", 0.1, "sizesAlpha", 0.1, "minimum", 3), 20);
  }
}
