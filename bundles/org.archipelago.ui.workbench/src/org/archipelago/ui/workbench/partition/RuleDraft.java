package org.archipelago.ui.workbench.partition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.archipelago.core.Seed;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentSpec;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.partition.Dealing;

/**
 * A rule while its parameters are moved.
 *
 * @param values by parameter; one without a default may still lack
 */
record RuleDraft(ComponentDescriptor rule, Map<String, Object> values, Seed seed) {

  private static final int CLIENTS = 10;

  RuleDraft {
    values = Map.copyOf(values);
  }

  static RuleDraft of(ComponentDescriptor rule, Dealing dealing) {
    return new RuleDraft(rule, dealing.rule().parameters().asMap(), dealing.seed());
  }

  /** Another rule, which keeps the values of parameters that both have and gets usual ones for the others. */
  RuleDraft choosing(ComponentDescriptor other, List<String> columns) {
    Map<String, Object> kept = new LinkedHashMap<>();
    for (ParameterDescriptor parameter : other.parameters()) {
      Optional<ParameterDescriptor> same =
          rule.parameter(parameter.name()).filter(here -> here.type() == parameter.type());
      Optional.ofNullable(same.isPresent() ? values.get(parameter.name()) : null)
          .filter(value -> isAllowed(parameter, value))
          .or(parameter::defaultValue)
          .or(() -> usual(parameter, columns))
          .ifPresent(value -> kept.put(parameter.name(), value));
    }
    return new RuleDraft(other, kept, seed);
  }

  private static boolean isAllowed(ParameterDescriptor parameter, Object value) {
    boolean inRange = !(value instanceof Number number) || parameter.range().contains(number.doubleValue());
    return inRange && (parameter.choices().isEmpty() || parameter.choices().contains(value));
  }

  private static Optional<Object> usual(ParameterDescriptor parameter, List<String> columns) {
    if (!parameter.required()) {
      return Optional.empty();
    }
    return switch (parameter.type()) {
      case INTEGER -> Optional.of(parameter.name().equals("clients") ? CLIENTS : within(parameter, 2).intValue());
      case NUMBER -> Optional.of(within(parameter, 0.5));
      case CHOICE -> Optional.of(parameter.choices().getFirst());
      case TEXT -> parameter.name().equals("column") ? columns.stream().findFirst().map(Object.class::cast)
          : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Double within(ParameterDescriptor parameter, double value) {
    return parameter.range().contains(value) ? value : parameter.range().low() + 1;
  }

  RuleDraft with(String name, Optional<Object> value) {
    Map<String, Object> changed = new LinkedHashMap<>(values);
    value.ifPresentOrElse(given -> changed.put(name, given), () -> changed.remove(name));
    return new RuleDraft(rule, changed, seed);
  }

  RuleDraft with(Seed other) {
    return new RuleDraft(rule, values, other);
  }

  /** The parameter that has to be given and is not. */
  Optional<ParameterDescriptor> missing() {
    return rule.parameters().stream()
        .filter(ParameterDescriptor::required)
        .filter(parameter -> !values.containsKey(parameter.name()))
        .findFirst();
  }

  Dealing dealing() {
    ParameterValues all = rule.withDefaults(new ParameterValues(values));
    return new Dealing(new ComponentSpec(rule.id(), all), seed);
  }
}
