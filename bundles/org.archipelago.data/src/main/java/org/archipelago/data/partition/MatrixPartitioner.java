package org.archipelago.data.partition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
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
 * Deals every class's shuffled rows in the proportions that a matrix of clients and classes says (the distribution
 * partitioner of Flower, whose matrix has a line for each class instead). Numbers of a class that add up to its rows are
 * the rows themselves; others are rounded down, and what is left goes to the largest remainders.
 */
@Component(service = ComponentFactory.class)
public final class MatrixPartitioner implements PartitionerFactory {

  private static final String SHARES = "shares";

  private static final ComponentDescriptor DESCRIPTOR =
      new ComponentDescriptor(
          ComponentKind.PARTITIONER,
          "distribution-matrix",
          "Matrix of clients and classes",
          "Every class is dealt in the proportions that a matrix says, number by number.",
          "Beutel et al. 2020 (Flower)",
          List.of(
              Deal.clientsParameter(),
              ParameterDescriptor.numbers(
                      SHARES,
                      Range.between(0, 1e9),
                      "The first client's share of every class in the order of the classes, then the second's and so on;"
                          + " for each class only proportions count. Empty for equal shares.")
                  .withDefault(List.of())));

  @Override
  public ComponentDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Problem> check(Experiment experiment) {
    return problems(experiment.section(ComponentKind.PARTITIONER).parameters());
  }

  private static List<Problem> problems(ParameterValues values) {
    int given = values.numbers(SHARES).size();
    int clients = values.integer(Deal.CLIENTS);
    List<Problem> problems = new ArrayList<>();
    if (given % clients != 0) {
      problems.add(
          problem(
              "%d numbers are no matrix of %d clients; give one for each client and class.".formatted(given, clients)));
    }
    return problems;
  }

  private static Problem problem(String message) {
    return Problem.atField("partition." + SHARES, message);
  }

  @Override
  public Partitioner create(ParameterValues values) {
    List<Problem> problems = problems(values);
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    int clients = values.integer(Deal.CLIENTS);
    double[] shares = values.numbers(SHARES).stream().mapToDouble(Double::doubleValue).toArray();
    return request -> deal(request, clients, shares);
  }

  private static Partition deal(PartitionRequest request, int clients, double[] shares) {
    int classes = request.classes();
    Deal.checkEnoughRows(request.labels().length, clients, 1);
    if (shares.length > 0 && shares.length != clients * classes) {
      throw new InvalidInputException(
          problem(
              "Found %d numbers, but %d clients and %d classes need %d."
                  .formatted(shares.length, clients, classes, clients * classes)));
    }
    int[] clientOfRow = new int[request.labels().length];
    List<int[]> rowsByClass = Deal.rowsByClass(request.labels(), classes);
    for (int label = 0; label < classes; label++) {
      int[] rows = rowsByClass.get(label);
      request.random().shuffle(rows);
      if (rows.length > 0) {
        Deal.give(rows, Deal.proportional(column(shares, label, clients, classes), rows.length), clientOfRow);
      }
    }
    checkServed(Deal.sizes(clientOfRow, clients));
    return Deal.numbered(clientOfRow, clients);
  }

  private static double[] column(double[] shares, int label, int clients, int classes) {
    double[] column = new double[clients];
    Arrays.setAll(column, client -> shares.length == 0 ? 1 : shares[client * classes + label]);
    if (Arrays.stream(column).allMatch(share -> share == 0)) {
      throw new InvalidInputException(
          problem(
              "Every client's share of class number %d is 0, and its rows would be lost; give some client a share."
                  .formatted(label + 1)));
    }
    return column;
  }

  private static void checkServed(int[] sizes) {
    IntStream.range(0, sizes.length)
        .filter(client -> sizes[client] == 0)
        .findFirst()
        .ifPresent(
            client -> {
              throw new InvalidInputException(
                  problem(
                      "'%s' has no rows: its shares come to less than one row. Raise one of them, or leave the client"
                          .formatted(Deal.name(client + 1))
                          + " out."));
            });
  }
}
