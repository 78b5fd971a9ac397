package org.archipelago.data.scaling;

import java.util.List;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentFactory;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ParameterValues;
import org.osgi.service.component.annotations.Component;

/** Leaves numeric columns as they are. */
@Component(service = ComponentFactory.class)
public final class NoScaling implements ScalingFactory {

  private static final ComponentDescriptor DESCRIPTOR =
      new ComponentDescriptor(
          ComponentKind.SCALING,
          "none",
          "None",
          "Numeric columns stay as they are.",
          "",
          List.of());

  @Override
  public ComponentDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Scaling create(ParameterValues values) {
    return (publicRange, clientSums) -> Affine.IDENTITY;
  }
}
