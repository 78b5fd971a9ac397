package org.archipelago.store.experiment;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.archipelago.core.Experiment;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.Seed;
import org.archipelago.core.Spelling;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ComponentSpec;
import org.archipelago.store.experiment.YamlValue.Entry;
import org.archipelago.store.experiment.YamlValue.MapValue;
import org.archipelago.store.experiment.YamlValue.Scalar;

/**
 * Reads experiment files of format {@value Experiment#FORMAT} and checks everything in them against
 * the descriptors of a {@link Catalog}.
 *
 * <p>A file of an older format version will be brought to this one, version by version, by one small
 * handler a step on the tree of values, in {@link #formatIsRead}: version 1 is the first, so there is
 * no such handler yet.
 */
public final class ExperimentReader {

  private static final Pattern FORMAT = Pattern.compile("archipelago/experiment/(\\d{1,9})");
  private static final int VERSION = 1;
  private static final List<String> HEAD = List.of("format", "name", "description", "seed");
  private static final Map<ComponentKind, String> DEFAULT_IDS =
      Map.of(
          ComponentKind.SAMPLER, "everyone",
          ComponentKind.STRATEGY, "fedavg",
          ComponentKind.PRIVACY, "none",
          ComponentKind.ATTACK, "none",
          ComponentKind.SHIFT, "none");

  private final Catalog catalog;
  private final Findings findings;
  private final ValueReader values;
  private final ComponentReader components;

  private ExperimentReader(String fileName, Catalog catalog) {
    this.catalog = catalog;
    this.findings = new Findings(fileName);
    this.values = new ValueReader(findings);
    this.components = new ComponentReader(catalog, findings);
  }

  /**
   * Reads an experiment.
   *
   * @param text what the file holds
   * @param fileName how messages call the file
   * @param catalog the components there are
   * @param overrides applied in their order, before anything is checked
   */
  public static ReadResult read(
      String text, String fileName, Catalog catalog, List<ExperimentOverride> overrides) {
    ExperimentReader reader = new ExperimentReader(fileName, catalog);
    Optional<Experiment> experiment = reader.readText(text, overrides);
    return new ReadResult(
        reader.findings.none() ? experiment : Optional.empty(),
        reader.findings.problems(),
        reader.findings.warnings(),
        reader.findings.lines());
  }

  /**
   * The text of an experiment file.
   *
   * @throws InvalidInputException if there is no such file or it is not UTF-8 text
   * @throws IOException if it can't be read
   */
  public static String textOf(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new InvalidInputException(
          Problem.inFile(file.toString(), 0, "This is a folder; name an experiment file."));
    }
    if (Files.notExists(file)) {
      throw new InvalidInputException(
          Problem.inFile(file.toString(), 0, "There is no such file; check its name and folder."));
    }
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new InvalidInputException(
          Problem.inFile(file.toString(), 0, "The file is not UTF-8 text; save it as UTF-8."));
    }
  }

  /** The component of a section that the file does not name; nothing where it has to. */
  static Optional<String> defaultId(ComponentKind kind) {
    return Optional.ofNullable(DEFAULT_IDS.get(kind));
  }

  private Optional<Experiment> readText(String text, List<ExperimentOverride> overrides) {
    String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
    Optional<YamlValue> tree =
        YamlParser.parseFile(withoutMark, findings.top().file(), findings);
    if (tree.isEmpty()) {
      if (findings.none()) {
        findings.add(findings.top(), "", "The file is empty; begin with format: " + Experiment.FORMAT);
      }
      return Optional.empty();
    }
    if (!(tree.get() instanceof MapValue file)) {
      findings.add(
          tree.get().place(),
          "",
          "Found %s; an experiment is a map that begins with format: %s"
              .formatted(tree.get().found(), Experiment.FORMAT));
      return Optional.empty();
    }
    if (!formatIsRead(file)) {
      return Optional.empty();
    }
    OverrideApplier applier = new OverrideApplier(keysAfterFormat(), findings);
    overrides.forEach(override -> applier.apply(override, file));
    return readMap(file);
  }

  private static List<String> keysAfterFormat() {
    return Stream.concat(
            HEAD.stream().skip(1),
            Arrays.stream(ComponentKind.values())
                .filter(ComponentKind::isSection)
                .map(ComponentKind::key))
        .toList();
  }

  private boolean formatIsRead(MapValue file) {
    Entry entry = file.entries().get("format");
    if (entry == null) {
      findings.add(
          findings.top(), "format", "'format' is missing; begin with format: " + Experiment.FORMAT);
      return true;
    }
    String found = entry.value() instanceof Scalar scalar ? scalar.text() : "";
    if (found.equals(Experiment.FORMAT)) {
      return true;
    }
    Matcher matcher = FORMAT.matcher(found);
    boolean newer = matcher.matches() && Integer.parseInt(matcher.group(1)) > VERSION;
    findings.add(
        entry.value().place(),
        "format",
        newer
            ? "Found '%s', of a newer program; this one reads up to %s. Update the program."
                .formatted(found, Experiment.FORMAT)
            : "Found %s; %s is allowed.".formatted(entry.value().found(), Experiment.FORMAT));
    return false;
  }

  private Optional<Experiment> readMap(MapValue file) {
    refuseUnknown(file);
    Optional<String> name = name(file);
    String description =
        head(file, "description")
            .flatMap(entry -> values.text(entry.value(), "description", "a text"))
            .orElse("");
    Optional<Seed> seed = seed(file);
    Map<ComponentKind, ComponentSpec> sections = new EnumMap<>(ComponentKind.class);
    for (ComponentKind kind : ComponentKind.values()) {
      if (kind.isSection()) {
        section(kind, file).ifPresent(spec -> sections.put(kind, spec));
      }
    }
    if (!findings.none()) {
      return Optional.empty();
    }
    Experiment experiment =
        new Experiment(name.orElseThrow(), description, seed.orElseThrow(), sections);
    catalog.check(experiment).forEach(findings::addAtField);
    if (findings.none()) {
      catalog.warnings(experiment).forEach(findings::addAtField);
    }
    return Optional.of(experiment);
  }

  private void refuseUnknown(MapValue file) {
    List<String> allowed = new ArrayList<>(HEAD.subList(0, 1));
    allowed.addAll(keysAfterFormat());
    file.entries()
        .forEach(
            (key, entry) -> {
              if (!allowed.contains(key)) {
                findings.add(
                    entry.keyPlace(),
                    key,
                    "There is no '%s' in an experiment; allowed: %s.%s"
                        .formatted(key, String.join(", ", allowed), Spelling.didYouMean(key, allowed)));
              }
            });
  }

  private Optional<Entry> head(MapValue file, String key) {
    Optional<Entry> entry = Optional.ofNullable(file.entries().get(key));
    entry.ifPresent(found -> findings.locate(key, found.keyPlace()));
    return entry;
  }

  private Optional<String> name(MapValue file) {
    String allowed = "a text that is not empty";
    Optional<Entry> entry = head(file, "name");
    if (entry.isEmpty()) {
      missing(file, "name", "it takes " + allowed);
    }
    Optional<String> name = entry.flatMap(e -> values.text(e.value(), "name", allowed));
    if (name.isPresent() && name.get().isBlank()) {
      findings.add(entry.orElseThrow().value().place(), "name", "Found ''; " + allowed + " is allowed.");
    }
    return name;
  }

  private Optional<Seed> seed(MapValue file) {
    Optional<Entry> entry = head(file, "seed");
    if (entry.isEmpty()) {
      missing(file, "seed", "it takes a whole number, such as 42");
      return Optional.empty();
    }
    YamlValue value = entry.get().value();
    Optional<BigInteger> whole = ValueReader.whole(value);
    if (whole.isEmpty() || whole.get().bitLength() >= Long.SIZE) {
      findings.add(
          value.place(),
          "seed",
          "Found %s; a whole number from %d to %d is allowed."
              .formatted(value.found(), Long.MIN_VALUE, Long.MAX_VALUE));
      return Optional.empty();
    }
    return whole.map(number -> new Seed(number.longValueExact()));
  }

  private Optional<ComponentSpec> section(ComponentKind kind, MapValue file) {
    Entry entry = file.entries().get(kind.key());
    Optional<String> defaultId =
        Optional.ofNullable(DEFAULT_IDS.get(kind)).filter(id -> catalog.find(kind, id).isPresent());
    if (entry != null) {
      return components.read(kind, entry, kind.key(), defaultId);
    }
    if (defaultId.isEmpty() && kind.whenAbsent().isEmpty()) {
      missing(file, kind.key(), "it takes " + allowed(kind));
    }
    return defaultId.flatMap(
        id -> components.readDefault(kind, id, findings.top(), kind.key()));
  }

  private String allowed(ComponentKind kind) {
    List<String> words =
        kind.isSingle()
            ? catalog.list(kind).stream()
                .flatMap(descriptor -> descriptor.parameters().stream())
                .map(parameter -> parameter.name())
                .toList()
            : catalog.list(kind).stream().map(descriptor -> descriptor.id()).toList();
    return (kind.isSingle() ? "a map of " : "one of ") + String.join(", ", words);
  }

  /** Unless an unknown key seems to mean it. */
  private void missing(MapValue file, String key, String advice) {
    boolean misspelt =
        file.entries().keySet().stream()
            .filter(there -> !there.equals("format") && !keysAfterFormat().contains(there))
            .anyMatch(there -> Spelling.nearest(there, keysAfterFormat()).equals(Optional.of(key)));
    if (!misspelt) {
      findings.add(findings.top(), key, "'%s' is missing; %s.".formatted(key, advice));
    }
  }
}
