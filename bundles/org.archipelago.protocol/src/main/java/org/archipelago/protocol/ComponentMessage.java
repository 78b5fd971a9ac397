package org.archipelago.protocol;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ComponentSpec;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.ParameterType;
import org.archipelago.core.catalog.ParameterValues;

/**
 * A chosen component on its way to a participant.
 *
 * @param id the component's id
 * @param parameters values by name; a component inside is a map with {@code id} and {@code parameters}
 */
public record ComponentMessage(String id, Map<String, Object> parameters) {

  public static ComponentMessage of(ComponentSpec spec) {
    Map<String, Object> values = new LinkedHashMap<>();
    spec.parameters()
        .asMap()
        .forEach(
            (name, value) ->
                values.put(name, value instanceof ComponentSpec inner ? of(inner) : value));
    return new ComponentMessage(spec.id(), values);
  }

  /**
   * The component as the participant's own catalog describes it.
   *
   * @throws InvalidInputException if this program does not have it, or has it with other parameters
   */
  public ComponentSpec toSpec(Catalog catalog, ComponentKind kind) {
    Optional<ComponentDescriptor> descriptor = catalog.describe(kind, id);
    if (descriptor.isEmpty()) {
      throw invalid(
          kind, "The session uses the %s '%s', which this program does not have".formatted(kind.key(), id));
    }
    Map<String, Object> values = new LinkedHashMap<>();
    for (ParameterDescriptor parameter : descriptor.get().parameters()) {
      if (parameters.containsKey(parameter.name())) {
        values.put(parameter.name(), value(catalog, kind, parameter));
      } else if (parameter.required() || parameter.defaultValue().isPresent()) {
        throw invalid(kind, "The session says nothing of '%s' of '%s'".formatted(parameter.name(), id));
      }
    }
    return new ComponentSpec(id, new ParameterValues(values));
  }

  private Object value(Catalog catalog, ComponentKind kind, ParameterDescriptor parameter) {
    Object given = parameters.get(parameter.name());
    Object value = given;
    if (parameter.type() == ParameterType.COMPONENT) {
      value = inner(given, parameter, kind).toSpec(catalog, parameter.component().orElseThrow());
    } else if (parameter.type() == ParameterType.NUMBER && given instanceof Number number) {
      value = number.doubleValue();
    }
    boolean inRange =
        !(value instanceof Number number) || parameter.range().contains(number.doubleValue());
    if (!parameter.type().accepts(value) || !inRange) {
      throw invalid(
          kind,
          "The session gives '%s' of '%s' as %s, but %s is allowed here"
              .formatted(parameter.name(), id, given, parameter.allowed()));
    }
    return value;
  }

  @SuppressWarnings("unchecked")
  private ComponentMessage inner(Object given, ParameterDescriptor parameter, ComponentKind kind) {
    if (given instanceof ComponentMessage message) {
      return message;
    }
    if (given instanceof Map<?, ?> map
        && map.get("id") instanceof String innerId
        && map.get("parameters") instanceof Map<?, ?> values) {
      return new ComponentMessage(innerId, (Map<String, Object>) values);
    }
    throw invalid(kind, "The session gives no component for '%s' of '%s'".formatted(parameter.name(), id));
  }

  private static InvalidInputException invalid(ComponentKind kind, String what) {
    return new InvalidInputException(
        Problem.atField(kind.key(), what + "; use the client of the coordinator's version."));
  }
}
