package org.archipelago.ui.workbench.wizard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ParameterDescriptor;

/**
 * A component as chosen, its values as they would stand in the file: a text, a list of texts or of such lists,
 * or a draft of a component inside. What is not given has its default.
 */
final class ComponentDraft {

  private final ComponentDescriptor descriptor;
  private final Map<String, Object> given = new LinkedHashMap<>();

  private ComponentDraft(ComponentDescriptor descriptor) {
    this.descriptor = descriptor;
  }

  /** With nothing given. */
  static ComponentDraft of(ComponentDescriptor descriptor) {
    return new ComponentDraft(descriptor);
  }

  /** With suggestions for what has no default. */
  static ComponentDraft suggested(ComponentDescriptor descriptor, Catalog catalog, Suggestions suggestions) {
    ComponentDraft draft = new ComponentDraft(descriptor);
    for (ParameterDescriptor parameter : descriptor.parameters()) {
      if (parameter.component().isPresent()) {
        String id = parameter.defaultValue().map(Object::toString).orElse("");
        catalog
            .describe(parameter.component().get(), id)
            .ifPresent(inner -> draft.set(parameter.name(), suggested(inner, catalog, suggestions)));
      } else if (parameter.defaultValue().isEmpty()) {
        suggestions.of(parameter).ifPresent(value -> draft.set(parameter.name(), written(value)));
      }
    }
    return draft;
  }

  /** As people write it: no decimals where there are none, small numbers with an exponent. */
  private static Object written(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(ComponentDraft::written).toList();
    }
    if (value instanceof Double number) {
      return number == Math.rint(number) && Math.abs(number) < 1e7
          ? Long.toString(number.longValue())
          : Double.toString(number).replace(".0E", "e").replace('E', 'e');
    }
    return value.toString();
  }

  ComponentDescriptor descriptor() {
    return descriptor;
  }

  void set(String name, Object value) {
    given.put(name, value);
  }

  void unset(String name) {
    given.remove(name);
  }

  /** The value that was given. */
  Optional<Object> given(String name) {
    return Optional.ofNullable(given.get(name));
  }

  /** The value that was given, else the default. */
  Optional<Object> value(String name) {
    return given(name)
        .or(() ->
            descriptor
                .parameter(name)
                .filter(parameter -> parameter.component().isEmpty())
                .flatMap(ParameterDescriptor::defaultValue)
                .map(ComponentDraft::written));
  }
}
