package org.archipelago.testing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.Seed;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.data.Partition;
import org.archipelago.data.PartitionRequest;
import org.archipelago.data.PartitionerFactory;
import org.junit.jupiter.api.Test;

/** What every partitioner promises, on 240 rows of five classes with the columns {@code site} of four names and {@code number}. */
public abstract class PartitionerContract extends ComponentContract<PartitionerFactory> {

  /** Rows that are dealt. */
  protected static final int ROWS = 240;

  private static final int CLASSES = 5;

  @Override
  protected final ComponentKind kind() {
    return ComponentKind.PARTITIONER;
  }

  /** Whether it follows a paper; one by a column of the data has none. */
  @Override
  protected boolean followsAPaper() {
    return false;
  }

  private static PartitionRequest request(long seed) {
    return request(ROWS, seed);
  }

  private static PartitionRequest request(int rows, long seed) {
    Function<String, List<String>> column =
        name -> {
          if (name.equals("number")) {
            return IntStream.range(0, rows).mapToObj(row -> Integer.toString(row * 37 % 101)).toList();
          }
          if (!name.equals("site")) {
            throw new InvalidInputException(
                Problem.atField("partition", "There are site and number, and no " + name + "."));
          }
          return IntStream.range(0, rows).mapToObj(row -> "site " + row % 4).toList();
        };
    return new PartitionRequest(
        IntStream.range(0, rows).map(row -> row / 7 % CLASSES).toArray(),
        CLASSES,
        column,
        name -> List.of("site 0", "site 1", "site 2", "site 3"),
        new Seed(seed).stream("partition"));
  }

  private Partition partition(long seed) {
    return factory().create(values()).partition(request(seed));
  }

  @Override
  protected void use(ParameterValues values) {
    factory().create(values).partition(request(1));
  }

  @Test
  void noRowIsOnTwoClientsAndEveryClientHasOne() {
    Partition partition = partition(1);
    HashSet<Integer> dealt = new HashSet<>();
    assertTrue(partition.clients().size() >= 1);
    assertEquals(partition.clients().size(), new HashSet<>(partition.clients()).size(), "names are distinct");
    for (int[] rows : partition.rows()) {
      assertTrue(rows.length > 0, "a client without rows");
      assertArrayEquals(IntStream.of(rows).sorted().toArray(), rows, "rows ascend");
      for (int row : rows) {
        assertTrue(row >= 0 && row < ROWS && dealt.add(row), "row " + row);
      }
    }
  }

  @Test
  void theSameSeedDealsTheSameRows() {
    Partition one = partition(1);
    Partition other = partition(1);
    assertEquals(one.clients(), other.clients());
    for (int client = 0; client < one.rows().size(); client++) {
      assertArrayEquals(one.rows().get(client), other.rows().get(client));
    }
  }

  @Test
  void moreClientsThanRowsAreRefusedInWords() {
    assumeTrue(factory().descriptor().parameter("clients").isPresent());
    ParameterValues many = values(Map.of("clients", 100));
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> factory().create(many).partition(request(20, 1)));
    assertTrue(refused.problems().get(0).message().length() > 20);
  }
}
