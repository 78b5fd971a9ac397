package org.archipelago.data.partition;

import java.util.Map;

class PathologicalDeterministicContractTest extends PartitionerContract {

  PathologicalDeterministicContractTest() {
    super("pathological", Map.of("clients", 20, "classesPerClient", 3, "assignment", "deterministic"), 20);
  }
}
