package org.archipelago.partition.vertical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.RandomStream;
import org.archipelago.core.Spelling;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.data.SourceRows;

/**
 * Which client has which columns.
 *
 * @param names of the clients
 * @param columns of each, in the order of the table
 * @param target who has the target: {@link VerticalPartitioner#FIRST}, and so on
 * @param leftOut features that nobody has
 */
record ColumnDeal(List<String> names, List<List<String>> columns, String target, List<String> leftOut) {

  static ColumnDeal of(SourceRows rows, ParameterValues values, RandomStream random) {
    List<String> features = features(rows);
    List<List<String>> columns =
        values.groups(VerticalPartitioner.COLUMNS).isEmpty()
            ? bySize(features, values, random)
            : byName(features, values.groups(VerticalPartitioner.COLUMNS));
    String target = values.text(VerticalPartitioner.TARGET);
    if (target.equals(VerticalPartitioner.OWN)) {
      columns = new ArrayList<>(columns);
      columns.add(0, List.of());
    }
    List<String> leftOut = new ArrayList<>(features);
    columns.forEach(leftOut::removeAll);
    return new ColumnDeal(names(values, columns.size()), columns, target, leftOut);
  }

  /** Whether a client has the target. */
  boolean hasTarget(int client) {
    return switch (target) {
      case VerticalPartitioner.ALL -> true;
      case VerticalPartitioner.LAST -> client == names.size() - 1;
      default -> client == 0;
    };
  }

  private static List<String> features(SourceRows rows) {
    List<String> features = new ArrayList<>(rows.columns());
    features.remove(rows.task().target());
    features.removeAll(rows.options().texts("drop"));
    return features;
  }

  private static List<String> names(ParameterValues values, int clients) {
    List<String> names = values.texts(VerticalPartitioner.NAMES);
    if (names.isEmpty()) {
      return IntStream.rangeClosed(1, clients).mapToObj(number -> "client " + number).toList();
    }
    if (names.size() != clients || new HashSet<>(names).size() < names.size()) {
      throw problem(
          VerticalPartitioner.NAMES,
          "Found %d different names for %d clients; give one for each.".formatted(new HashSet<>(names).size(), clients));
    }
    return names;
  }

  private static List<List<String>> byName(List<String> features, List<List<String>> groups) {
    Set<String> met = new HashSet<>();
    for (String name : groups.stream().flatMap(List::stream).toList()) {
      if (!features.contains(name)) {
        throw problem(
            VerticalPartitioner.COLUMNS,
            "There is no feature '%s'; there is %s.".formatted(name, Spelling.nearestFirst(name, features)));
      }
      if (!met.add(name)) {
        throw problem(
            VerticalPartitioner.COLUMNS, "'%s' is named twice; a column is at one client.".formatted(name));
      }
    }
    if (groups.size() < 2 || groups.stream().anyMatch(List::isEmpty)) {
      throw problem(
          VerticalPartitioner.COLUMNS, "Give the columns of two clients or more, at least one column for each.");
    }
    return groups.stream()
        .map(group -> features.stream().filter(group::contains).toList())
        .toList();
  }

  private static List<List<String>> bySize(
      List<String> features, ParameterValues values, RandomStream random) {
    List<Double> asked = values.numbers(VerticalPartitioner.SIZES);
    int clients = asked.isEmpty() ? values.integer(VerticalPartitioner.CLIENTS) : asked.size();
    if (clients < 2 || clients > features.size()) {
      throw problem(
          asked.isEmpty() ? VerticalPartitioner.CLIENTS : VerticalPartitioner.SIZES,
          "Found %d clients, but %d features can be given to 2 to %d, at least one to each."
              .formatted(clients, features.size(), features.size()));
    }
    int[] order = IntStream.range(0, features.size()).toArray();
    if (values.flag(VerticalPartitioner.SHUFFLE)) {
      random.shuffle(order);
    }
    int[] sizes = sizes(asked, clients, features.size());
    List<List<String>> columns = new ArrayList<>();
    int at = 0;
    for (int size : sizes) {
      int[] own = Arrays.copyOfRange(order, at, at + size);
      at += size;
      columns.add(Arrays.stream(own).sorted().mapToObj(features::get).toList());
    }
    return columns;
  }

  /** In the proportion that was asked for, by the largest remainders, at least one for each. */
  private static int[] sizes(List<Double> asked, int clients, int features) {
    double sum = asked.stream().mapToDouble(Double::doubleValue).sum();
    double[] shares = new double[clients];
    Arrays.setAll(shares, i -> (asked.isEmpty() ? 1.0 / clients : asked.get(i) / sum) * features);
    int[] sizes = Arrays.stream(shares).mapToInt(share -> Math.max(1, (int) (share + 1e-9))).toArray();
    int left = features - Arrays.stream(sizes).sum();
    while (left != 0) {
      int step = left > 0 ? 1 : -1;
      int next =
          IntStream.range(0, clients)
              .filter(i -> step > 0 || sizes[i] > 1)
              .boxed()
              .max(
                  Comparator.<Integer>comparingDouble(i -> step * (shares[i] - sizes[i]))
                      .thenComparing(Comparator.reverseOrder()))
              .orElseThrow();
      sizes[next] += step;
      left -= step;
    }
    return sizes;
  }

  private static InvalidInputException problem(String parameter, String message) {
    return new InvalidInputException(Problem.atField("partition." + parameter, message));
  }
}
