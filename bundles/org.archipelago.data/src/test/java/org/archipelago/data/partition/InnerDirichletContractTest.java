package org.archipelago.data.partition;

import java.util.List;
import java.util.Map;

class InnerDirichletContractTest extends PartitionerContract {

  InnerDirichletContractTest() {
    super("inner-dirichlet", Map.of("clients", 3, "alpha", 0.1, "sizes", List.of(1.0, 2.0, 3.0)), 3);
  }
}
