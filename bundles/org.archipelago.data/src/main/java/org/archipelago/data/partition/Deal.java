package org.archipelago.data.partition;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.Range;
import org.archipelago.data.Partition;

/** What partitioners share: the client of every row, its making, mending and naming. */
final class Deal {

  static final String CLIENTS = "clients";
  static final String MINIMUM = "minimum";

  private Deal() {}

  static ParameterDescriptor clientsParameter() {
    return ParameterDescriptor.integer(CLIENTS, Range.atLeast(1), "Number of clients.")
        .withUnit("clients");
  }

  static ParameterDescriptor minimumParameter() {
    return ParameterDescriptor.integer(
            MINIMUM,
            Range.atLeast(1),
            "Rows that every client has at least; met by moving single rows from the largest client.")
        .withDefault(1)
        .withUnit("rows");
  }

  /** @throws InvalidInputException if the rows do not suffice for the clients' minimum */
  static void checkEnoughRows(int rows, int clients, int minimum) {
    if ((long) clients * minimum <= rows) {
      return;
    }
    int possible = rows / minimum;
    String advice =
        possible > 0
            ? "Use at most %d clients%s.".formatted(possible, minimum > 1 ? ", or a smaller minimum" : "")
            : "Use a minimum of at most %d, or more rows.".formatted(rows);
    throw new InvalidInputException(
        Problem.atField(
            "partition." + CLIENTS,
            "%d clients with at least %d %s each need %d rows, but there are %d to deal. %s"
                .formatted(
                    clients,
                    minimum,
                    minimum == 1 ? "row" : "rows",
                    (long) clients * minimum,
                    rows,
                    advice)));
  }

  /**
   * Moves single rows until every client has the minimum: always the last row of the largest client
   * (the first of them on ties) to the smallest (likewise). Needs {@link #checkEnoughRows}.
   *
   * @param clientOfRow changed in place
   */
  static void moveToMinimum(int[] clientOfRow, int clients, int minimum) {
    int[] sizes = sizes(clientOfRow, clients);
    int smallest = smallest(sizes);
    while (sizes[smallest] < minimum) {
      int largest = largest(sizes);
      clientOfRow[lastRow(clientOfRow, largest)] = smallest;
      sizes[largest]--;
      sizes[smallest]++;
      smallest = smallest(sizes);
    }
  }

  /** Clients called {@code client 1}, {@code client 2} and so on. */
  static Partition numbered(int[] clientOfRow, int clients) {
    return named(
        clientOfRow, IntStream.rangeClosed(1, clients).mapToObj(Deal::name).toList(), List.of());
  }

  static String name(int number) {
    return "client " + number;
  }

  static Partition named(int[] clientOfRow, List<String> names, List<String> notes) {
    int[] sizes = sizes(clientOfRow, names.size());
    List<int[]> rows = Arrays.stream(sizes).mapToObj(int[]::new).toList();
    int[] filled = new int[names.size()];
    for (int row = 0; row < clientOfRow.length; row++) {
      int client = clientOfRow[row];
      rows.get(client)[filled[client]++] = row;
    }
    return new Partition(names, rows, notes);
  }

  /**
   * Sizes of consecutive pieces of {@code count} rows: cut points at floor(cumulative share × count),
   * the last piece takes what is left.
   *
   * @param shares not negative, adding up to 1 but for rounding
   */
  static int[] pieces(double[] shares, int count) {
    int[] sizes = new int[shares.length];
    double cumulative = 0;
    int cut = 0;
    for (int i = 0; i < shares.length - 1; i++) {
      cumulative += shares[i];
      int next = (int) Math.min(count, Math.floor(cumulative * count));
      sizes[i] = next - cut;
      cut = next;
    }
    sizes[shares.length - 1] = count - cut;
    return sizes;
  }

  /** Gives each piece of the rows, in their order, to its client. */
  static void give(int[] rows, int[] sizes, int[] clientOfRow) {
    int at = 0;
    for (int client = 0; client < sizes.length; client++) {
      for (int i = 0; i < sizes[client]; i++) {
        clientOfRow[rows[at++]] = client;
      }
    }
  }

  static int[] rowsOf(int label, int[] labels) {
    return IntStream.range(0, labels.length).filter(row -> labels[row] == label).toArray();
  }

  private static int[] sizes(int[] clientOfRow, int clients) {
    int[] sizes = new int[clients];
    Arrays.stream(clientOfRow).forEach(client -> sizes[client]++);
    return sizes;
  }

  private static int smallest(int[] sizes) {
    int smallest = 0;
    for (int i = 1; i < sizes.length; i++) {
      smallest = sizes[i] < sizes[smallest] ? i : smallest;
    }
    return smallest;
  }

  private static int largest(int[] sizes) {
    int largest = 0;
    for (int i = 1; i < sizes.length; i++) {
      largest = sizes[i] > sizes[largest] ? i : largest;
    }
    return largest;
  }

  private static int lastRow(int[] clientOfRow, int client) {
    int row = clientOfRow.length - 1;
    while (clientOfRow[row] != client) {
      row--;
    }
    return row;
  }
}
