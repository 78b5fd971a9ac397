package org.archipelago.data.partition;

import java.util.List;
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
 * Deals shuffled rows evenly; sizes differ by at most one row, the first clients having it. The IID
 * case of McMahan et al. 2017, "Communication-efficient learning of deep networks from decentralized
 * data", section 3.
 */
@Component(service = ComponentFactory.class)
public final class IidPartitioner implements PartitionerFactory {

  private static final ComponentDescriptor DESCRIPTOR =
      new ComponentDescriptor(
          ComponentKind.PARTITIONER,
          "iid",
          "IID",
          "Rows are shuffled and dealt evenly, so that all clients are alike.",
          "McMahan et al. 2017, section 3",
          List.of(Deal.clientsParameter()));

  @Override
  public ComponentDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Partitioner create(ParameterValues values) {
    int clients = values.integer(Deal.CLIENTS);
    return request -> deal(request, clients);
  }

  private static Partition deal(PartitionRequest request, int clients) {
    int count = request.labels().length;
    Deal.checkEnoughRows(count, clients, 1);
    return Deal.shuffled(request, Deal.evenSizes(count, clients), 1);
  }
}
