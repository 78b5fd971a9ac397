package org.archipelago.partition;

import java.util.List;

/**
 * What is cut into clients: the rows of one source that are neither in the common hold-out nor the server's.
 *
 * @param source as the experiment names it
 * @param hash SHA-256 of the data as read, hexadecimal
 * @param target name of the target
 * @param classes names of the classes, or of the tenths of a numeric target; at least one
 * @param labels class of every row
 * @param tableRows row of the table, from 0, of every row; ascending
 */
public record PartitionData(
    String source, String hash, String target, List<String> classes, int[] labels, int[] tableRows) {

  public PartitionData {
    classes = List.copyOf(classes);
    if (labels.length != tableRows.length) {
      throw new IllegalArgumentException(labels.length + " labels for " + tableRows.length + " rows");
    }
  }

  /** Rows that are dealt. */
  public int rows() {
    return labels.length;
  }
}
