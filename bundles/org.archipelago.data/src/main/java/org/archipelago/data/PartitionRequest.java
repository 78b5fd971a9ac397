package org.archipelago.data;

import java.util.List;
import java.util.function.Function;
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
 */
public record PartitionRequest(
    int[] labels,
    int classes,
    Function<String, List<String>> column,
    Function<String, List<String>> heldOutColumn,
    RandomStream random) {}
