package org.archipelago.data.partition;

import java.util.Map;

class PathologicalRandomContractTest extends PartitionerContract {

  PathologicalRandomContractTest() {
    super("pathological", Map.of("clients", 10, "classesPerClient", 1, "assignment", "random"), 10);
  }
}
