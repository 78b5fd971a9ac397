package org.archipelago.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.archipelago.core.Experiment;
import org.archipelago.core.catalog.ComponentSpec;
import org.archipelago.results.Format;

/** Every parameter of an experiment with the value it had, by its path in the file. */
final class ExperimentSection {

  private static final int LONGEST = 160;

  private ExperimentSection() {}

  static void write(Experiment experiment, Html html) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("seed", Long.toString(experiment.seed().value())));
    experiment.sections().forEach((kind, spec) -> {
      if (!kind.isSingle()) {
        rows.add(List.of(kind.key(), spec.id()));
      }
      add(rows, kind.key() + ".", spec.parameters().asMap());
    });
    html.table("pairs", List.of("Parameter", "Value, defaults filled in"), rows);
  }

  private static void add(List<List<String>> rows, String prefix, Map<String, Object> values) {
    values.forEach((name, value) -> {
      if (value instanceof ComponentSpec spec) {
        rows.add(List.of(prefix + name, spec.id()));
        add(rows, prefix + name + ".", spec.parameters().asMap());
      } else {
        rows.add(List.of(prefix + name, words(value)));
      }
    });
  }

  private static String words(Object value) {
    String text =
        value instanceof Double number ? Format.plain(number)
            : value instanceof List<?> list
                ? list.stream().map(ExperimentSection::words).collect(Collectors.joining(", ", "[", "]"))
                : String.valueOf(value);
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
  }
}
