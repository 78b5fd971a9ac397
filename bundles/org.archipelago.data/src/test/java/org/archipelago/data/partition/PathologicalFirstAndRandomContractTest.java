package org.archipelago.data.partition;

import java.util.Map;

class PathologicalFirstAndRandomContractTest extends PartitionerContract {

  PathologicalFirstAndRandomContractTest() {
    super("pathological", Map.of("clients", 20, "classesPerClient", 3, "assignment", "first-and-random"), 20);
  }
}
