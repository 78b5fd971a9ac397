package org.archipelago.store.experiment;

import java.util.List;
import java.util.Optional;
import org.archipelago.core.Spelling;
import org.archipelago.store.experiment.YamlValue.Entry;
import org.archipelago.store.experiment.YamlValue.MapValue;
import org.archipelago.store.experiment.YamlValue.Scalar;
import org.archipelago.store.experiment.YamlValue.ScalarKind;

/** Puts overrides into the tree of a file, before it is checked. */
final class OverrideApplier {

  private static final String PATH = "[A-Za-z][A-Za-z0-9]*(\\.[A-Za-z][A-Za-z0-9]*)*";

  private final List<String> topKeys;
  private final Findings findings;

  /** @param topKeys keys at the top of the file that may be given anew */
  OverrideApplier(List<String> topKeys, Findings findings) {
    this.topKeys = topKeys;
    this.findings = findings;
  }

  void apply(ExperimentOverride override, MapValue file) {
    Place place = new Place(override.option(), 0, 0);
    int equals = override.assignment().indexOf('=');
    if (equals < 0) {
      findings.add(place, "", "Found no '='; write path=value, such as training.rounds=5.");
      return;
    }
    String path = override.assignment().substring(0, equals).strip();
    String[] keys = path.split("\\.");
    if (!path.matches(PATH)) {
      findings.add(
          place, "", "Found the path '%s'; keys joined by dots are allowed.".formatted(path));
    } else if (!topKeys.contains(keys[0])) {
      findings.add(
          place,
          path,
          "There is no '%s' to set; allowed: %s.%s"
              .formatted(keys[0], String.join(", ", topKeys), Spelling.didYouMean(keys[0], topKeys)));
    } else {
      YamlValue value = value(override, equals, path, place);
      parent(file, keys, path, place)
          .ifPresent(map -> map.entries().put(keys[keys.length - 1], new Entry(place, value)));
    }
  }

  private YamlValue value(ExperimentOverride override, int equals, String path, Place place) {
    String text = override.assignment().substring(equals + 1);
    return YamlParser.parseOption(text, override.option(), path, findings)
        .orElse(new Scalar(place, ScalarKind.NOTHING, "", false));
  }

  /** The map that holds the last key, made where it is not there. */
  private Optional<MapValue> parent(MapValue file, String[] keys, String path, Place place) {
    MapValue map = file;
    for (int i = 0; i < keys.length - 1; i++) {
      Entry entry = map.entries().get(keys[i]);
      Optional<MapValue> next = entry == null ? Optional.of(new MapValue(place)) : asMap(entry.value());
      if (next.isEmpty()) {
        findings.add(
            place,
            path,
            "'%s' is %s and holds no '%s'.".formatted(keys[i], entry.value().found(), keys[i + 1]));
        return Optional.empty();
      }
      map.entries().put(keys[i], new Entry(entry == null ? place : entry.keyPlace(), next.get()));
      map = next.get();
    }
    return Optional.of(map);
  }

  /** A map as it is, and a component's bare id as a map with that id. */
  private static Optional<MapValue> asMap(YamlValue value) {
    if (value instanceof MapValue map) {
      return Optional.of(map);
    }
    if (value instanceof Scalar scalar && scalar.kind() == ScalarKind.TEXT) {
      MapValue map = new MapValue(scalar.place());
      map.entries().put("id", new Entry(scalar.place(), scalar));
      return Optional.of(map);
    }
    return Optional.empty();
  }
}
