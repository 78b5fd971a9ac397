package org.archipelago.data.synthetic;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.Spelling;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.ParameterType;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.data.table.Table;

/**
 * Data that is generated, as a source names it: {@code synthetic:fedprox?alpha=0.5&beta=0.5&clients=20}. What is not
 * named has its default.
 *
 * @param name the source
 * @param kind how it is generated
 * @param values one for every parameter
 */
public record SyntheticDataset(String name, SyntheticKind kind, ParameterValues values) {

  /** What a source begins with that is generated. */
  public static final String PREFIX = "synthetic:";

  /** Whether a source is generated. */
  public static boolean isNamedSo(String source) {
    return source.startsWith(PREFIX);
  }

  /**
   * Reads the name of a source.
   *
   * @param field the field that has it
   * @throws InvalidInputException if there is no such kind or parameter, or a value is not allowed
   */
  public static SyntheticDataset parse(String field, String source) {
    String[] parts = source.substring(PREFIX.length()).split("\\?", 2);
    SyntheticKind kind =
        Arrays.stream(SyntheticKind.values())
            .filter(each -> each.id().equals(parts[0]))
            .findFirst()
            .orElseThrow(() -> problem(field, "There is no '%s'; there is %s.".formatted(PREFIX + parts[0], list())));
    Map<String, Object> values = new LinkedHashMap<>();
    kind.parameters().forEach(parameter -> values.put(parameter.name(), parameter.defaultValue().orElseThrow()));
    List<String> given = parts.length == 1 || parts[1].isBlank() ? List.of() : List.of(parts[1].split("&"));
    for (String pair : given) {
      String[] sides = pair.split("=", 2);
      ParameterDescriptor parameter = parameter(field, kind, sides[0].strip());
      values.put(parameter.name(), value(field, parameter, sides.length == 1 ? "" : sides[1].strip()));
    }
    return new SyntheticDataset(source, kind, new ParameterValues(values));
  }

  /** For messages: {@code synthetic:linear, synthetic:blobs, …}. */
  public static String list() {
    return Arrays.stream(SyntheticKind.values())
        .map(kind -> PREFIX + kind.id())
        .collect(Collectors.joining(", "));
  }

  /** The source that has these values; those that are empty have their defaults. */
  public static String name(SyntheticKind kind, Map<String, String> given) {
    String pairs =
        kind.parameters().stream()
            .filter(parameter -> !given.getOrDefault(parameter.name(), "").isBlank())
            .map(parameter -> parameter.name() + "=" + given.get(parameter.name()).strip())
            .collect(Collectors.joining("&"));
    return PREFIX + kind.id() + (pairs.isEmpty() ? "" : "?" + pairs);
  }

  private static ParameterDescriptor parameter(String field, SyntheticKind kind, String name) {
    List<String> names = kind.parameters().stream().map(ParameterDescriptor::name).toList();
    return kind.parameter(name)
        .orElseThrow(
            () ->
                problem(
                    field,
                    "'%s' is no parameter of %s; it has %s."
                        .formatted(name, PREFIX + kind.id(), Spelling.nearestFirst(name, names))));
  }

  private static Object value(String field, ParameterDescriptor parameter, String text) {
    Optional<Object> value = read(parameter.type(), text);
    boolean allowed =
        value.isPresent()
            && (!(value.get() instanceof Number number) || parameter.range().contains(number.doubleValue()));
    if (!allowed) {
      throw problem(
          field, "%s is '%s', but must be %s.".formatted(parameter.name(), text, parameter.allowed()));
    }
    return value.get();
  }

  private static Optional<Object> read(ParameterType type, String text) {
    try {
      return switch (type) {
        case INTEGER -> Optional.of(Integer.parseInt(text));
        case NUMBER -> Optional.of(Double.parseDouble(text));
        default -> text.matches("true|false") ? Optional.of(text.equals("true")) : Optional.empty();
      };
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Generates the rows. */
  public Table table() {
    return kind.generate(name, values);
  }

  private static InvalidInputException problem(String field, String message) {
    return new InvalidInputException(Problem.atField(field, message));
  }
}
