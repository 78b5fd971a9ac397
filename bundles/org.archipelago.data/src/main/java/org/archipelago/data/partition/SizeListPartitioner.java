package org.archipelago.data.partition;

import java.util.List;
import org.archipelago.core.Experiment;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
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
import org.osgi.service.component.annotations.Component;

/**
 * Shuffled rows in sizes that are given, one a client. Sizes that add up to the rows there are, are taken as they are;
 * others are what the sizes are in proportion to, so that no row is lost. No size comes out as 0: single rows are moved.
 */
@Component(service = ComponentFactory.class)
public final class SizeListPartitioner implements PartitionerFactory {

  private static final String SIZES = "sizes";

  private static final ComponentDescriptor DESCRIPTOR =
      new ComponentDescriptor(
          ComponentKind.PARTITIONER,
          "size-list",
          "Sizes as listed",
          "Shuffled rows are dealt in the sizes that a list says, one for each client.",
          "",
          List.of(
              ParameterDescriptor.numbers(
                      SIZES,
                      Range.above(0, 1e9),
                      "One number for each client: its rows, where they add up to all rows that are dealt, else what its"
                          + " rows are in proportion to.")
                  .withUnit("rows")));

  @Override
  public ComponentDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Problem> check(Experiment experiment) {
    return problems(experiment.section(ComponentKind.PARTITIONER).parameters());
  }

  private static List<Problem> problems(ParameterValues values) {
    return values.numbers(SIZES).isEmpty()
        ? List.of(Problem.atField("partition." + SIZES, "At least one size is needed, one for each client."))
        : List.of();
  }

  @Override
  public Partitioner create(ParameterValues values) {
    List<Problem> problems = problems(values);
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    double[] sizes = values.numbers(SIZES).stream().mapToDouble(Double::doubleValue).toArray();
    return request -> deal(request, sizes);
  }

  private static Partition deal(PartitionRequest request, double[] sizes) {
    int count = request.labels().length;
    if (sizes.length > count) {
      throw new InvalidInputException(
          Problem.atField(
              "partition." + SIZES,
              "%d sizes were given, but there are %d rows to deal; give at most that many."
                  .formatted(sizes.length, count)));
    }
    return Deal.shuffled(request, Deal.proportional(sizes, count), 1);
  }
}
