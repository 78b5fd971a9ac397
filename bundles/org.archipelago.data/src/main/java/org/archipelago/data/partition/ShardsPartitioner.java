package org.archipelago.data.partition;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentFactory;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.core.catalog.Range;
import org.archipelago.data.Partition;
import org.archipelago.data.PartitionRequest;
import org.archipelago.data.Partitioner;
import org.archipelago.data.PartitionerFactory;
import org.osgi.service.component.annotations.Component;

/**
 * The rows, ordered by their class, are cut into shards of equal size, and every client gets so many shards at random:
 * the non-IID case of McMahan et al. 2017, section 3, where 100 clients have two of 200 shards each. A client has rows of
 * few classes, often of one or two. Where the rows can't be cut evenly, sizes of shards differ by one row.
 */
@Component(service = ComponentFactory.class)
public final class ShardsPartitioner implements PartitionerFactory {

  private static final String SHARDS = "shardsPerClient";

  private static final ComponentDescriptor DESCRIPTOR =
      new ComponentDescriptor(
          ComponentKind.PARTITIONER,
          "shards",
          "Shards of rows ordered by class",
          "Rows are ordered by class and cut into equal shards; every client gets some shards at random.",
          "McMahan et al. 2017, section 3",
          List.of(
              Deal.clientsParameter(),
              ParameterDescriptor.integer(
                      SHARDS, Range.between(1, 10_000), "Number of shards that every client gets.")
                  .withDefault(2)
                  .withUnit("shards")));

  @Override
  public ComponentDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Partitioner create(ParameterValues values) {
    int clients = values.integer(Deal.CLIENTS);
    int shards = values.integer(SHARDS);
    return request -> deal(request, clients, shards);
  }

  private static Partition deal(PartitionRequest request, int clients, int shardsPerClient) {
    int[] labels = request.labels();
    Deal.checkEnoughRows(labels.length, clients, shardsPerClient);
    int[] rows =
        Deal.rowsByClass(labels, request.classes()).stream().flatMapToInt(Arrays::stream).toArray();
    int shards = clients * shardsPerClient;
    int[] order = IntStream.range(0, shards).toArray();
    request.random().shuffle(order);
    int[] clientOfRow = new int[rows.length];
    for (int place = 0; place < shards; place++) {
      int client = place / shardsPerClient;
      Arrays.stream(rows, cut(rows, order[place], shards), cut(rows, order[place] + 1, shards))
          .forEach(row -> clientOfRow[row] = client);
    }
    return Deal.numbered(clientOfRow, clients);
  }

  /** The first row of a shard, in the order of the rows. */
  private static int cut(int[] rows, int shard, int shards) {
    return (int) ((long) rows.length * shard / shards);
  }
}
