package org.archipelago.data.partition;

import java.util.Map;

class IidPartitionerContractTest extends PartitionerContract {

  IidPartitionerContractTest() {
    super("iid", Map.of("clients", 7), 7);
  }
}
