package org.archipelago.data.partition;

import java.util.Map;

class SizesContractTest extends PartitionerContract {

  SizesContractTest() {
    super("sizes", Map.of("clients", 20, "law", "exponential", "minimum", 2), 20);
  }
}
