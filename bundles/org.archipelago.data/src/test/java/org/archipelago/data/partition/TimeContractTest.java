package org.archipelago.data.partition;

import java.util.Map;

class TimeContractTest extends PartitionerContract {

  TimeContractTest() {
    super("time", Map.of("clients", 7, "column", "number"), 7);
  }
}
