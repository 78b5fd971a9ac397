package org.archipelago.data;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** All rows that another rule would deal, on one client. */
record PooledPartitioner(Partitioner rule) implements Partitioner {

  @Override
  public Partition partition(PartitionRequest request) {
    return new Partition(
        List.of("all"), List.of(IntStream.range(0, request.labels().length).toArray()), List.of());
  }

  @Override
  public Optional<Reserved> reserved(SourceRows rows) {
    return rule.reserved(rows);
  }
}
