package org.archipelago.partition.vertical;

import java.util.List;

/**
 * A client of a vertical partition.
 *
 * @param name the client's
 * @param columns features that it has, in the order of the table
 * @param hasTarget whether it has the target, too
 * @param rows of the table that it has, ascending
 */
public record Party(String name, List<String> columns, boolean hasTarget, int[] rows) {

  public Party {
    columns = List.copyOf(columns);
  }
}
