package org.archipelago.store.experiment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.archipelago.core.Spelling;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ComponentSpec;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.ParameterType;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.store.experiment.YamlValue.Entry;
import org.archipelago.store.experiment.YamlValue.MapValue;
import org.archipelago.store.experiment.YamlValue.Scalar;
import org.archipelago.store.experiment.YamlValue.ScalarKind;

/** Reads a component: its id, and its parameters as its descriptor in the catalog says. */
final class ComponentReader {

  private static final String ID = "id";
  private static final MapValue NO_PARAMETERS = new MapValue(new Place("", 0, 0), Map.of());

  private final Catalog catalog;
  private final Findings findings;
  private final ValueReader values;

  ComponentReader(Catalog catalog, Findings findings) {
    this.catalog = catalog;
    this.findings = findings;
    this.values = new ValueReader(findings);
  }

  /**
   * The component that an entry describes: a map, or the bare id.
   *
   * @param defaultId taken when the entry's map names no id
   * @return nothing when a problem was found
   */
  Optional<ComponentSpec> read(
      ComponentKind kind, Entry entry, String path, Optional<String> defaultId) {
    findings.locate(path, entry.keyPlace());
    if (entry.value() instanceof MapValue map) {
      return kind.isSingle()
          ? readSingle(kind, entry, map, path)
          : readMap(kind, entry, map, path, defaultId);
    }
    if (!kind.isSingle()
        && entry.value() instanceof Scalar scalar
        && scalar.kind() == ScalarKind.TEXT) {
      return descriptor(kind, scalar, path)
          .flatMap(found -> readParameters(found, NO_PARAMETERS, entry.keyPlace(), path, ""));
    }
    String allowed =
        kind.isSingle() ? "a map of its parameters is" : "a map with an id, or one of " + ids(kind) + " is";
    findings.add(
        entry.value().place(), path, "Found %s; %s allowed.".formatted(entry.value().found(), allowed));
    return Optional.empty();
  }

  /** The component of that id with all its defaults. */
  Optional<ComponentSpec> readDefault(ComponentKind kind, String id, Place place, String path) {
    return read(
        kind, new Entry(place, new Scalar(place, ScalarKind.TEXT, id, false)), path, Optional.empty());
  }

  private Optional<ComponentSpec> readSingle(
      ComponentKind kind, Entry entry, MapValue map, String path) {
    List<ComponentDescriptor> there = catalog.list(kind);
    if (there.isEmpty()) {
      findings.add(entry.keyPlace(), path, "This program has no component that reads " + path + ".");
      return Optional.empty();
    }
    return readParameters(there.get(0), map, entry.keyPlace(), path, "");
  }

  private Optional<ComponentSpec> readMap(
      ComponentKind kind, Entry entry, MapValue map, String path, Optional<String> defaultId) {
    Entry id = map.entries().get(ID);
    if (id == null) {
      return readWithoutId(kind, entry, map, path, defaultId);
    }
    return descriptor(kind, id.value(), path)
        .flatMap(found -> readParameters(found, map, entry.keyPlace(), path, ""));
  }

  private Optional<ComponentSpec> readWithoutId(
      ComponentKind kind, Entry entry, MapValue map, String path, Optional<String> defaultId) {
    Optional<ComponentDescriptor> descriptor = defaultId.flatMap(id -> catalog.describe(kind, id));
    if (descriptor.isEmpty()) {
      findings.add(
          entry.keyPlace(),
          path + "." + ID,
          "The id is missing; write id: with one of " + ids(kind) + ".");
      return Optional.empty();
    }
    String advice =
        " No id is written here, so it is '%s'; there is %s.".formatted(descriptor.get().id(), ids(kind));
    return readParameters(descriptor.get(), map, entry.keyPlace(), path, advice);
  }

  private Optional<ComponentDescriptor> descriptor(ComponentKind kind, YamlValue id, String path) {
    String idPath = path + "." + ID;
    findings.locate(idPath, id.place());
    Optional<String> text = values.text(id, idPath, "one of " + ids(kind));
    Optional<ComponentDescriptor> found = text.flatMap(name -> catalog.describe(kind, name));
    if (text.isPresent() && found.isEmpty()) {
      findings.add(id.place(), idPath, catalog.missing(kind, text.get()));
    }
    return found;
  }

  private String ids(ComponentKind kind) {
    return catalog.list(kind).stream().map(ComponentDescriptor::id).collect(Collectors.joining(", "));
  }

  private Optional<ComponentSpec> readParameters(
      ComponentDescriptor descriptor, MapValue map, Place place, String path, String advice) {
    Set<String> meant = refuseUnknown(descriptor, map, path, advice);
    Map<String, Object> resolved = new LinkedHashMap<>();
    boolean whole = meant.isEmpty();
    for (ParameterDescriptor parameter : descriptor.parameters()) {
      String at = path + "." + parameter.name();
      Entry entry = map.entries().get(parameter.name());
      Optional<Object> value =
          entry != null ? given(parameter, entry, at) : absent(parameter, place, at, meant);
      value.ifPresent(found -> resolved.put(parameter.name(), found));
      whole &= value.isPresent() || entry == null && isOptional(parameter);
    }
    return whole
        ? Optional.of(new ComponentSpec(descriptor.id(), new ParameterValues(resolved)))
        : Optional.empty();
  }

  private static boolean isOptional(ParameterDescriptor parameter) {
    return !parameter.required() && parameter.defaultValue().isEmpty();
  }

  private Optional<Object> given(ParameterDescriptor parameter, Entry entry, String path) {
    findings.locate(path, entry.keyPlace());
    return parameter.type() == ParameterType.COMPONENT
        ? read(parameter.component().orElseThrow(), entry, path, defaultId(parameter))
            .map(Object.class::cast)
        : values.read(parameter, entry.value(), path);
  }

  private Optional<Object> absent(
      ParameterDescriptor parameter, Place place, String path, Set<String> meant) {
    if (parameter.required()) {
      if (!meant.contains(parameter.name())) {
        findings.add(
            place,
            path,
            "'%s' is missing; it takes %s.".formatted(parameter.name(), allowed(parameter)));
      }
      return Optional.empty();
    }
    return parameter.type() == ParameterType.COMPONENT
        ? defaultId(parameter)
            .flatMap(id -> readDefault(parameter.component().orElseThrow(), id, place, path))
            .map(Object.class::cast)
        : parameter.defaultValue();
  }

  private String allowed(ParameterDescriptor parameter) {
    return parameter.component().map(kind -> "one of " + ids(kind)).orElseGet(parameter::allowed);
  }

  private static Optional<String> defaultId(ParameterDescriptor parameter) {
    return parameter.defaultValue().map(String.class::cast);
  }

  /**
   * Refuses keys that are no parameter.
   *
   * @return names of those parameters that seem to be meant, so that they are not called missing too;
   *     holds the unknown keys as well
   */
  private Set<String> refuseUnknown(
      ComponentDescriptor descriptor, MapValue map, String path, String advice) {
    boolean single = descriptor.kind().isSingle();
    List<String> allowed = new ArrayList<>(single ? List.of() : List.of(ID));
    descriptor.parameters().forEach(parameter -> allowed.add(parameter.name()));
    String owner = descriptor.kind().key() + (single ? "" : " '" + descriptor.id() + "'");
    Set<String> meant = new HashSet<>();
    map.entries().forEach(
        (key, entry) -> {
          if (!allowed.contains(key)) {
            meant.add(key);
            Spelling.nearest(key, allowed).ifPresent(meant::add);
            findings.add(
                entry.keyPlace(),
                path + "." + key,
                "There is no '%s' in %s; allowed: %s.%s%s"
                    .formatted(
                        key, owner, String.join(", ", allowed), Spelling.didYouMean(key, allowed), advice));
          }
        });
    return meant;
  }
}
