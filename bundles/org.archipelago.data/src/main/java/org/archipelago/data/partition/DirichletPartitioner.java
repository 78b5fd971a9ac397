package org.archipelago.data.partition;

import java.util.Arrays;
import java.util.stream.Stream;
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
 * Class by class, deals the class's shuffled rows in shares drawn from a symmetric Dirichlet
 * distribution over the clients (Yurochkin et al. 2019, "Bayesian nonparametric federated learning of
 * neural networks", experiments; the label skew by Dirichlet distribution of Li et al. 2022,
 * "Federated learning on non-IID data silos"). So both the classes and the sizes of clients are
 * skewed. Not the draw of Hsu, Qi and Brown 2019, "Measuring the effects of non-identical data
 * distribution", who draw each client's mix of classes instead: {@link DirichletClientsPartitioner}.
 *
 * <p>Deviation: where these draw again until the smallest client is large enough, single rows are
 * moved here. Shares stay logarithms until clients are passed over, so that those left have shares whatever alpha.
 */
@Component(service = ComponentFactory.class)
public final class DirichletPartitioner implements PartitionerFactory {

  private static final String BALANCING = "selfBalancing";

  private static final ComponentDescriptor DESCRIPTOR =
      new ComponentDescriptor(
          ComponentKind.PARTITIONER,
          "dirichlet",
          "Dirichlet, class by class",
          "Every class is dealt in random shares: the smaller alpha, the fewer clients hold most of a"
              + " class.",
          "Yurochkin et al. 2019",
          Stream.concat(
                  DirichletParameters.descriptors("Concentration: 0.1 is very uneven, 1 uneven, 100 nearly IID.")
                      .stream(),
                  Stream.of(
                      ParameterDescriptor.flag(
                              BALANCING,
                              "Whether clients that have more than an even share of all rows are passed over when the"
                                  + " next class is dealt, so that sizes differ less.")
                          .withDefault(false)
                          .withSource("Yurochkin et al. 2019, their code")))
              .toList());

  @Override
  public ComponentDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Partitioner create(ParameterValues values) {
    DirichletParameters parameters = DirichletParameters.of(values);
    boolean balancing = values.flag(BALANCING);
    return request -> deal(request, parameters, balancing);
  }

  private static Partition deal(PartitionRequest request, DirichletParameters parameters, boolean balancing) {
    int clients = parameters.clients();
    Deal.checkEnoughRows(request.labels().length, clients, parameters.minimum());
    int[] clientOfRow = clientOfRow(request, clients, parameters.alpha(), balancing);
    Deal.moveToMinimum(clientOfRow, clients, parameters.minimum());
    return Deal.numbered(clientOfRow, clients);
  }

  /** The client of every row, before any minimum is met. */
  static int[] clientOfRow(PartitionRequest request, int clients, double alpha, boolean balancing) {
    int[] clientOfRow = new int[request.labels().length];
    int[] sizes = new int[clients];
    for (int[] rows : Deal.rowsByClass(request.labels(), request.classes())) {
      request.random().shuffle(rows);
      double[] logs = DirichletDistribution.logs(clients, alpha, request.random());
      if (balancing) {
        passOver(logs, sizes, clientOfRow.length);
      }
      int[] pieces = Deal.pieces(DirichletDistribution.shares(logs), rows.length);
      Deal.give(rows, pieces, clientOfRow);
      Arrays.setAll(sizes, client -> sizes[client] + pieces[client]);
    }
    return clientOfRow;
  }

  /** Clients with more than an even share of all rows get nothing of this class; never all of them have more. */
  private static void passOver(double[] logs, int[] sizes, int rows) {
    Arrays.setAll(
        logs,
        client ->
            (long) sizes[client] * sizes.length > rows ? Double.NEGATIVE_INFINITY : logs[client]);
  }
}
