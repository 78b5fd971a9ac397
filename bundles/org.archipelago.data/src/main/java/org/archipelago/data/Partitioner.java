package org.archipelago.data;

import java.util.Optional;

/** A rule by which rows are dealt to clients. */
@FunctionalInterface
public interface Partitioner {

  /**
   * Deals the rows. Deterministic in the request.
   *
   * @throws org.archipelago.core.InvalidInputException if it can't be done, such as for more clients
   *     than rows; the message says what would do
   */
  Partition partition(PartitionRequest request);

  /**
   * The rows that are held out or the server's, where the rule knows them itself, as a saved partition does; nothing
   * where they are to be drawn as the section {@code data} says.
   *
   * @throws org.archipelago.core.InvalidInputException if it knows rows of other data than these
   */
  default Optional<Reserved> reserved(SourceRows rows) {
    return Optional.empty();
  }
}
