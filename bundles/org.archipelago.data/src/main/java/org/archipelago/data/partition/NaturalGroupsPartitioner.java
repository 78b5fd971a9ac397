package org.archipelago.data.partition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.archipelago.core.Experiment;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
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
 * Makes every group of values of a column a client, such as the states that a company serves. Every
 * value must be in exactly one group.
 */
@Component(service = ComponentFactory.class)
public final class NaturalGroupsPartitioner implements PartitionerFactory {

  private static final String GROUPS = "groups";
  private static final String NAMES = "names";

  private static final ComponentDescriptor DESCRIPTOR =
      new ComponentDescriptor(
          ComponentKind.PARTITIONER,
          "natural-groups",
          "By groups of a column's values",
          "Every group of values of a column is a client, such as the states that a company serves.",
          "",
          List.of(
              NaturalPartitioner.columnParameter(),
              ParameterDescriptor.groups(
                  GROUPS, "One list of values for each client; every value is in exactly one."),
              ParameterDescriptor.texts(
                      NAMES, "Names of the clients, one a group; group 1, group 2, … if none are given.")
                  .withDefault(List.of())));

  @Override
  public ComponentDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Problem> check(Experiment experiment) {
    return problems(experiment.section(ComponentKind.PARTITIONER).parameters());
  }

  @Override
  public Partitioner create(ParameterValues values) {
    List<Problem> problems = problems(values);
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    Map<String, Integer> groupOf = new HashMap<>();
    List<List<String>> groups = values.groups(GROUPS);
    IntStream.range(0, groups.size())
        .forEach(group -> groups.get(group).forEach(value -> groupOf.put(value, group)));
    List<String> names = names(values);
    return request -> deal(request, values.text(NaturalPartitioner.COLUMN), groupOf, names);
  }

  private static List<Problem> problems(ParameterValues values) {
    List<List<String>> groups = values.groups(GROUPS);
    List<String> names = values.texts(NAMES);
    List<Problem> problems = new ArrayList<>();
    if (groups.isEmpty()) {
      problems.add(problem(GROUPS, "At least one group of values is needed."));
    }
    if (!names.isEmpty() && names.size() != groups.size()) {
      problems.add(
          problem(NAMES, "%d names were given for %d groups.".formatted(names.size(), groups.size())));
    }
    twice(names).ifPresent(name -> problems.add(problem(NAMES, "Two groups are called '" + name + "'.")));
    twice(groups.stream().flatMap(List::stream).toList())
        .ifPresent(
            value ->
                problems.add(
                    problem(GROUPS, "'%s' is named twice; leave it in one group.".formatted(value))));
    return problems;
  }

  private static Optional<String> twice(List<String> texts) {
    return texts.stream()
        .filter(text -> texts.indexOf(text) != texts.lastIndexOf(text))
        .findFirst();
  }

  private static List<String> names(ParameterValues values) {
    List<String> names = values.texts(NAMES);
    int groups = values.groups(GROUPS).size();
    return names.isEmpty()
        ? IntStream.rangeClosed(1, groups).mapToObj(number -> "group " + number).toList()
        : names;
  }

  private static Partition deal(
      PartitionRequest request, String column, Map<String, Integer> groupOf, List<String> names) {
    List<String> values = NaturalPartitioner.withoutGaps(request.column().apply(column));
    checkGrouped(values, column, groupOf);
    int[] clientOfRow = values.stream().mapToInt(groupOf::get).toArray();
    int[] sizes = Deal.sizes(clientOfRow, names.size());
    for (int group = 0; group < names.size(); group++) {
      if (sizes[group] == 0) {
        throw new InvalidInputException(
            problem(
                GROUPS,
                ("'%s' has no rows: none of its values is among those of %s that are dealt. Leave the group"
                        + " out.")
                    .formatted(names.get(group), column)));
      }
    }
    return Deal.named(clientOfRow, names, List.of());
  }

  private static void checkGrouped(List<String> values, String column, Map<String, Integer> groupOf) {
    Map<String, Integer> ungrouped = new TreeMap<>();
    values.stream()
        .filter(value -> !groupOf.containsKey(value))
        .forEach(value -> ungrouped.merge(value, 1, Integer::sum));
    if (!ungrouped.isEmpty()) {
      String listed =
          ungrouped.entrySet().stream()
              .limit(20)
              .map(value -> "'%s' (rows: %d)".formatted(value.getKey(), value.getValue()))
              .collect(Collectors.joining(", "));
      int more = ungrouped.size() - 20;
      throw new InvalidInputException(
          problem(
              GROUPS,
              "No group has these values of %s: %s%s. Add each to a group."
                  .formatted(column, listed, more > 0 ? " and " + more + " more" : "")));
    }
  }

  private static Problem problem(String parameter, String message) {
    return Problem.atField("partition." + parameter, message);
  }
}
