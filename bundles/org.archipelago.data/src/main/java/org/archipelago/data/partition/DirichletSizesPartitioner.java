package org.archipelago.data.partition;

import java.util.stream.IntStream;
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
 * Deals shuffled rows in shares drawn from a symmetric Dirichlet distribution over the clients: sizes
 * are skewed, classes only by chance (the quantity skew of Li et al. 2022, "Federated learning on
 * non-IID data silos"). Deviation: a client below the minimum is given single rows.
 */
@Component(service = ComponentFactory.class)
public final class DirichletSizesPartitioner implements PartitionerFactory {

  private static final ComponentDescriptor DESCRIPTOR =
      new ComponentDescriptor(
          ComponentKind.PARTITIONER,
          "dirichlet-sizes",
          "Dirichlet sizes",
          "Shuffled rows are dealt in random shares: clients differ in size, but hardly in kind.",
          "Li et al. 2022, quantity skew",
          DirichletParameters.descriptors(
              "Concentration: 0.5 makes very different sizes, 100 nearly equal ones."));

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
    int count = request.labels().length;
    Deal.checkEnoughRows(count, clients, parameters.minimum());
    int[] rows = IntStream.range(0, count).toArray();
    request.random().shuffle(rows);
    double[] shares = DirichletDistribution.draw(clients, parameters.alpha(), request.random());
    int[] clientOfRow = new int[count];
    Deal.give(rows, Deal.pieces(shares, count), clientOfRow);
    Deal.moveToMinimum(clientOfRow, clients, parameters.minimum());
    return Deal.numbered(clientOfRow, clients);
  }
}
