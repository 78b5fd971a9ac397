package org.archipelago.data;

/** A rule by which rows are dealt to clients. */
@FunctionalInterface
public interface Partitioner {

  /**
   * Deals all rows. Deterministic in the request.
   *
   * @throws org.archipelago.core.InvalidInputException if it can't be done, such as for more clients
   *     than rows; the message says what would do
   */
  Partition partition(PartitionRequest request);
}
