package org.archipelago.data.partition;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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
import org.osgi.service.component.annotations.Component;

/**
 * Sizes are given, and every client draws its rows by a mix of classes of its own, q ~ Dir(α, …, α), without replacement
 * (the experiments of Acar et al. 2021, "Federated learning based on dynamic regularization"; FedLab calls it client
 * inner Dirichlet). Clients take turns at random, so that a class that runs out runs out for all alike.
 *
 * <p>Deviation: where their code draws again as long as a class that has run out comes, it is taken from the mix here,
 * which is the same distribution and always ends.
 */
@Component(service = ComponentFactory.class)
public final class InnerDirichletPartitioner implements PartitionerFactory {

  private static final String SIZES = "sizes";

  private static final ComponentDescriptor DESCRIPTOR =
      new ComponentDescriptor(
          ComponentKind.PARTITIONER,
          "inner-dirichlet",
          "Inner Dirichlet, sizes given",
          "Clients of given sizes take turns at drawing rows, each by a random mix of classes of its own.",
          "Acar et al. 2021",
          List.of(
              Deal.clientsParameter(),
              DirichletParameters.alpha(
                  "Concentration of each class: 0.1 few classes a client, 1 uneven, 100 nearly the classes alike."),
              ParameterDescriptor.numbers(
                      SIZES,
                      Range.above(0, 1e9),
                      "Rows of each client, or what they are in proportion to; empty for equal sizes.")
                  .withDefault(List.of())
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
    int given = values.numbers(SIZES).size();
    int clients = values.integer(Deal.CLIENTS);
    List<Problem> problems = new ArrayList<>();
    if (given > 0 && given != clients) {
      problems.add(
          Problem.atField(
              "partition." + SIZES,
              "%d sizes were given for %d clients; give one for each, or none.".formatted(given, clients)));
    }
    return problems;
  }

  @Override
  public Partitioner create(ParameterValues values) {
    List<Problem> problems = problems(values);
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    int clients = values.integer(Deal.CLIENTS);
    double alpha = DirichletParameters.alpha(values);
    double[] sizes = values.numbers(SIZES).stream().mapToDouble(Double::doubleValue).toArray();
    return request -> deal(request, clients, alpha, sizes);
  }

  private static Partition deal(PartitionRequest request, int clients, double alpha, double[] wanted) {
    int count = request.labels().length;
    Deal.checkEnoughRows(count, clients, 1);
    int[] sizes = wanted.length == 0 ? Deal.evenSizes(count, clients) : Deal.proportional(wanted, count);
    int[] clientOfRow = byMixes(request, sizes, alpha);
    Deal.moveToMinimum(clientOfRow, clients, 1);
    return Deal.numbered(clientOfRow, clients);
  }

  /** The client of every row: clients of these sizes, each with a mix of its own, take turns. */
  static int[] byMixes(PartitionRequest request, int[] sizes, double alpha) {
    RandomStream random = request.random();
    List<ClassMix> mixes =
        IntStream.range(0, sizes.length)
            .mapToObj(client -> new ClassMix(DirichletDistribution.logs(request.classes(), alpha, random)))
            .toList();
    return Drawing.deal(request, Drawing.inTurn(sizes, random), mixes);
  }
}
