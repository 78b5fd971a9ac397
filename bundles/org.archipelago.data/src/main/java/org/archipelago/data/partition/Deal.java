package org.archipelago.data.partition;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.Range;
import org.archipelago.data.Partition;
import org.archipelago.data.PartitionRequest;

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
    if (Arrays.stream(sizes).allMatch(size -> size >= minimum)) {
      return;
    }
    // A client that receives has at most the minimum then, and one that gives has more: no client does both.
    List<int[]> rows = rows(clientOfRow, sizes);
    PriorityQueue<Sized> poor = new PriorityQueue<>(Sized.SMALLEST_FIRST);
    PriorityQueue<Sized> rich = new PriorityQueue<>(Sized.LARGEST_FIRST);
    for (int client = 0; client < clients; client++) {
      (sizes[client] < minimum ? poor : rich).add(new Sized(client, sizes[client]));
    }
    while (!poor.isEmpty()) {
      Sized to = poor.poll();
      Sized from = rich.poll();
      clientOfRow[rows.get(from.client())[from.size() - 1]] = to.client();
      rich.add(new Sized(from.client(), from.size() - 1));
      if (to.size() + 1 < minimum) {
        poor.add(new Sized(to.client(), to.size() + 1));
      }
    }
  }

  private record Sized(int client, int size) {

    static final Comparator<Sized> SMALLEST_FIRST =
        Comparator.comparingInt(Sized::size).thenComparingInt(Sized::client);
    static final Comparator<Sized> LARGEST_FIRST =
        Comparator.comparingInt((Sized sized) -> -sized.size()).thenComparingInt(Sized::client);
  }

  /** Clients called {@code client 1}, {@code client 2} and so on. */
  static Partition numbered(int[] clientOfRow, int clients) {
    return numbered(clientOfRow, clients, List.of());
  }

  /** The same with sentences for the report. */
  static Partition numbered(int[] clientOfRow, int clients, List<String> notes) {
    return named(clientOfRow, IntStream.rangeClosed(1, clients).mapToObj(Deal::name).toList(), notes);
  }

  static String name(int number) {
    return "client " + number;
  }

  static Partition named(int[] clientOfRow, List<String> names, List<String> notes) {
    return new Partition(names, rows(clientOfRow, sizes(clientOfRow, names.size())), notes);
  }

  /** The rows of every client, ascending. */
  private static List<int[]> rows(int[] clientOfRow, int[] sizes) {
    List<int[]> rows = Arrays.stream(sizes).mapToObj(int[]::new).toList();
    int[] filled = new int[sizes.length];
    for (int row = 0; row < clientOfRow.length; row++) {
      int client = clientOfRow[row];
      rows.get(client)[filled[client]++] = row;
    }
    return rows;
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

  /** The rows of every class, ascending. */
  static List<int[]> rowsByClass(int[] labels, int classes) {
    return rows(labels, sizes(labels, classes));
  }

  /** How often each client has a row. */
  static int[] sizes(int[] clientOfRow, int clients) {
    int[] sizes = new int[clients];
    for (int client : clientOfRow) {
      sizes[client]++;
    }
    return sizes;
  }

  /** Sizes of {@code clients} equal parts of so many rows; the first have the odd ones. */
  static int[] evenSizes(int count, int clients) {
    int[] sizes = new int[clients];
    Arrays.setAll(sizes, client -> count / clients + (client < count % clients ? 1 : 0));
    return sizes;
  }

  /**
   * Whole sizes in proportion to weights: rounded down, and what is left goes to the largest remainders, the first of
   * them on ties. Weights that add up to {@code count} are the sizes themselves, where they are whole.
   *
   * @param weights not negative, their sum finite and above 0
   */
  static int[] proportional(double[] weights, int count) {
    double sum = Arrays.stream(weights).sum();
    int[] sizes = new int[weights.length];
    Integer[] byRemainder = new Integer[weights.length];
    double[] remainders = new double[weights.length];
    int left = count;
    for (int i = 0; i < weights.length; i++) {
      double exact = sum == count ? weights[i] : weights[i] / sum * count;
      sizes[i] = (int) Math.min(left, Math.floor(exact));
      remainders[i] = exact - sizes[i];
      left -= sizes[i];
      byRemainder[i] = i;
    }
    Arrays.sort(byRemainder, Comparator.comparingDouble(i -> -remainders[i]));
    for (int place = 0; left > 0; place = (place + 1) % sizes.length) {
      sizes[byRemainder[place]]++;
      left--;
    }
    return sizes;
  }

  /** Deals shuffled rows in these sizes, which add up to the rows there are, and meets the minimum. */
  static Partition shuffled(PartitionRequest request, int[] sizes, int minimum) {
    int[] rows = IntStream.range(0, request.labels().length).toArray();
    request.random().shuffle(rows);
    int[] clientOfRow = new int[rows.length];
    give(rows, sizes, clientOfRow);
    moveToMinimum(clientOfRow, sizes.length, minimum);
    return numbered(clientOfRow, sizes.length);
  }
}
