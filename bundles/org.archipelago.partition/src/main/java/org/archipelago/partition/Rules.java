package org.archipelago.partition;

import java.util.Arrays;
import java.util.List;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.Seed;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.core.catalog.ComponentSpec;
import org.archipelago.data.Partition;
import org.archipelago.data.PartitionRequest;
import org.archipelago.data.Partitioner;

/** Deals rows by a partitioner, as a run does. */
public final class Rules {

  private Rules() {}

  /**
   * The draft that a rule makes of data, without locks.
   *
   * @param rule the partitioner with its parameters
   * @param seed the experiment's, or another to deal anew
   * @throws InvalidInputException if the rule can't deal these rows; the message says what would do
   */
  public static Draft deal(PartitionData data, ComponentSpec rule, Seed seed, Catalog catalog) {
    Partitioner partitioner = PartitionData.partitioner(rule, catalog);
    return draft(
        data,
        data.origin()
            .map(rows -> rows.deal(partitioner, seed))
            .orElseGet(() -> partitioner.partition(withoutTable(data, seed))));
  }

  /** A partition of the data's rows as a draft. */
  public static Draft draft(PartitionData data, Partition partition) {
    int[] clientOfRow = new int[data.rows()];
    Arrays.fill(clientOfRow, Draft.NOBODY);
    for (int client = 0; client < partition.rows().size(); client++) {
      for (int row : partition.rows().get(client)) {
        clientOfRow[row] = client;
      }
    }
    return Draft.of(data, partition.clients(), clientOfRow);
  }

  private static PartitionRequest withoutTable(PartitionData data, Seed seed) {
    return new PartitionRequest(
        data.labels(), data.classes().size(), Rules::noColumn, Rules::noColumn, seed.stream("partition"));
  }

  private static List<String> noColumn(String name) {
    throw new InvalidInputException(
        Problem.atField("partition.column", "There is no table with a column '%s' here.".formatted(name)));
  }
}
