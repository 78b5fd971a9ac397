package org.archipelago.data.scaling;

import org.archipelago.core.catalog.ComponentFactory;
import org.archipelago.core.catalog.ParameterValues;

/** Makes scalings of one kind. */
public interface ScalingFactory extends ComponentFactory {

  /** @throws org.archipelago.core.InvalidInputException if the values do not fit together */
  Scaling create(ParameterValues values);
}
