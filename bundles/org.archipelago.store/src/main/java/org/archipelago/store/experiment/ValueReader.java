package org.archipelago.store.experiment;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.archipelago.core.Spelling;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.store.experiment.YamlValue.ListValue;
import org.archipelago.store.experiment.YamlValue.Scalar;
import org.archipelago.store.experiment.YamlValue.ScalarKind;

/** Reads a parameter's value as its descriptor says: all types but components. */
final class ValueReader {

  private static final BigInteger HIGHEST = BigInteger.valueOf(Integer.MAX_VALUE);
  private static final BigInteger LOWEST = BigInteger.valueOf(Integer.MIN_VALUE);

  private final Findings findings;

  ValueReader(Findings findings) {
    this.findings = findings;
  }

  /** The value, of the Java type that the parameter's type says; nothing when a problem was found. */
  Optional<Object> read(ParameterDescriptor parameter, YamlValue value, String path) {
    return switch (parameter.type()) {
      case INTEGER -> wholeNumber(parameter, value, path).map(Object.class::cast);
      case NUMBER -> number(parameter, value, path, parameter.allowed()).map(Object.class::cast);
      case FLAG -> flag(parameter, value, path).map(Object.class::cast);
      case TEXT -> text(value, path, parameter.allowed()).map(Object.class::cast);
      case CHOICE -> choice(parameter, value, path).map(Object.class::cast);
      case TEXT_LIST -> texts(value, path, parameter.allowed()).map(Object.class::cast);
      case NUMBER_LIST -> numbers(parameter, value, path).map(Object.class::cast);
      case TEXT_GROUPS -> groups(parameter, value, path).map(Object.class::cast);
      case COMPONENT -> throw new IllegalArgumentException(path + " is a component");
    };
  }

  /** A text that is not empty, such as a name. */
  Optional<String> text(YamlValue value, String path, String allowed) {
    if (value instanceof Scalar scalar && scalar.kind() == ScalarKind.TEXT) {
      return Optional.of(scalar.text());
    }
    String advice =
        value instanceof Scalar scalar && scalar.kind() != ScalarKind.NOTHING
            ? " Put it in quotes: \"" + scalar.text() + "\"."
            : "";
    return refuse(value, path, allowed, advice);
  }

  /** A whole number of any size. */
  static Optional<BigInteger> whole(YamlValue value) {
    if (!(value instanceof Scalar scalar) || scalar.kind() != ScalarKind.WHOLE_NUMBER) {
      return Optional.empty();
    }
    String text = scalar.text();
    try {
      return Optional.of(
          text.startsWith("0x")
              ? new BigInteger(text.substring(2), 16)
              : text.startsWith("0o") ? new BigInteger(text.substring(2), 8) : new BigInteger(text));
    } catch (NumberFormatException e) { // an explicit tag on something else
      return Optional.empty();
    }
  }

  private Optional<Integer> wholeNumber(ParameterDescriptor parameter, YamlValue value, String path) {
    Optional<BigInteger> whole = whole(value);
    if (whole.isEmpty()) {
      return refuse(value, path, parameter.allowed(), unquote(value));
    }
    if (whole.get().compareTo(HIGHEST) > 0 || whole.get().compareTo(LOWEST) < 0) {
      return refuse(value, path, parameter.allowed(), " The largest possible is " + HIGHEST + ".");
    }
    int number = whole.get().intValueExact();
    return parameter.range().contains(number)
        ? Optional.of(number)
        : refuse(value, path, parameter.allowed(), "");
  }

  private Optional<Double> number(
      ParameterDescriptor parameter, YamlValue value, String path, String allowed) {
    Optional<Double> number = whole(value).map(BigInteger::doubleValue).or(() -> decimal(value));
    if (number.isEmpty()) {
      return refuse(value, path, allowed, unquote(value));
    }
    if (!Double.isFinite(number.get())) {
      return refuse(value, path, allowed, " It must be finite.");
    }
    return parameter.range().contains(number.get()) ? number : refuse(value, path, allowed, "");
  }

  private static Optional<Double> decimal(YamlValue value) {
    if (!(value instanceof Scalar scalar) || scalar.kind() != ScalarKind.NUMBER) {
      return Optional.empty();
    }
    String text = scalar.text().toLowerCase(Locale.ROOT);
    if (text.endsWith(".inf") || text.endsWith(".nan")) {
      return Optional.of(Double.NaN);
    }
    try {
      return Optional.of(Double.valueOf(text));
    } catch (NumberFormatException e) { // an explicit tag on something else
      return Optional.empty();
    }
  }

  private static String unquote(YamlValue value) {
    return value instanceof Scalar scalar && scalar.quoted() && scalar.text().matches("[-+.0-9eE]+")
        ? " Remove the quotes."
        : "";
  }

  private Optional<Boolean> flag(ParameterDescriptor parameter, YamlValue value, String path) {
    return value instanceof Scalar scalar && scalar.kind() == ScalarKind.FLAG
        ? Optional.of(Boolean.valueOf(scalar.text()))
        : refuse(value, path, parameter.allowed(), "");
  }

  private Optional<String> choice(ParameterDescriptor parameter, YamlValue value, String path) {
    if (value instanceof Scalar scalar) {
      if (parameter.choices().contains(scalar.text())) {
        return Optional.of(scalar.text());
      }
      return refuse(
          value,
          path,
          parameter.allowed(),
          Spelling.didYouMean(scalar.text(), parameter.choices()));
    }
    return refuse(value, path, parameter.allowed(), "");
  }

  private Optional<List<String>> texts(YamlValue value, String path, String allowed) {
    return list(value, path, allowed, (element, at) -> text(element, at, "a text"));
  }

  private Optional<List<Double>> numbers(ParameterDescriptor parameter, YamlValue value, String path) {
    String each = "a number" + parameter.range().words();
    return list(
        value, path, parameter.allowed(), (element, at) -> number(parameter, element, at, each));
  }

  private Optional<List<List<String>>> groups(
      ParameterDescriptor parameter, YamlValue value, String path) {
    return list(
        value, path, parameter.allowed(), (element, at) -> texts(element, at, "a list of texts"));
  }

  private interface ElementReader<T> {
    Optional<T> read(YamlValue element, String path);
  }

  private <T> Optional<List<T>> list(
      YamlValue value, String path, String allowed, ElementReader<T> reader) {
    if (!(value instanceof ListValue list)) {
      String advice =
          value instanceof Scalar scalar && scalar.kind() != ScalarKind.NOTHING
              ? " Put it in brackets: [" + scalar.text() + "]."
              : "";
      return refuse(value, path, allowed, advice);
    }
    List<T> read = new ArrayList<>();
    for (int i = 0; i < list.elements().size(); i++) {
      String at = path + "[" + i + "]";
      findings.locate(at, list.elements().get(i).place());
      reader.read(list.elements().get(i), at).ifPresent(read::add);
    }
    return read.size() == list.elements().size() ? Optional.of(List.copyOf(read)) : Optional.empty();
  }

  private <T> Optional<T> refuse(YamlValue value, String path, String allowed, String advice) {
    findings.add(
        value.place(), path, "Found %s; %s is allowed.%s".formatted(value.found(), allowed, advice));
    return Optional.empty();
  }
}
