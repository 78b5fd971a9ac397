package org.archipelago.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.RandomStream;

/**
 * Deals groups of rows as if they were rows, so that any rule keeps them together. A group has the class that most of its
 * rows have, the first of them on ties, and of every column the value of its first row.
 */
final class GroupDeal {

  private final UndealtRows undealt;
  private final int[] groupOfRow;
  private final int[] firstRow;
  private final List<String> notes = new ArrayList<>();

  GroupDeal(UndealtRows undealt, RowGroups groups) {
    this.undealt = undealt;
    groupOfRow = groups.numbers(undealt.rows());
    firstRow = firstRows(groupOfRow);
  }

  private static int[] firstRows(int[] groupOfRow) {
    int[] first = new int[count(groupOfRow)];
    for (int row = groupOfRow.length - 1; row >= 0; row--) {
      first[groupOfRow[row]] = row;
    }
    return first;
  }

  private static int count(int[] groupOfRow) {
    return Arrays.stream(groupOfRow).max().orElse(-1) + 1;
  }

  /** For every group the class that most of its rows have. */
  static int[] labels(int[] groupOfRow, int[] labels, int classes) {
    int[] most = new int[count(groupOfRow)];
    int[] counts = new int[most.length];
    long[] cells = new long[labels.length];
    Arrays.setAll(cells, row -> (long) groupOfRow[row] * classes + labels[row]);
    Arrays.sort(cells);
    int at = 0;
    while (at < cells.length) {
      int end = at;
      while (end < cells.length && cells[end] == cells[at]) {
        end++;
      }
      int group = (int) (cells[at] / classes);
      if (end - at > counts[group]) {
        counts[group] = end - at;
        most[group] = (int) (cells[at] % classes);
      }
      at = end;
    }
    return most;
  }

  Partition deal(Partitioner partitioner, RandomStream random) {
    int classes = undealt.classes().size();
    SourceRows of = undealt.of();
    int[] firstTableRows = Arrays.stream(firstRow).map(row -> undealt.rows()[row]).toArray();
    PartitionRequest request =
        new PartitionRequest(
            labels(groupOfRow, undealt.labels(), classes),
            classes,
            this::firstTexts,
            of.texts(undealt.reserved().heldOut()),
            random,
            new RowOrigin(of.baseFolder(), of.name(), of.hash(), firstTableRows));
    return rows(partition(partitioner, request));
  }

  private static Partition partition(Partitioner partitioner, PartitionRequest request) {
    try {
      return partitioner.partition(request);
    } catch (InvalidInputException e) {
      throw new InvalidInputException(
          e.problems().stream()
              .map(
                  problem ->
                      Problem.atField(
                          problem.path(),
                          problem.message()
                              + " Rows that are kept together count as one row (data.group, data.duplicates)."))
              .toList());
    }
  }

  private List<String> firstTexts(String column) {
    Function<int[], List<String>> texts = rows -> undealt.of().texts(rows).apply(column);
    List<String> all = texts.apply(undealt.rows());
    List<String> first = Arrays.stream(firstRow).mapToObj(all::get).toList();
    long mixed =
        IntStream.range(0, all.size())
            .filter(row -> !all.get(row).equals(first.get(groupOfRow[row])))
            .map(row -> groupOfRow[row])
            .distinct()
            .count();
    if (mixed > 0) {
      notes.add(
          "Groups of rows with several values of %s, which were dealt by the value of their first row: %d."
              .formatted(column, mixed));
    }
    return first;
  }

  private Partition rows(Partition ofGroups) {
    int[] clientOfGroup = new int[firstRow.length];
    Arrays.fill(clientOfGroup, -1);
    for (int client = 0; client < ofGroups.rows().size(); client++) {
      for (int group : ofGroups.rows().get(client)) {
        clientOfGroup[group] = client;
      }
    }
    int[] sizes = new int[ofGroups.clients().size()];
    for (int group : groupOfRow) {
      if (clientOfGroup[group] >= 0) {
        sizes[clientOfGroup[group]]++;
      }
    }
    List<int[]> rows = Arrays.stream(sizes).mapToObj(int[]::new).toList();
    int[] filled = new int[sizes.length];
    for (int row = 0; row < groupOfRow.length; row++) {
      int client = clientOfGroup[groupOfRow[row]];
      if (client >= 0) {
        rows.get(client)[filled[client]++] = row;
      }
    }
    List<String> all = new ArrayList<>(ofGroups.notes());
    all.addAll(notes);
    return new Partition(ofGroups.clients(), rows, all);
  }
}
