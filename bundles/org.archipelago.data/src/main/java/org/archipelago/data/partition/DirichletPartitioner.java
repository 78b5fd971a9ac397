package org.archipelago.data.partition;

import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentFactory;
import org.archipelago.core.catalog.ComponentKind;
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
 * distribution", who draw each client's mix of classes instead.
 *
 * <p>Deviation: where these draw again until the smallest client is large enough, single rows are
 * moved here.
 */
@Component(service = ComponentFactory.class)
public final class DirichletPartitioner implements PartitionerFactory {

  private static final ComponentDescriptor DESCRIPTOR =
      new ComponentDescriptor(
          ComponentKind.PARTITIONER,
          "dirichlet",
          "Dirichlet, class by class",
          "Every class is dealt in random shares: the smaller alpha, the fewer clients hold most of a"
              + " class.",
          "Yurochkin et al. 2019",
          DirichletParameters.descriptors(
              "Concentration: 0.1 is very uneven, 1 uneven, 100 nearly IID."));

  @Override
  public ComponentDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Partitioner create(ParameterValues values) {
    DirichletParameters parameters = DirichletParameters.of(values);
    return request -> deal(request, parameters);
  }

  private static Partition deal(PartitionRequest request, DirichletParameters parameters) {
    int clients = parameters.clients();
    int[] labels = request.labels();
    Deal.checkEnoughRows(labels.length, clients, parameters.minimum());
    int[] clientOfRow = new int[labels.length];
    for (int label = 0; label < request.classes(); label++) {
      int[] rows = Deal.rowsOf(label, labels);
      request.random().shuffle(rows);
      double[] shares = DirichletDistribution.draw(clients, parameters.alpha(), request.random());
      Deal.give(rows, Deal.pieces(shares, rows.length), clientOfRow);
    }
    Deal.moveToMinimum(clientOfRow, clients, parameters.minimum());
    return Deal.numbered(clientOfRow, clients);
  }
}
