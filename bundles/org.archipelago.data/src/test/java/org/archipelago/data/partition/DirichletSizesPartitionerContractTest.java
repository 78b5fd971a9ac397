package org.archipelago.data.partition;

import java.util.Map;

class DirichletSizesPartitionerContractTest extends PartitionerContract {

  DirichletSizesPartitionerContractTest() {
    super("dirichlet-sizes", Map.of("clients", 20, "alpha", 0.1, "minimum", 3), 20);
  }
}
