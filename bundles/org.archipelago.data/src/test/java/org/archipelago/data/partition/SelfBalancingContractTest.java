package org.archipelago.data.partition;

import java.util.Map;

class SelfBalancingContractTest extends PartitionerContract {

  SelfBalancingContractTest() {
    super("dirichlet", Map.of("clients", 20, "alpha", 0.001, "selfBalancing", true), 20);
  }
}
