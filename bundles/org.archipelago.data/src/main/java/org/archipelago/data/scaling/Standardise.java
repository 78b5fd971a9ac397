package org.archipelago.data.scaling;

import java.util.List;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentFactory;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ParameterValues;
import org.osgi.service.component.annotations.Component;

/** Takes every column to mean 0 and deviation 1, by sums over the clients, never by pooled rows. */
@Component(service = ComponentFactory.class)
public final class Standardise implements ScalingFactory {

  private static final ComponentDescriptor DESCRIPTOR =
      new ComponentDescriptor(
          ComponentKind.SCALING,
          "standardise",
          "Standardise",
          "Mean 0 and deviation 1, from sums that the clients contribute; constant columns are only centred.",
          "",
          List.of());

  @Override
  public ComponentDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Scaling create(ParameterValues values) {
    return (publicRange, clientSums) -> clientSums.get().standardising();
  }
}
