package org.archipelago.data.partition;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentFactory;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.data.Partition;
import org.archipelago.data.PartitionRequest;
import org.archipelago.data.Partitioner;
import org.archipelago.data.PartitionerFactory;
import org.osgi.service.component.annotations.Component;

/**
 * Makes every value of a column a client, in the order of the values, as data come when sites,
 * regions or persons hold their own (the natural partitions of Caldas et al. 2018, "LEAF: a benchmark
 * for federated settings"). A value all of whose rows are in the common hold-out becomes no client,
 * and is noted.
 */
@Component(service = ComponentFactory.class)
public final class NaturalPartitioner implements PartitionerFactory {

  static final String COLUMN = "column";

  private static final String MISSING = "missing";

  private static final ComponentDescriptor DESCRIPTOR =
      new ComponentDescriptor(
          ComponentKind.PARTITIONER,
          "natural",
          "By a column",
          "Every value of a column is a client, such as a site or a state.",
          "Caldas et al. 2018",
          List.of(columnParameter()));

  static ParameterDescriptor columnParameter() {
    return ParameterDescriptor.text(
        COLUMN,
        "The column that rows are told apart by; it is also a feature unless data.drop names it. Rows"
            + " without a value have the value 'missing'.");
  }

  @Override
  public ComponentDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Partitioner create(ParameterValues values) {
    String column = values.text(COLUMN);
    return request -> deal(request, column);
  }

  private static Partition deal(PartitionRequest request, String column) {
    List<String> values = withoutGaps(request.column().apply(column));
    Map<String, Integer> clients = new TreeMap<>();
    values.forEach(value -> clients.put(value, 0));
    List<String> names = List.copyOf(clients.keySet());
    for (int client = 0; client < names.size(); client++) {
      clients.put(names.get(client), client);
    }
    return Deal.named(
        values.stream().mapToInt(clients::get).toArray(),
        names,
        notes(withoutGaps(request.heldOutColumn().apply(column)), clients.keySet(), column));
  }

  /** A sentence for each value that is held out and none of the known. */
  static List<String> notes(List<String> heldOut, Set<String> known, String column) {
    Map<String, Integer> unknown = new TreeMap<>();
    heldOut.stream().filter(value -> !known.contains(value)).forEach(value -> unknown.merge(value, 1, Integer::sum));
    return unknown.entrySet().stream()
        .map(
            value ->
                "%s '%s' is no client: its %s in the common hold-out."
                    .formatted(
                        column,
                        value.getKey(),
                        value.getValue() == 1 ? "only row is" : value.getValue() + " rows are all"))
        .toList();
  }

  static List<String> withoutGaps(List<String> values) {
    return values.stream().map(value -> value.isEmpty() ? MISSING : value).toList();
  }
}
