package org.archipelago.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.data.table.CategoricalColumn;
import org.archipelago.data.table.Column;
import org.archipelago.data.table.NumericColumn;

/**
 * Rows that are kept together: on one client, and on one side of the hold-out. They have the same value of a column, such as
 * a patient, or the same features.
 *
 * @param groupOf for every row of the table a row that stands for its group; only usable rows are asked for
 * @param notes what a report must say of them
 */
record RowGroups(int[] groupOf, List<String> notes) {

  /** The groups that the section {@code data} asks for; none where every row is for itself. */
  static Optional<RowGroups> of(SourceRows rows) {
    ParameterValues options = rows.options();
    boolean byColumn = options.has(DatasetSection.GROUP);
    boolean byFeatures = options.text(DatasetSection.DUPLICATES).equals(DatasetSection.TOGETHER);
    if (!byColumn && !byFeatures) {
      return Optional.empty();
    }
    Union union = new Union(rows.tableRows());
    List<String> notes = new ArrayList<>();
    if (byColumn) {
      Column column = FeatureColumns.named(rows.table(), options.text(DatasetSection.GROUP), "data.group");
      join(column, rows.usable(), union, notes);
    }
    if (byFeatures) {
      joinDuplicates(rows, union, notes);
    }
    RowGroups groups = new RowGroups(union.roots(), notes);
    if (Arrays.stream(rows.usable()).map(row -> groups.groupOf[row]).distinct().count() < 2) {
      throw new InvalidInputException(
          Problem.atField(
              byColumn ? "data.group" : "data.duplicates",
              "All rows belong together, so that no hold-out and no clients can be made of them; leave it out."));
    }
    return Optional.of(groups);
  }

  private static void join(Column column, int[] rows, Union union, List<String> notes) {
    Map<String, Integer> first = new HashMap<>();
    int without = 0;
    for (int row : rows) {
      if (column.isMissing(row)) {
        without++;
      } else {
        union.join(row, first.computeIfAbsent(column.text(row), value -> row));
      }
    }
    notes.add(
        "Rows with the same value of '%s' were kept together, on one client and on one side of the hold-out: %d values."
            .formatted(column.name(), first.size()));
    if (without > 0) {
      notes.add("Rows without a value of '%s', each for itself: %d.".formatted(column.name(), without));
    }
  }

  private static void joinDuplicates(SourceRows rows, Union union, List<String> notes) {
    long[] hashes = new long[rows.tableRows()];
    rows.text().ifPresent(text -> mix(rows.table().column(text.name()).orElseThrow(), rows.usable(), hashes));
    rows.features().columns().forEach(column -> mix(column, rows.usable(), hashes));
    Map<Long, Integer> first = new HashMap<>();
    int again = 0;
    for (int row : rows.usable()) {
      Integer same = first.putIfAbsent(hashes[row], row);
      if (same != null) {
        union.join(row, same);
        again++;
      }
    }
    notes.add(
        "Rows with the features of an earlier row, which were kept together with it: %d.".formatted(again));
  }

  /** Hashes of 64 bits: two of a million different rows have the same once in forty million such tables. */
  private static void mix(Column column, int[] rows, long[] hashes) {
    for (int row : rows) {
      long bits =
          column instanceof NumericColumn number
              ? Double.doubleToLongBits(number.value(row))
              : column instanceof CategoricalColumn text ? text.code(row) : hash(column.text(row));
      long mixed = (hashes[row] ^ bits) * 0xBF58476D1CE4E5B9L + 0x9E3779B97F4A7C15L;
      hashes[row] = (mixed ^ (mixed >>> 31)) * 0x94D049BB133111EBL;
    }
  }

  private static long hash(String text) {
    long hash = text.length();
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
    }
    return hash;
  }

  /** For each of these rows of the table the number of its group, from 0 in the order in which groups are met. */
  int[] numbers(int[] rows) {
    Map<Integer, Integer> numbers = new HashMap<>();
    int[] of = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      int next = numbers.size();
      of[i] = numbers.computeIfAbsent(groupOf[rows[i]], group -> next);
    }
    return of;
  }

  /** Sets of rows that are joined two by two. */
  private static final class Union {

    private final int[] parent;

    Union(int rows) {
      parent = new int[rows];
      Arrays.setAll(parent, row -> row);
    }

    void join(int one, int other) {
      int a = root(one);
      int b = root(other);
      parent[Math.max(a, b)] = Math.min(a, b);
    }

    private int root(int row) {
      int at = row;
      while (parent[at] != at) {
        parent[at] = parent[parent[at]];
        at = parent[at];
      }
      return at;
    }

    int[] roots() {
      int[] roots = new int[parent.length];
      Arrays.setAll(roots, this::root);
      return roots;
    }
  }
}
