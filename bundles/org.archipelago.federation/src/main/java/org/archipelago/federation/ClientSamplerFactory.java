package org.archipelago.federation;

import org.archipelago.core.catalog.ComponentFactory;
import org.archipelago.core.catalog.ParameterValues;

/** Makes samplers of one kind. */
public interface ClientSamplerFactory extends ComponentFactory {

  ClientSampler create(ParameterValues values);
}
