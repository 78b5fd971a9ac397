package org.archipelago.data.shift;

import java.util.List;
import java.util.Optional;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentFactory;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ParameterValues;
import org.osgi.service.component.annotations.Component;

/** Clients train on their rows as they were dealt. */
@Component(service = ComponentFactory.class)
public final class NoShift implements ShiftFactory {

  @Override
  public ComponentDescriptor descriptor() {
    return new ComponentDescriptor(
        ComponentKind.SHIFT, "none", "No shift", "Clients train on their rows as they were dealt.", "", List.of());
  }

  @Override
  public Optional<Shift> create(ParameterValues values, ShiftSetting setting) {
    return Optional.empty();
  }
}
