package org.archipelago.ui.workbench.wizard;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.data.inspect.ColumnSummary;
import org.archipelago.store.experiment.ExperimentText.Typed;
import org.archipelago.ui.workbench.editor.form.FieldSource;
import org.archipelago.ui.workbench.editor.form.Typing;

/** A draft as the fields of a form. */
final class DraftFields implements FieldSource {

  /** A parameter's place: the component that has it, and its name. */
  private record Place(ComponentDraft component, String name) {}

  private final ExperimentDraft draft;
  private final Consumer<Optional<ComponentKind>> changed;
  private final Typing typing = new Typing();

  /** @param changed called after every change, with the section for which another component was chosen */
  DraftFields(ExperimentDraft draft, Consumer<Optional<ComponentKind>> changed) {
    this.draft = draft;
    this.changed = changed;
  }

  @Override
  public List<ComponentDescriptor> components(ComponentKind kind) {
    return draft.possible(kind);
  }

  @Override
  public Optional<ComponentDescriptor> component(String path) {
    return componentAt(path).map(ComponentDraft::descriptor);
  }

  private Optional<ComponentDraft> componentAt(String path) {
    String[] keys = path.split("\\.");
    Optional<ComponentDraft> component = section(keys[0]).map(draft::section);
    for (String key : Arrays.asList(keys).subList(1, keys.length)) {
      component = component.flatMap(outer -> outer.given(key)).map(ComponentDraft.class::cast);
    }
    return component;
  }

  private static Optional<ComponentKind> section(String key) {
    return ComponentKind.named(key).filter(ComponentKind::isSection);
  }

  @Override
  public void choose(String path, String id) {
    typing.flush();
    Optional<ComponentKind> section = section(path);
    section.ifPresentOrElse(kind -> draft.choose(kind, id), () -> chooseInner(path, id));
    changed.accept(section);
  }

  private void chooseInner(String path, String id) {
    Place place = place(path);
    place.component().descriptor().parameter(place.name()).flatMap(ParameterDescriptor::component).stream()
        .flatMap(kind -> draft.possible(kind).stream())
        .filter(descriptor -> descriptor.id().equals(id))
        .findFirst()
        .ifPresent(chosen -> place.component().set(place.name(), draft.suggested(chosen)));
  }

  private Place place(String path) {
    int dot = path.lastIndexOf('.');
    return new Place(componentAt(path.substring(0, dot)).orElseThrow(), path.substring(dot + 1));
  }

  /** The table's columns, where a parameter names one. */
  @Override
  public List<String> choices(ParameterDescriptor parameter) {
    return parameter.name().equals(ExperimentDraft.COLUMN) ? columns() : parameter.choices();
  }

  private List<String> columns() {
    return draft.table().columns().stream()
        .map(ColumnSummary::name)
        .filter(name -> !name.equals(draft.target()))
        .toList();
  }

  @Override
  public boolean has(String path) {
    return value(path).isPresent();
  }

  @Override
  public Optional<Object> value(String path) {
    Place place = place(path);
    return place.component().given(place.name());
  }

  @Override
  public void set(String path, Object value) {
    Place place = place(path);
    place.component().set(place.name(), plain(value));
    changed.accept(Optional.empty());
  }

  private static Object plain(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(DraftFields::plain).toList();
    }
    return value instanceof Typed typed ? typed.text() : value.toString();
  }

  @Override
  public void unset(String path) {
    Place place = place(path);
    place.component().unset(place.name());
    changed.accept(Optional.empty());
  }

  @Override
  public Typing typing() {
    return typing;
  }
}
