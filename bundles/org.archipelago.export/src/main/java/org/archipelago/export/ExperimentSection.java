package org.archipelago.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.archipelago.core.Experiment;
import org.archipelago.core.catalog.ComponentSpec;
import org.archipelago.results.Format;

/** Every section of an experiment with its component and the value of every parameter. */
final class ExperimentSection {

  private static final int LONGEST = 400;

  private ExperimentSection() {}

  static void write(Experiment experiment, Html html) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("seed", Long.toString(experiment.seed().value()), ""));
    experiment.sections().forEach((kind, spec) ->
        rows.add(List.of(
            kind.key(),
            kind.isSingle() ? "" : spec.id(),
            assignments(spec.parameters().asMap()))));
    html.table(
        "experiment", List.of("Section", "Component", "Parameters, defaults filled in"), rows);
  }

  private static String assignments(Map<String, Object> values) {
    return values.entrySet().stream()
        .map(entry -> entry.getKey() + " = " + words(entry.getValue()))
        .collect(Collectors.joining(" · "));
  }

  private static String words(Object value) {
    if (value instanceof ComponentSpec spec) {
      Map<String, Object> parameters = spec.parameters().asMap();
      return spec.id() + (parameters.isEmpty() ? "" : " (" + assignments(parameters) + ")");
    }
    String text =
        value instanceof Double number ? Format.plain(number)
            : value instanceof List<?> list
                ? list.stream().map(ExperimentSection::words).collect(Collectors.joining(", ", "[", "]"))
                : String.valueOf(value);
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
  }
}
