package org.archipelago.data.inspect;

import org.archipelago.core.Problem;

/**
 * A column that a model better did not learn from.
 *
 * @param column its name
 * @param disguise whether it tells the target by itself; else it looks like an identifier
 * @param problem a warning of the field {@code data.drop}
 */
public record ColumnWarning(String column, boolean disguise, Problem problem) {}
