package org.archipelago.data;

import org.archipelago.core.catalog.ComponentFactory;
import org.archipelago.core.catalog.ParameterValues;

/** Makes partitioners of one kind. */
public interface PartitionerFactory extends ComponentFactory {

  Partitioner create(ParameterValues values);
}
