package org.archipelago.store.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/** What can be written at a place in an experiment file, by the descriptors of a catalog. */
public final class Completions {

  private static final String ID = "id";

  private final Catalog catalog;
  private final int offset;
  private final LinePath place;
  private final Optional<ExperimentText> text;
  private final List<Completion> found = new ArrayList<>();

  private Completions(String text, int offset, Catalog catalog) {
    this.catalog = catalog;
    this.offset = offset;
    this.place = LinePath.at(text, offset);
    this.text = readable(text, offset, place.word().length(), catalog);
  }

  /**
   * Everything that can be written at a cursor and begins with what stands before it.
   *
   * @param offset the cursor, in chars from 0
   */
  public static List<Completion> at(String text, int offset, Catalog catalog) {
    Completions completions = new Completions(text, offset, catalog);
    if (completions.place.inValue()) {
      completions.values();
    } else {
      completions.keys();
    }
    return completions.found;
  }

  /** The text, or where it is not YAML, the text without the word, or without the line, at the cursor. */
  private static Optional<ExperimentText> readable(String text, int offset, int word, Catalog catalog) {
    int lineStart = text.lastIndexOf('\n', offset - 1) + 1;
    int lineEnd = text.indexOf('\n', offset);
    String withoutWord = text.substring(0, offset - word) + text.substring(offset);
    String withoutLine = text.substring(0, lineStart) + (lineEnd < 0 ? "" : text.substring(lineEnd));
    return ExperimentText.parse(text, catalog)
        .or(() -> ExperimentText.parse(withoutWord, catalog))
        .or(() -> ExperimentText.parse(withoutLine, catalog));
  }

  private void keys() {
    if (place.keys().isEmpty()) {
      Arrays.stream(ComponentKind.values())
          .filter(ComponentKind::isSection)
          .filter(kind -> !isThere(kind.key()))
          .forEach(kind -> add(kind.key() + ": ", kind.key(), ""));
      return;
    }
    Optional<ComponentDescriptor> component = component(place.path());
    if (component.isEmpty()) {
      return;
    }
    if (!component.get().kind().isSingle() && !isThere(place.path() + "." + ID)) {
      add(ID + ": ", ID, "");
    }
    component.get().parameters().stream()
        .filter(parameter -> !isThere(place.path() + "." + parameter.name()))
        .forEach(parameter -> add(parameter.name() + ": ", label(parameter), parameter.text()));
  }

  private boolean isThere(String path) {
    return text.filter(readable -> readable.has(path)).isPresent();
  }

  private static String label(ParameterDescriptor parameter) {
    String value = parameter.defaultValue().map(found -> " (" + written(found) + ")").orElse("");
    return parameter.name() + value;
  }

  private static String written(Object value) {
    return YamlScalars.write(value, ScalarStyle.PLAIN);
  }

  private void values() {
    List<String> keys = place.keys();
    String last = keys.get(keys.size() - 1);
    String parent = String.join(".", keys.subList(0, keys.size() - 1));
    if (keys.size() == 1) {
      ComponentKind.named(last).filter(kind -> kind.isSection() && !kind.isSingle()).ifPresent(this::ids);
    } else if (last.equals(ID)) {
      component(parent).map(ComponentDescriptor::kind).or(() -> kind(parent)).ifPresent(this::ids);
    } else {
      component(parent).flatMap(owner -> owner.parameter(last)).ifPresent(this::values);
    }
  }

  private Optional<ComponentKind> kind(String path) {
    return ComponentKind.named(path).filter(ComponentKind::isSection);
  }

  private void values(ParameterDescriptor parameter) {
    switch (parameter.type()) {
      case CHOICE -> parameter.choices().forEach(choice -> add(choice, choice, parameter.text()));
      case FLAG -> List.of("true", "false").forEach(flag -> add(flag, flag, parameter.text()));
      case COMPONENT -> ids(parameter.component().orElseThrow());
      default ->
          parameter
              .defaultValue()
              .map(Completions::written)
              .ifPresent(value -> add(value, value, parameter.text()));
    }
  }

  private void ids(ComponentKind kind) {
    catalog
        .list(kind)
        .forEach(
            component ->
                add(component.id(), component.id() + " – " + component.title(), component.text()));
  }

  private Optional<ComponentDescriptor> component(String path) {
    return text.flatMap(readable -> readable.component(path));
  }

  private void add(String completion, String label, String help) {
    String word = place.word();
    if (completion.toLowerCase(Locale.ROOT).startsWith(word.toLowerCase(Locale.ROOT))) {
      found.add(new Completion(offset - word.length(), word.length(), completion, label, help));
    }
  }
}
