package org.archipelago.data.partition;

import java.util.List;
import java.util.Map;

class NaturalColumnsContractTest extends PartitionerContract {

  NaturalColumnsContractTest() {
    super("natural-columns", Map.of("columns", List.of("site"), "valuesPerClient", 4, "order", "random"), 2);
  }
}
