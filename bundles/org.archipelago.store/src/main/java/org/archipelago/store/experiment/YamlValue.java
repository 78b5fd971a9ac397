package org.archipelago.store.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What YAML text says, with the place of each part. Maps can be changed: overrides do. */
sealed interface YamlValue {

  Place place();

  /** What a message calls it when it is not what is allowed. */
  String found();

  /** What a plain value is under YAML's core schema. */
  enum ScalarKind {
    TEXT,
    WHOLE_NUMBER,
    NUMBER,
    FLAG,
    NOTHING
  }

  /**
   * @param text as written, without quotes
   * @param quoted whether it stood in quotes
   */
  record Scalar(Place place, ScalarKind kind, String text, boolean quoted) implements YamlValue {

    private static final int LONGEST_QUOTE = 60;

    @Override
    public String found() {
      return switch (kind) {
        case NOTHING -> "nothing";
        case TEXT -> "'" + shortened() + "'";
        default -> shortened();
      };
    }

    private String shortened() {
      String line = text.strip().replaceAll("\\s+", " ");
      return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "…";
    }
  }

  record ListValue(Place place, List<YamlValue> elements) implements YamlValue {
    @Override
    public String found() {
      return "a list";
    }
  }

  record MapValue(Place place, Map<String, Entry> entries) implements YamlValue {
    MapValue(Place place) {
      this(place, new LinkedHashMap<>());
    }

    @Override
    public String found() {
      return "a map";
    }
  }

  /** @param keyPlace where the key stands */
  record Entry(Place keyPlace, YamlValue value) {}
}
