package org.archipelago.data.partition;

import java.util.List;
import java.util.Map;

class SizeListContractTest extends PartitionerContract {

  SizeListContractTest() {
    super("size-list", Map.of("sizes", List.of(1.0, 100.0, 499.0)), 3);
  }
}
