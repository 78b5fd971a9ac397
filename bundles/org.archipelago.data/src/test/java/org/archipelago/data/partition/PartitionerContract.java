package org.archipelago.data.partition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.archipelago.core.RandomStream;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ComponentSpec;
import org.archipelago.data.Fixtures;
import org.archipelago.data.Partition;
import org.archipelago.data.PartitionRequest;
import org.archipelago.data.PartitionerFactory;
import org.junit.jupiter.api.Test;

/** What holds of every partitioner; one small subclass each. */
abstract class PartitionerContract {

  private final String id;
  private final Map<String, Object> parameters;
  private final int clients;

  /** @param clients how many come of the rows below, whose column {@code site} has six values, and whose
   *     column {@code number} has numbers */
  PartitionerContract(String id, Map<String, Object> parameters, int clients) {
    this.id = id;
    this.parameters = parameters;
    this.clients = clients;
  }

  static Partition deal(String id, Map<String, Object> parameters, PartitionRequest request) {
    ComponentSpec spec = Fixtures.partition(id, parameters);
    return Fixtures.CATALOG
        .get(ComponentKind.PARTITIONER, id, PartitionerFactory.class)
        .create(spec.parameters())
        .partition(request);
  }

  /** 10 classes of 60 rows, one row after the other from each. */
  static PartitionRequest request(long seed) {
    int[] labels = IntStream.range(0, 600).map(row -> row % 10).toArray();
    return request(labels, 10, seed);
  }

  static PartitionRequest request(int[] labels, int classes, long seed) {
    return new PartitionRequest(
        labels,
        classes,
        name ->
            IntStream.range(0, labels.length)
                .mapToObj(row -> name.equals("number") ? "" + row * 37 % 101 : "site " + row * 7 % 6)
                .toList(),
        name -> List.of(),
        new RandomStream(seed));
  }

  final Partition deal(long seed) {
    return deal(id, parameters, request(seed));
  }

  @Test
  void everyRowIsOnExactlyOneClient() {
    for (long seed = 1; seed <= 20; seed++) {
      int[] all = deal(seed).rows().stream().flatMapToInt(Arrays::stream).sorted().toArray();
      assertArrayEquals(IntStream.range(0, 600).toArray(), all);
    }
  }

  @Test
  void everyClientHasRowsInAscendingOrder() {
    for (long seed = 1; seed <= 20; seed++) {
      for (int[] rows : deal(seed).rows()) {
        assertTrue(rows.length > 0);
        assertArrayEquals(Arrays.stream(rows).sorted().toArray(), rows);
      }
    }
  }

  @Test
  void clientsAreAsManyAsAskedForAndNamedApart() {
    List<String> names = deal(1).clients();
    assertEquals(clients, names.size());
    assertEquals(clients, new HashSet<>(names).size());
  }

  @Test
  void theSameSeedGivesTheSamePartition() {
    Partition one = deal(5);
    Partition other = deal(5);
    assertEquals(one.clients(), other.clients());
    for (int client = 0; client < clients; client++) {
      assertArrayEquals(one.rows().get(client), other.rows().get(client));
    }
  }

  @Test
  void theComponentDescribesItself() {
    var descriptor = Fixtures.CATALOG.find(ComponentKind.PARTITIONER, id).orElseThrow().descriptor();
    assertEquals(id, descriptor.id());
    assertTrue(descriptor.text().endsWith("."), descriptor.text());
    descriptor.parameters().forEach(p -> assertTrue(p.text().endsWith("."), p.text()));
  }
}
