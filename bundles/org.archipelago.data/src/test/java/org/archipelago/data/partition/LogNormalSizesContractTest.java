package org.archipelago.data.partition;

import java.util.Map;

class LogNormalSizesContractTest extends PartitionerContract {

  LogNormalSizesContractTest() {
    super("sizes", Map.of("clients", 20, "law", "log-normal", "sigma", 3.0), 20);
  }
}
