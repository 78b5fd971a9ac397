package org.archipelago.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /**
   * Deals them; rows that are kept together come to the same client, unless the partitioner knows each row's client itself.
   *
   * @param seed the experiment's, or another to deal anew
   */
  public Partition deal(Partitioner partitioner, Seed seed) {
    Optional<RowGroups> groups = of.groups();
    if (groups.isEmpty()) {
      return partitioner.partition(request(seed));
    }
    if (partitioner.reserved(of).isEmpty()) {
      return new GroupDeal(this, groups.get()).deal(partitioner, seed.stream("partition"));
    }
    Partition known = partitioner.partition(request(seed));
    long apart = apart(known, groups.get());
    if (apart == 0) {
      return known;
    }
    List<String> notes = new ArrayList<>(known.notes());
    notes.add(
        "Groups of rows that the saved partition does not keep together, on one client or side of the hold-out: %d."
            .formatted(apart));
    return new Partition(known.clients(), known.rows(), notes);
  }

  /** For every row that is dealt the number of the group that it is kept together with; nothing where there are none. */
  public Optional<int[]> groupOfRow() {
    return of.groups().map(groups -> groups.numbers(rows));
  }

  /** Groups with rows in more than one place. */
  private long apart(Partition partition, RowGroups groups) {
    Map<Integer, Integer> places = new HashMap<>();
    Set<Integer> apart = new HashSet<>();
    IntBinary mark =
        (place, row) -> {
          Integer other = places.putIfAbsent(groups.groupOf()[row], place);
          if (other != null && other != place) {
            apart.add(groups.groupOf()[row]);
          }
        };
    Arrays.stream(reserved.heldOut()).forEach(row -> mark.accept(-1, row));
    Arrays.stream(reserved.server()).forEach(row -> mark.accept(-2, row));
    for (int client = 0; client < partition.rows().size(); client++) {
      for (int row : partition.rows().get(client)) {
        mark.accept(client, rows[row]);
      }
    }
    return apart.size();
  }

  /** What a partitioner may look at that deals by this seed. */
  private PartitionRequest request(Seed seed) {
    return new PartitionRequest(
        labels,
        classes.size(),
        of.texts(rows),
        of.texts(reserved.heldOut()),
        seed.stream("partition"),
        new RowOrigin(of.baseFolder(), of.name(), of.hash(), rows));
  }

  /** Takes two whole numbers. */
  @FunctionalInterface
  private interface IntBinary {
    void accept(int place, int row);
  }
}
