package org.archipelago.data;

import java.util.List;
import org.archipelago.core.Seed;

/**
 * The rows that are left to deal to clients once the hold-out and the server's rows are known.
 *
 * @param of all rows
 * @param reserved those that are not dealt
 * @param rows of the table that are dealt, ascending
 * @param labels class of each, or the tenth that its number is in
 * @param classes names of the classes, of the types of span, or of the tenths
 */
public record UndealtRows(
    SourceRows of, Reserved reserved, int[] rows, int[] labels, List<String> classes) {

  public UndealtRows {
    classes = List.copyOf(classes);
  }

  /** What a partitioner may look at in the experiment. */
  public PartitionRequest request() {
    return request(of.seed());
  }

  /** What a partitioner may look at that deals by another seed. */
  public PartitionRequest request(Seed seed) {
    return new PartitionRequest(
        labels,
        classes.size(),
        of.texts(rows),
        of.texts(reserved.heldOut()),
        seed.stream("partition"),
        new RowOrigin(of.baseFolder(), of.name(), of.hash(), rows));
  }
}
