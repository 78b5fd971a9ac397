package org.archipelago.data.partition;

import java.util.Map;

class ContinuousContractTest extends PartitionerContract {

  ContinuousContractTest() {
    super("continuous", Map.of("clients", 7, "column", "number"), 7);
  }
}
