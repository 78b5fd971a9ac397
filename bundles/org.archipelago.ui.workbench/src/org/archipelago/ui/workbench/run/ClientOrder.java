package org.archipelago.ui.workbench.run;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Which clients a table shows, and in what order.
 *
 * @param column the column that decides the order; -1 for the order of the data
 * @param ascending smallest first; clients without a figure come last either way
 * @param filter what a client's name or state has to contain, whatever its case; empty for all
 */
record ClientOrder(int column, boolean ascending, String filter) {

  static final int NAME = 0;
  static final int STATE = 1;
  static final int LAST_TRAINED = 2;
  static final int ROWS = 3;
  static final int LOSS = 4;
  static final int SCORE = 5;
  static final int LAST_SEEN = 6;
  static final int EPSILON = 7;

  static final ClientOrder AS_IS = new ClientOrder(-1, true, "");

  /** The order after that column's head was pressed: first ascending, then descending, then as it was. */
  ClientOrder pressed(int pressedColumn) {
    if (pressedColumn != column) {
      return new ClientOrder(pressedColumn, true, filter);
    }
    return ascending ? new ClientOrder(column, false, filter) : unsorted();
  }

  /** The same clients in the order of the data. */
  ClientOrder unsorted() {
    return new ClientOrder(-1, true, filter);
  }

  ClientOrder filteredBy(String newFilter) {
    return new ClientOrder(column, ascending, newFilter.strip());
  }

  List<ClientRow> apply(List<ClientRow> rows) {
    String wanted = filter.toLowerCase(Locale.ROOT);
    var shown = rows.stream().filter(row -> wanted.isEmpty() || contains(row, wanted));
    return column < 0 ? shown.toList() : shown.sorted(comparator()).toList();
  }

  private static boolean contains(ClientRow row, String wanted) {
    return row.name().toLowerCase(Locale.ROOT).contains(wanted)
        || RunWords.of(row).toLowerCase(Locale.ROOT).contains(wanted);
  }

  private Comparator<ClientRow> comparator() {
    return switch (column) {
      case NAME -> directed(Comparator.comparing(ClientRow::name, ClientOrder::byNumbers));
      case STATE -> directed(Comparator.comparing(RunWords::of));
      case LAST_TRAINED -> directed(Comparator.comparingInt(ClientRow::lastTrained));
      case ROWS -> directed(Comparator.comparingLong(ClientRow::rows));
      case LOSS -> Comparator.comparingDouble(row -> key(row.loss()));
      case SCORE -> Comparator.comparingDouble(row -> key(row.score()));
      case EPSILON -> Comparator.comparingDouble(row -> key(row.epsilon()));
      case LAST_SEEN ->
          directed(Comparator.comparing(row -> row.lastSeen().orElse(Instant.EPOCH)));
      default -> throw new IllegalArgumentException("no column " + column);
    };
  }

  private <T> Comparator<T> directed(Comparator<T> order) {
    return ascending ? order : order.reversed();
  }

  private double key(OptionalDouble value) {
    return value.isEmpty() ? Double.POSITIVE_INFINITY
        : ascending ? value.getAsDouble() : -value.getAsDouble();
  }

  /** Names that differ in a number at their end only are ordered by it: client 2 before client 10. */
  private static int byNumbers(String a, String b) {
    int stemA = stem(a);
    int stemB = stem(b);
    boolean comparable =
        stemA == stemB && stemA < a.length() && stemB < b.length() && a.regionMatches(0, b, 0, stemA);
    if (!comparable) {
      return a.compareToIgnoreCase(b);
    }
    int byLength = Integer.compare(a.length(), b.length());
    return byLength != 0 ? byLength : a.compareTo(b);
  }

  /** Length of what stands before the number at the end. */
  private static int stem(String name) {
    int end = name.length();
    while (end > 0 && Character.isDigit(name.charAt(end - 1))) {
      end--;
    }
    return end;
  }
}
