package org.archipelago.core.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Values of a component's parameters, checked against its descriptor, defaults filled in. */
public final class ParameterValues {

  /** No values, for components without parameters. */
  public static final ParameterValues NONE = new ParameterValues(Map.of());

  private final Map<String, Object> values;

  /** @param values by name, each of the Java type that its {@link ParameterType} says */
  public ParameterValues(Map<String, Object> values) {
    this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  public int integer(String name) {
    return get(name, Integer.class);
  }

  public double number(String name) {
    return get(name, Double.class);
  }

  public boolean flag(String name) {
    return get(name, Boolean.class);
  }

  /** A text or a choice. */
  public String text(String name) {
    return get(name, String.class);
  }

  public ComponentSpec component(String name) {
    return get(name, ComponentSpec.class);
  }

  @SuppressWarnings("unchecked")
  public List<String> texts(String name) {
    return get(name, List.class);
  }

  @SuppressWarnings("unchecked")
  public List<Double> numbers(String name) {
    return get(name, List.class);
  }

  @SuppressWarnings("unchecked")
  public List<List<String>> groups(String name) {
    return get(name, List.class);
  }

  /** Whether the parameter has a value; only an optional one may have none. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** The value of an optional parameter. */
  public Optional<Object> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** All values by name, in the descriptor's order. */
  public Map<String, Object> asMap() {
    return values;
  }

  private <T> T get(String name, Class<T> type) {
    Object value = values.get(name);
    if (value == null) {
      throw new NoSuchElementException("parameter '" + name + "' has no value; there are " + values.keySet());
    }
    return type.cast(value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ParameterValues that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
