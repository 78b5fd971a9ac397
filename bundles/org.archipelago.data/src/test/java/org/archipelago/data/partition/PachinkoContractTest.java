package org.archipelago.data.partition;

import java.util.Map;

class PachinkoContractTest extends PartitionerContract {

  PachinkoContractTest() {
    super("pachinko", Map.of("clients", 20, "column", "site"), 20);
  }
}
