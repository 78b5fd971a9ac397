package org.archipelago.data.partition;

import java.util.Map;

class NaturalPartitionerContractTest extends PartitionerContract {

  NaturalPartitionerContractTest() {
    super("natural", Map.of("column", "site"), 6);
  }
}
