package org.archipelago.data.partition;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
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
 * Shuffled rows in sizes that follow a law of the client's number i from 1: {@code linear} i, {@code square} i²,
 * {@code exponential} e^i (the three of Flower's partitioners), {@code power} i^−exponent (Li et al. 2020, "Federated
 * optimization in heterogeneous networks", whose devices have sizes by a power law), or {@code log-normal}, random with
 * the deviation sigma of the logarithm (Acar et al. 2021). Sizes are rounded down; what is left goes to the largest
 * remainders.
 *
 * <p>Weights are taken as logarithms, so that no number of clients is too large for a law. Clients that come out below
 * the minimum are given single rows.
 */
@Component(service = ComponentFactory.class)
public final class SizesPartitioner implements PartitionerFactory {

  private static final String LAW = "law";
  private static final String LINEAR = "linear";
  private static final String SQUARE = "square";
  private static final String EXPONENTIAL = "exponential";
  private static final String POWER = "power";
  private static final String LOG_NORMAL = "log-normal";
  private static final String SIGMA = "sigma";
  private static final String EXPONENT = "exponent";

  private static final ComponentDescriptor DESCRIPTOR =
      new ComponentDescriptor(
          ComponentKind.PARTITIONER,
          "sizes",
          "Sizes by a law",
          "Shuffled rows are dealt in sizes that grow from client to client, or are random: clients differ in size, but"
              + " hardly in kind.",
          "Beutel et al. 2020 (Flower); Li et al. 2020, power law; Acar et al. 2021, log-normal",
          List.of(
              Deal.clientsParameter(),
              ParameterDescriptor.choice(
                      LAW,
                      List.of(LINEAR, SQUARE, EXPONENTIAL, POWER, LOG_NORMAL),
                      "How large client i is: linear i, square i times i, exponential e to the i, power i to the minus"
                          + " exponent, log-normal random.")
                  .withDefault(LINEAR),
              ParameterDescriptor.number(
                      EXPONENT, Range.between(0, 100), "For power: 0 makes equal sizes, 2 very different ones.")
                  .withDefault(1.0),
              ParameterDescriptor.number(
                      SIGMA,
                      Range.between(0, 100),
                      "For log-normal: deviation of the sizes' logarithm; 0 makes equal sizes, 1 very different ones.")
                  .withDefault(1.0),
              Deal.minimumParameter()));

  @Override
  public ComponentDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Partitioner create(ParameterValues values) {
    int clients = values.integer(Deal.CLIENTS);
    int minimum = values.integer(Deal.MINIMUM);
    return request -> deal(request, clients, minimum, values);
  }

  private static Partition deal(PartitionRequest request, int clients, int minimum, ParameterValues values) {
    int count = request.labels().length;
    Deal.checkEnoughRows(count, clients, minimum);
    double[] logs = IntStream.rangeClosed(1, clients).mapToDouble(law(values, request.random())).toArray();
    return Deal.shuffled(request, Deal.proportional(DirichletDistribution.shares(logs), count), minimum);
  }

  /** The logarithm of a client's weight by its number. */
  private static IntToDoubleFunction law(ParameterValues values, RandomStream random) {
    double exponent = values.number(EXPONENT);
    double sigma = values.number(SIGMA);
    return switch (values.text(LAW)) {
      case LINEAR -> StrictMath::log;
      case SQUARE -> i -> 2 * StrictMath.log(i);
      case EXPONENTIAL -> i -> i;
      case POWER -> i -> -exponent * StrictMath.log(i);
      default -> i -> sigma * random.nextGaussian();
    };
  }
}
