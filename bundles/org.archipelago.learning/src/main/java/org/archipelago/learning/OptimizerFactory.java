package org.archipelago.learning;

import org.archipelago.core.catalog.ComponentFactory;
import org.archipelago.core.catalog.ParameterValues;

/** Makes local optimisers of one kind. */
public interface OptimizerFactory extends ComponentFactory {

  Optimizer create(ParameterValues values);
}
