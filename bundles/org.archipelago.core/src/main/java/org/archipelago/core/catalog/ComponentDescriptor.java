package org.archipelago.core.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a component tells of itself.
 *
 * @param kind which list it stands in
 * @param id stable name that files store: lower case, digits and hyphens
 * @param title what people call it
 * @param text one sentence, without markup
 * @param source paper and section it follows; empty when it follows none
 * @param parameters in the order a form shows them
 */
public record ComponentDescriptor(
    ComponentKind kind,
    String id,
    String title,
    String text,
    String source,
    List<ParameterDescriptor> parameters) {

  public ComponentDescriptor {
    parameters = List.copyOf(parameters);
    if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "id must be lower-case words joined by hyphens, but is '" + id + "'");
    }
  }

  /** The parameter of that name. */
  public Optional<ParameterDescriptor> parameter(String name) {
    return parameters.stream().filter(p -> p.name().equals(name)).findFirst();
  }

  /** The values, and defaults where values that were made by hand lack one. */
  public ParameterValues withDefaults(ParameterValues given) {
    Map<String, Object> values = new HashMap<>(given.asMap());
    for (ParameterDescriptor parameter : parameters) {
      parameter.defaultValue().ifPresent(usual -> values.putIfAbsent(parameter.name(), usual));
    }
    return new ParameterValues(values);
  }
}
