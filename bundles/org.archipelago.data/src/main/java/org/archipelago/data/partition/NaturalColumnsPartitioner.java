package org.archipelago.data.partition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.archipelago.core.Experiment;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.RandomStream;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentFactory;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.core.catalog.Range;
import org.archipelago.data.Partition;
import org.archipelago.data.PartitionRequest;
import org.archipelago.data.Partitioner;
import org.archipelago.data.PartitionerFactory;
import org.archipelago.data.table.Numbers;
import org.osgi.service.component.annotations.Component;

/**
 * Makes clients of the values of a column, or of what values of several columns occur together, so many values to a client
 * (the grouped natural id partitioner of Flower, for one column). Values are taken in their order, numbers as numbers, or
 * shuffled. Where they can't be grouped evenly, the last client has fewer values or more.
 */
@Component(service = ComponentFactory.class)
public final class NaturalColumnsPartitioner implements PartitionerFactory {

  private static final String COLUMNS = "columns";
  private static final String VALUES = "valuesPerClient";
  private static final String ORDER = "order";
  private static final String SORTED = "sorted";
  private static final String RANDOM = "random";
  private static final String REST = "rest";
  private static final String FEWER = "fewer";
  private static final String MORE = "more";
  private static final String REFUSE = "refuse";

  /** Numbers before words, numbers by their value. */
  private static final Comparator<String> VALUE_ORDER =
      Comparator.comparingDouble((String value) -> isNumber(value) ? Numbers.parse(value) : Double.POSITIVE_INFINITY)
          .thenComparing(Comparator.naturalOrder());

  private static final ComponentDescriptor DESCRIPTOR =
      new ComponentDescriptor(
          ComponentKind.PARTITIONER,
          "natural-columns",
          "By several columns, or several values a client",
          "Clients are made of the values of columns that occur together, such as state and year, so many to a client.",
          "Caldas et al. 2018; Beutel et al. 2020 (Flower)",
          List.of(
              ParameterDescriptor.texts(
                  COLUMNS,
                  "The columns that rows are told apart by; they are also features unless data.drop names them. Rows"
                      + " without a value have the value 'missing'."),
              ParameterDescriptor.integer(
                      VALUES, Range.atLeast(1), "How many values, or combinations of values, make a client.")
                  .withDefault(1)
                  .withUnit("values"),
              ParameterDescriptor.choice(
                      ORDER, List.of(SORTED, RANDOM), "Whether values come together by their order or at random.")
                  .withDefault(SORTED),
              ParameterDescriptor.choice(
                      REST,
                      List.of(FEWER, MORE, REFUSE),
                      "Where values are left over: the last client has fewer, or more, or it is refused.")
                  .withDefault(FEWER)));

  @Override
  public ComponentDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Problem> check(Experiment experiment) {
    return problems(experiment.section(ComponentKind.PARTITIONER).parameters());
  }

  private static List<Problem> problems(ParameterValues values) {
    return values.texts(COLUMNS).isEmpty()
        ? List.of(problem(COLUMNS, "At least one column is needed."))
        : List.of();
  }

  private static Problem problem(String parameter, String message) {
    return Problem.atField("partition." + parameter, message);
  }

  @Override
  public Partitioner create(ParameterValues values) {
    List<Problem> problems = problems(values);
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    return request -> deal(request, values);
  }

  private static Partition deal(PartitionRequest request, ParameterValues values) {
    List<String> columns = values.texts(COLUMNS);
    Combinations rows = Combinations.of(columns.stream().map(request.column()).toList());
    int[] order = order(rows.values(), values.text(ORDER).equals(RANDOM), request.random());
    List<List<String>> found = IntStream.of(order).mapToObj(rows.values()::get).toList();
    int each = Math.min(values.integer(VALUES), found.size());
    int rest = found.size() % each;
    if (rest > 0 && values.text(REST).equals(REFUSE)) {
      throw new InvalidInputException(
          problem(
              VALUES,
              ("%d values can't be dealt by %d: %d are left over. Take another number, or let the last client have fewer"
                      + " or more of them (rest).")
                  .formatted(found.size(), each, rest)));
    }
    int clients = found.size() / each + (rest > 0 && values.text(REST).equals(FEWER) ? 1 : 0);
    int[] clientOf = new int[order.length];
    for (int place = 0; place < order.length; place++) {
      clientOf[order[place]] = Math.min(place / each, clients - 1);
    }
    return Deal.named(
        IntStream.of(rows.ofRow()).map(value -> clientOf[value]).toArray(),
        names(found, each, clients),
        notes(request, columns, Set.copyOf(found)));
  }

  /**
   * What values of several columns occur together.
   *
   * @param values those found, each with a value for each column, in the order in which they are met
   * @param ofRow place of every row's in them
   */
  private record Combinations(List<List<String>> values, int[] ofRow) {

    static Combinations of(List<List<String>> columns) {
      Combinations first = new Combinations(List.of(List.of()), new int[columns.get(0).size()]);
      return columns.stream()
          .map(NaturalPartitioner::withoutGaps)
          .reduce(first, Combinations::and, (one, other) -> one);
    }

    private Combinations and(List<String> column) {
      List<List<String>> longer = new ArrayList<>();
      List<Map<String, Integer>> places = new ArrayList<>();
      values.forEach(value -> places.add(new HashMap<>()));
      int[] of = new int[ofRow.length];
      for (int row = 0; row < of.length; row++) {
        int shorter = ofRow[row];
        String next = column.get(row);
        of[row] =
            places.get(shorter)
                .computeIfAbsent(
                    next,
                    value -> {
                      longer.add(Stream.concat(values.get(shorter).stream(), Stream.of(value)).toList());
                      return longer.size() - 1;
                    });
      }
      return new Combinations(longer, of);
    }
  }

  private static List<String> notes(PartitionRequest request, List<String> columns, Set<List<String>> found) {
    Combinations heldOut = Combinations.of(columns.stream().map(request.heldOutColumn()).toList());
    List<String> unknown =
        IntStream.of(heldOut.ofRow())
            .mapToObj(heldOut.values()::get)
            .filter(value -> !found.contains(value))
            .map(NaturalColumnsPartitioner::name)
            .toList();
    return NaturalPartitioner.notes(unknown, Set.of(), String.join(", ", columns));
  }

  /** Places of the values in their order, or shuffled. */
  private static int[] order(List<List<String>> values, boolean shuffled, RandomStream random) {
    int[] order =
        IntStream.range(0, values.size())
            .boxed()
            .sorted((one, other) -> compare(values.get(one), values.get(other)))
            .mapToInt(Integer::intValue)
            .toArray();
    if (shuffled) {
      random.shuffle(order);
    }
    return order;
  }

  private static int compare(List<String> one, List<String> other) {
    return IntStream.range(0, one.size())
        .map(column -> VALUE_ORDER.compare(one.get(column), other.get(column)))
        .filter(order -> order != 0)
        .findFirst()
        .orElse(0);
  }

  private static boolean isNumber(String value) {
    return !Double.isNaN(Numbers.parse(value));
  }

  private static String name(List<String> value) {
    return String.join(", ", value);
  }

  /** The value itself, or the first and the last of several. */
  private static List<String> names(List<List<String>> found, int each, int clients) {
    List<String> names = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (int client = 0; client < clients; client++) {
      String first = name(found.get(client * each));
      String last = name(found.get(client == clients - 1 ? found.size() - 1 : client * each + each - 1));
      String name = first.equals(last) ? first : first + " … " + last;
      names.add(taken.add(name) ? name : name + " (" + (client + 1) + ")");
    }
    return names;
  }
}
