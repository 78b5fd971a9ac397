package org.archipelago.core.catalog;

/**
 * A chosen component with its parameters resolved.
 *
 * @param id the component's id
 * @param parameters values, defaults filled in
 */
public record ComponentSpec(String id, ParameterValues parameters) {}
