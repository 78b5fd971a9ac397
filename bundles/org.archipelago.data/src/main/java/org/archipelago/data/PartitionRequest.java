package org.archipelago.data;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.archipelago.core.RandomStream;

/**
 * What a partitioner may look at.
 *
 * @param labels class of every row that is to be assigned; for regression its target's decile
 * @param classes number of classes; every label is in [0, classes)
 * @param column values of a column of the source by its name, one a row, empty text where missing;
 *     throws {@link org.archipelago.core.InvalidInputException} with the names there are when there
 *     is no such column
 * @param heldOutColumn the same column's values in the rows of the common hold-out, which are not
 *     dealt
 * @param random the partition's own stream
 * @param origin where the rows come from
 */
public record PartitionRequest(
    int[] labels,
    int classes,
    Function<String, List<String>> column,
    Function<String, List<String>> heldOutColumn,
    RandomStream random,
    RowOrigin origin) {

  /** Of rows that are a table by themselves. */
  public PartitionRequest(
      int[] labels,
      int classes,
      Function<String, List<String>> column,
      Function<String, List<String>> heldOutColumn,
      RandomStream random) {
    this(
        labels,
        classes,
        column,
        heldOutColumn,
        random,
        new RowOrigin(Path.of(""), "", "", IntStream.range(0, labels.length).toArray()));
  }
}
