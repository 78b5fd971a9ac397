package org.archipelago.federation;

import org.archipelago.core.catalog.ParameterValues;

/**
 * What a strategy may know of the run it is made for.
 *
 * @param clients how many there are, at least 1
 * @param training the experiment's section {@code training}
 */
public record StrategySetting(int clients, ParameterValues training) {}
