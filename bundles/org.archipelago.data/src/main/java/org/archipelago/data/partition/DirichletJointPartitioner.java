package org.archipelago.data.partition;

import java.util.List;
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
 * Sizes and classes skewed at once, each to a degree of its own: sizes in shares drawn from a symmetric Dirichlet
 * distribution (the quantity skew of Li et al. 2022), rows by every client's own mix of classes, drawn from another one
 * (see {@link InnerDirichletPartitioner}).
 */
@Component(service = ComponentFactory.class)
public final class DirichletJointPartitioner implements PartitionerFactory {

  private static final String SIZES_ALPHA = "sizesAlpha";

  private static final ComponentDescriptor DESCRIPTOR =
      new ComponentDescriptor(
          ComponentKind.PARTITIONER,
          "dirichlet-joint",
          "Dirichlet, sizes and classes",
          "Sizes are random shares, and every client draws its rows by a random mix of classes: size and kind are skewed"
              + " apart from each other.",
          "Li et al. 2022, quantity skew; Acar et al. 2021, classes",
          List.of(
              Deal.clientsParameter(),
              DirichletParameters.alpha(
                  "Concentration of each class: 0.1 few classes a client, 1 uneven, 100 nearly the classes alike."),
              ParameterDescriptor.number(
                  SIZES_ALPHA,
                  DirichletParameters.TESTED,
                  "Concentration of the sizes: 0.5 makes very different sizes, 100 nearly equal ones."),
              Deal.minimumParameter()));

  @Override
  public ComponentDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Partitioner create(ParameterValues values) {
    DirichletParameters classes = DirichletParameters.of(values);
    double sizesAlpha = values.number(SIZES_ALPHA);
    return request -> deal(request, classes, sizesAlpha);
  }

  private static Partition deal(PartitionRequest request, DirichletParameters parameters, double sizesAlpha) {
    int clients = parameters.clients();
    int count = request.labels().length;
    Deal.checkEnoughRows(count, clients, parameters.minimum());
    double[] shares = DirichletDistribution.draw(clients, sizesAlpha, request.random());
    int[] sizes = Deal.pieces(shares, count);
    int[] clientOfRow = InnerDirichletPartitioner.byMixes(request, sizes, parameters.alpha());
    Deal.moveToMinimum(clientOfRow, clients, parameters.minimum());
    return Deal.numbered(clientOfRow, clients);
  }
}
