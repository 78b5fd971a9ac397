package org.archipelago.store.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * The text of an experiment file, read and edited field by field. An edit touches nothing but its
 * field: comments, key order, quotes and all other characters stay. A field inside a map that stands
 * elsewhere, under an alias, is not edited. Immutable.
 *
 * <p>Paths are keys joined by dots, such as {@code training.optimizer.learningRate}; {@code name},
 * {@code description} and {@code seed} are paths too.
 */
public final class ExperimentText {

  private static final String ID = "id";
  private static final List<String> HEAD = List.of("format", "name", "description", "seed");

  /**
   * What somebody typed where a number belongs: written as a number if it is one, else as a text, which
   * the reader of experiments then refuses at that field.
   */
  public record Typed(String text) {}

  private final String text;
  private final Catalog catalog;
  private final YamlNodes nodes;
  private final MappingNode root;

  private ExperimentText(String text, Catalog catalog, YamlNodes nodes, MappingNode root) {
    this.text = text;
    this.catalog = catalog;
    this.nodes = nodes;
    this.root = root;
  }

  /** The text as fields; nothing when it is not YAML or no map. */
  public static Optional<ExperimentText> parse(String text, Catalog catalog) {
    YamlNodes nodes = new YamlNodes(text);
    return nodes.root().map(root -> new ExperimentText(text, catalog, nodes, root));
  }

  /** Whether the file names the field. */
  public boolean has(String path) {
    return find(path).isPresent();
  }

  /**
   * What the file says at a field: a {@link String} as written but without quotes, or a list of such
   * or of such lists. Nothing when it does not name the field, or names a map there.
   */
  public Optional<Object> value(String path) {
    return find(path)
        .flatMap(
            node ->
                node instanceof ScalarNode scalar
                    ? Optional.of(scalar.getValue())
                    : node instanceof SequenceNode list
                        ? Optional.of(YamlNodes.elements(list))
                        : Optional.empty());
  }

  /** The component chosen at a path, or taken when none is; nothing when there is no such component. */
  public Optional<ComponentDescriptor> component(String path) {
    Optional<Slot> slot = slot(path);
    if (slot.isEmpty()) {
      return Optional.empty();
    }
    ComponentKind kind = slot.get().kind();
    if (kind.isSingle()) {
      return catalog.list(kind).stream().findFirst();
    }
    return id(path)
        .or(slot.get()::defaultId)
        .flatMap(id -> catalog.describe(kind, id));
  }

  /** The edit that gives a field a value. A field that is not there is put in its descriptor's order. */
  public TextEdit set(String path, Object value) {
    return TextEdit.between(text, withValue(path, value));
  }

  /** The edit that removes a field, so that its default holds. */
  public TextEdit unset(String path) {
    return TextEdit.between(text, without(path));
  }

  /**
   * The edit that chooses another component. Parameters that the new one has too, with the same type,
   * stay as they are; the others go.
   *
   * @throws IllegalArgumentException if there is no such component
   */
  public TextEdit choose(String path, String id) {
    ComponentKind kind = slot(path).orElseThrow(() -> noSlot(path)).kind();
    ComponentDescriptor fresh = catalog.describe(kind, id).orElseThrow(() -> noSlot(path));
    Optional<ComponentDescriptor> old = component(path);
    ExperimentText changed = parsed(withId(path, id));
    for (String key : changed.keys(path)) {
      if (!key.equals(ID) && !isShared(key, old, fresh)) {
        changed = parsed(changed.without(path + "." + key));
      }
    }
    return TextEdit.between(text, changed.text);
  }

  private static boolean isShared(
      String key, Optional<ComponentDescriptor> old, ComponentDescriptor fresh) {
    Optional<ParameterDescriptor> before = old.flatMap(descriptor -> descriptor.parameter(key));
    return fresh
        .parameter(key)
        .filter(
            now ->
                before.isEmpty()
                    || before.get().type() == now.type()
                        && before.get().component().equals(now.component()))
        .isPresent();
  }

  private String withId(String path, String id) {
    Optional<Node> node = find(path);
    boolean bare = node.isPresent() && node.get() instanceof ScalarNode;
    return bare ? withValue(path, id) : withValue(path + "." + ID, id);
  }

  private List<String> keys(String path) {
    return find(path)
        .filter(MappingNode.class::isInstance)
        .map(node -> ((MappingNode) node).getValue().stream().map(YamlNodes::key).toList())
        .orElse(List.of());
  }

  private String withValue(String path, Object value) {
    if (isUnderAlias(path)) {
      return text;
    }
    Optional<NodeTuple> entry = entry(path);
    if (entry.isPresent()) {
      return new YamlWriting(text, nodes).replaced(entry.get(), value);
    }
    int dot = path.lastIndexOf('.');
    String key = path.substring(dot + 1);
    if (dot < 0) {
      return new YamlWriting(text, nodes).inserted(root, key, value, topKeys());
    }
    String parent = path.substring(0, dot);
    Optional<Node> around = find(parent);
    if (around.isPresent() && around.get() instanceof MappingNode map) {
      return map.getValue().isEmpty() && !YamlNodes.isFlow(map)
          ? withValue(parent, Map.of(key, value))
          : new YamlWriting(text, nodes).inserted(map, key, value, order(parent));
    }
    Map<String, Object> whole = new LinkedHashMap<>();
    if (!key.equals(ID)) {
      id(parent).or(() -> slot(parent).flatMap(Slot::defaultId)).ifPresent(id -> whole.put(ID, id));
    }
    whole.put(key, value);
    return withValue(parent, whole);
  }

  private String without(String path) {
    Optional<NodeTuple> entry = entry(path);
    if (entry.isEmpty() || isUnderAlias(path)) {
      return text;
    }
    int dot = path.lastIndexOf('.');
    String parent = dot < 0 ? "" : path.substring(0, dot);
    MappingNode map = dot < 0 ? root : (MappingNode) find(parent).orElseThrow();
    Optional<NodeTuple> owner = dot < 0 ? Optional.empty() : entry(parent);
    return new YamlWriting(text, nodes).removed(map, entry.get(), owner);
  }

  /** Whether what is around the field is written elsewhere, so that others would change with it. */
  private boolean isUnderAlias(String path) {
    int dot = path.lastIndexOf('.');
    if (dot < 0) {
      return false;
    }
    String parent = path.substring(0, dot);
    return entry(parent).filter(entry -> !nodes.isWrittenHere(entry)).isPresent() || isUnderAlias(parent);
  }

  private ExperimentText parsed(String changed) {
    return parse(changed, catalog).orElseThrow();
  }

  private static List<String> topKeys() {
    List<String> keys = new ArrayList<>(HEAD);
    Arrays.stream(ComponentKind.values())
        .filter(ComponentKind::isSection)
        .forEach(kind -> keys.add(kind.key()));
    return keys;
  }

  private List<String> order(String path) {
    List<String> order = new ArrayList<>(List.of(ID));
    component(path)
        .ifPresent(found -> found.parameters().forEach(parameter -> order.add(parameter.name())));
    return order;
  }

  /** A place for a component. */
  private record Slot(ComponentKind kind, Optional<String> defaultId) {}

  private Optional<Slot> slot(String path) {
    int dot = path.lastIndexOf('.');
    if (dot < 0) {
      return ComponentKind.named(path)
          .filter(kind -> kind.isSection() && kind.key().equals(path))
          .map(kind -> new Slot(kind, ExperimentReader.defaultId(kind)));
    }
    return component(path.substring(0, dot))
        .flatMap(owner -> owner.parameter(path.substring(dot + 1)))
        .filter(parameter -> parameter.component().isPresent())
        .map(
            parameter ->
                new Slot(
                    parameter.component().get(), parameter.defaultValue().map(String.class::cast)));
  }

  /** The id that the file names at a path: bare, or in a map. */
  private Optional<String> id(String path) {
    return find(path)
        .flatMap(node -> node instanceof ScalarNode bare ? Optional.<Node>of(bare) : find(path + "." + ID))
        .filter(node -> node instanceof ScalarNode && !node.getTag().equals(Tag.NULL))
        .map(node -> ((ScalarNode) node).getValue());
  }

  private Optional<Node> find(String path) {
    return entry(path).map(NodeTuple::getValueNode);
  }

  private Optional<NodeTuple> entry(String path) {
    Optional<NodeTuple> found = Optional.empty();
    Node around = root;
    for (String key : path.split("\\.")) {
      if (!(around instanceof MappingNode map)) {
        return Optional.empty();
      }
      found = YamlNodes.entry(map, key);
      if (found.isEmpty()) {
        return found;
      }
      around = found.get().getValueNode();
    }
    return found;
  }

  private static IllegalArgumentException noSlot(String path) {
    return new IllegalArgumentException("no such component can stand at '" + path + "'");
  }
}
