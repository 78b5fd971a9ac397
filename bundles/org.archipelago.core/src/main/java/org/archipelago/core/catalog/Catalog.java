package org.archipelago.core.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.archipelago.core.Experiment;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Language;
import org.archipelago.core.Problem;
import org.archipelago.core.Spelling;

/** All components that are there, found by kind and id. Immutable. */
public final class Catalog {

  private final Map<ComponentKind, SortedMap<String, ComponentFactory>> factories =
      new EnumMap<>(ComponentKind.class);
  private final Map<ComponentKind, SortedMap<String, ComponentDescriptor>> descriptors =
      new EnumMap<>(ComponentKind.class);

  /**
   * Components described in the user's language.
   *
   * @throws IllegalArgumentException if two factories have the same kind and id
   */
  public Catalog(Collection<? extends ComponentFactory> all) {
    this(all, Locale.getDefault());
  }

  /**
   * Components described in a language, where their bundles have it, else in English.
   *
   * @throws IllegalArgumentException if two factories have the same kind and id
   */
  public Catalog(Collection<? extends ComponentFactory> all, Locale locale) {
    for (ComponentKind kind : ComponentKind.values()) {
      factories.put(kind, new TreeMap<>());
      descriptors.put(kind, new TreeMap<>());
    }
    for (ComponentFactory factory : all) {
      ComponentDescriptor descriptor = DescriptorTexts.of(factory, locale);
      descriptors.get(descriptor.kind()).put(descriptor.id(), descriptor);
      ComponentFactory other = factories.get(descriptor.kind()).put(descriptor.id(), factory);
      if (other != null) {
        throw new IllegalArgumentException(
            "two components are called %s '%s': %s and %s"
                .formatted(descriptor.kind().key(), descriptor.id(), other.getClass().getName(),
                    factory.getClass().getName()));
      }
    }
  }

  /** The components on the class path, outside OSGi, described in the user's language. */
  public static Catalog load() {
    return load(Locale.getDefault());
  }

  /** The components on the class path, outside OSGi, described in a language. */
  public static Catalog load(Locale locale) {
    List<ComponentFactory> found = new ArrayList<>();
    ServiceLoader.load(ComponentFactory.class, Catalog.class.getClassLoader()).forEach(found::add);
    return new Catalog(found, locale);
  }

  /** Descriptors of a kind, in the order of their ids. */
  public List<ComponentDescriptor> list(ComponentKind kind) {
    return List.copyOf(descriptors.get(kind).values());
  }

  /** What there is to say of a component, if it is there. */
  public Optional<ComponentDescriptor> describe(ComponentKind kind, String id) {
    return Optional.ofNullable(descriptors.get(kind).get(id));
  }

  /** The same in a language of the caller's choice, where the component's bundle has it. */
  public Optional<ComponentDescriptor> describe(ComponentKind kind, String id, Language language) {
    return find(kind, id).map(factory -> DescriptorTexts.of(factory, language.locale()));
  }

  /** The component's factory, if it is there. */
  public Optional<ComponentFactory> find(ComponentKind kind, String id) {
    return Optional.ofNullable(factories.get(kind).get(id));
  }

  /**
   * The component's factory as the interface of its kind.
   *
   * @throws InvalidInputException if there is none; the message lists what there is
   */
  public <T extends ComponentFactory> T get(ComponentKind kind, String id, Class<T> type) {
    ComponentFactory factory = factories.get(kind).get(id);
    if (factory == null) {
      throw new InvalidInputException(Problem.atField(kind.key(), missing(kind, id)));
    }
    if (!type.isInstance(factory)) {
      throw new InvalidInputException(
          Problem.atField(
              kind.key(),
              "The %s '%s' (%s) is not a %s; the bundle that brings it must be mended."
                  .formatted(kind.key(), id, factory.getClass().getName(), type.getSimpleName())));
    }
    return type.cast(factory);
  }

  /** The factory that an experiment chose in a section, as the interface of its kind. */
  public <T extends ComponentFactory> T get(Experiment experiment, ComponentKind kind, Class<T> type) {
    return get(kind, experiment.section(kind).id(), type);
  }

  /** What to say when a component is not there: what there is, and which of it may be meant. */
  public String missing(ComponentKind kind, String id) {
    Set<String> there = factories.get(kind).keySet();
    return "There is no %s '%s'; there is %s.%s"
        .formatted(
            kind.key(),
            id,
            there.isEmpty() ? "none" : String.join(", ", there),
            Spelling.didYouMean(id, there));
  }

  /** What every chosen component, and every one chosen inside it, finds wrong with the experiment. */
  public List<Problem> check(Experiment experiment) {
    List<Problem> problems = new ArrayList<>();
    experiment.sections().forEach((kind, spec) -> check(kind, spec, kind.key(), experiment, problems));
    return problems;
  }

  private void check(
      ComponentKind kind,
      ComponentSpec spec,
      String path,
      Experiment experiment,
      List<Problem> problems) {
    Optional<ComponentFactory> factory = find(kind, spec.id());
    if (factory.isEmpty()) {
      problems.add(Problem.atField(path + ".id", missing(kind, spec.id())));
      return;
    }
    problems.addAll(factory.get().check(experiment));
    for (ParameterDescriptor parameter : describe(kind, spec.id()).orElseThrow().parameters()) {
      if (parameter.component().isPresent() && spec.parameters().has(parameter.name())) {
        check(
            parameter.component().get(),
            spec.parameters().component(parameter.name()),
            path + "." + parameter.name(),
            experiment,
            problems);
      }
    }
  }
}
