package org.archipelago.partition.vertical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.archipelago.core.RandomStream;
import org.archipelago.core.Seed;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.data.UndealtRows;

/**
 * Clients with different columns of the same rows.
 *
 * @param of what was dealt
 * @param parties at least two
 * @param shared rows that all of them have
 * @param leftOut features that nobody has, in the order of the table
 */
public record VerticalPartition(UndealtRows of, List<Party> parties, int shared, List<String> leftOut) {

  public VerticalPartition {
    parties = List.copyOf(parties);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Deals columns and rows.
   *
   * @param rows whose features are all columns but the target and those that {@code data.drop} names
   * @param values of {@link VerticalPartitioner}
   * @throws org.archipelago.core.InvalidInputException if there are not the columns for it
   */
  public static VerticalPartition of(UndealtRows rows, ParameterValues values, Seed seed) {
    RandomStream random = seed.stream("partition");
    ColumnDeal columns = ColumnDeal.of(rows.of(), values, random);
    int parties = columns.names().size();
    int shared = (int) Math.round(values.number(VerticalPartitioner.OVERLAP) * rows.rows().length);
    List<int[]> dealt = rows(rows.rows(), parties, shared, random);
    List<Party> all = new ArrayList<>();
    for (int party = 0; party < parties; party++) {
      all.add(
          new Party(
              columns.names().get(party),
              columns.columns().get(party),
              columns.hasTarget(party),
              dealt.get(party)));
    }
    return new VerticalPartition(rows, all, shared, columns.leftOut());
  }

  /** So many rows for everybody, the others dealt evenly. */
  private static List<int[]> rows(int[] rows, int parties, int shared, RandomStream random) {
    int[] shuffled = rows.clone();
    random.shuffle(shuffled);
    List<int[]> dealt = new ArrayList<>();
    for (int party = 0; party < parties; party++) {
      int turn = party;
      dealt.add(
          IntStream.range(0, shuffled.length)
              .filter(i -> i < shared || (i - shared) % parties == turn)
              .map(i -> shuffled[i])
              .sorted()
              .toArray());
    }
    return dealt;
  }

  /** Rows that somebody has. */
  public int dealtRows() {
    return (int) parties.stream().flatMapToInt(party -> Arrays.stream(party.rows())).distinct().count();
  }
}
