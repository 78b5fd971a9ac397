package org.archipelago.data.partition;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

class MatrixContractTest extends PartitionerContract {

  private static final List<Double> SHARES = IntStream.range(0, 30).mapToObj(i -> i % 7 + 0.5).toList();

  MatrixContractTest() {
    super("distribution-matrix", Map.of("clients", 3, "shares", SHARES), 3);
  }
}
