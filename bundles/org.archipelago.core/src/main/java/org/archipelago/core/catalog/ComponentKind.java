package org.archipelago.core.catalog;

import java.util.Arrays;
import java.util.Optional;

/**
 * The kinds of component there are. Some are sections of an experiment file, others lie inside; exporters make files of
 * a run's record.
 */
public enum ComponentKind {
  DATA("data", "data", true, true),
  PARTITIONER("partition", "partitioners", true, false),
  MODEL("model", "models", true, false),
  TRAINING("training", "training", true, true),
  SAMPLER("sampler", "samplers", true, false),
  STRATEGY("strategy", "strategies", true, false),
  PRIVACY("privacy", "privacy", true, false),
  ATTACK("attack", "attacks", true, false),
  SHIFT("shift", "shifts", true, false),
  OPTIMIZER("optimizer", "optimizers", false, false),
  SCALING("scaling", "scalings", false, false),
  EXPORTER("exporter", "exporters", false, false);

  private final String key;
  private final String plural;
  private final boolean section;
  private final boolean single;

  ComponentKind(String key, String plural, boolean section, boolean single) {
    this.key = key;
    this.plural = plural;
    this.section = section;
    this.single = single;
  }

  /** The key in the experiment file. */
  public String key() {
    return key;
  }

  /** The word that lists them on the command line. */
  public String plural() {
    return plural;
  }

  /** Whether the kind is a section at the top of an experiment file. */
  public boolean isSection() {
    return section;
  }

  /** The component that an experiment without the section has; nothing where every experiment has the section. */
  public Optional<String> whenAbsent() {
    return this == ATTACK || this == SHIFT ? Optional.of("none") : Optional.empty();
  }

  /** Whether there is only one component of the kind, so that files name no id. */
  public boolean isSingle() {
    return single;
  }

  /** The kind with that plural or key. */
  public static Optional<ComponentKind> named(String word) {
    return Arrays.stream(values())
        .filter(kind -> kind.plural.equals(word) || kind.key.equals(word))
        .findFirst();
  }
}
