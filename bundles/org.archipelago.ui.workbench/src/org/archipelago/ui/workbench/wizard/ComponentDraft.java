package org.archipelago.ui.workbench.wizard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentFactory;
import org.archipelago.core.catalog.ParameterDescriptor;

/**
 * A component as chosen, its values as they would stand in the file: a text, a list of texts, or a draft
 * of a component inside. An empty text is no value.
 */
final class ComponentDraft {

  private final ComponentDescriptor descriptor;
  private final Map<String, Object> values = new LinkedHashMap<>();

  private ComponentDraft(ComponentDescriptor descriptor) {
    this.descriptor = descriptor;
  }

  /** Without any value. */
  static ComponentDraft empty(ComponentDescriptor descriptor) {
    return new ComponentDraft(descriptor);
  }

  /** With the descriptors' defaults, and suggestions for what has none. */
  static ComponentDraft withDefaults(
      ComponentDescriptor descriptor, Catalog catalog, Suggestions suggestions) {
    ComponentDraft draft = new ComponentDraft(descriptor);
    for (ParameterDescriptor parameter : descriptor.parameters()) {
      draft.set(parameter.name(), initial(parameter, catalog, suggestions));
    }
    return draft;
  }

  private static Object initial(
      ParameterDescriptor parameter, Catalog catalog, Suggestions suggestions) {
    if (parameter.component().isPresent()) {
      String id = parameter.defaultValue().map(Object::toString).orElse("");
      return catalog
          .find(parameter.component().get(), id)
          .map(ComponentFactory::descriptor)
          .<Object>map(inner -> withDefaults(inner, catalog, suggestions))
          .orElse("");
    }
    Object value = parameter.defaultValue().orElseGet(() -> suggestions.of(parameter));
    return value instanceof List<?> list
        ? list.stream().map(ComponentDraft::written).toList()
        : written(value);
  }

  /** As people write it: no decimals where there are none, small numbers with an exponent. */
  private static String written(Object value) {
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
    values.put(name, value);
  }

  /** The value as one text; of a list, its elements with commas between. */
  String text(String name) {
    Object value = values.getOrDefault(name, "");
    return value instanceof List<?> list
        ? String.join(", ", list.stream().map(Object::toString).toList())
        : value.toString();
  }

  /** The value as it is; an empty text when there is none. */
  Object value(String name) {
    return values.getOrDefault(name, "");
  }
}
