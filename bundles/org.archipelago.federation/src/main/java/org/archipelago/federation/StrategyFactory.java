package org.archipelago.federation;

import org.archipelago.core.catalog.ComponentFactory;
import org.archipelago.core.catalog.ParameterValues;

/** Makes strategies of one kind. */
public interface StrategyFactory extends ComponentFactory {

  Strategy create(ParameterValues values, StrategySetting setting);
}
