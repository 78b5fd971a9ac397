package org.archipelago.data.scaling;

import java.util.List;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentFactory;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ParameterValues;
import org.osgi.service.component.annotations.Component;

/** Uses a public range where one is known, and sums over the clients where none is. */
@Component(service = ComponentFactory.class)
public final class AutoScaling implements ScalingFactory {

  private static final ComponentDescriptor DESCRIPTOR =
      new ComponentDescriptor(
          ComponentKind.SCALING,
          "auto",
          "Automatic",
          "The public range of the data where it is known, else standardised from sums over the clients.",
          "",
          List.of());

  @Override
  public ComponentDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Scaling create(ParameterValues values) {
    return (publicRange, clientSums) ->
        publicRange.map(RangeScaling::toUnit).orElseGet(() -> clientSums.get().standardising());
  }
}
