package org.archipelago.store.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.archipelago.store.experiment.YamlValue.Entry;
import org.archipelago.store.experiment.YamlValue.ListValue;
import org.archipelago.store.experiment.YamlValue.MapValue;
import org.archipelago.store.experiment.YamlValue.Scalar;
import org.archipelago.store.experiment.YamlValue.ScalarKind;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * YAML 1.2 text (core schema) to {@link YamlValue}s. The core schema reads {@code 1e-5} as a number and
 * {@code no} as a text.
 */
final class YamlParser {

  private final String file;
  private final boolean lines;
  private final Findings findings;
  private final Set<Node> around = Collections.newSetFromMap(new IdentityHashMap<>());

  private YamlParser(String file, boolean lines, Findings findings) {
    this.file = file;
    this.lines = lines;
    this.findings = findings;
  }

  /** The value of a whole file; nothing when it is empty or a problem was found. */
  static Optional<YamlValue> parseFile(String text, String file, Findings findings) {
    return new YamlParser(file, true, findings).parse(text, "");
  }

  /** The value of an override. */
  static Optional<YamlValue> parseOption(String text, String option, String path, Findings findings) {
    return new YamlParser(option, false, findings).parse(text, path);
  }

  private Optional<YamlValue> parse(String text, String path) {
    LoadSettings settings =
        LoadSettings.builder().setUseMarks(true).setSchema(new CoreSchema()).build();
    try {
      return new Compose(settings).composeString(text).map(node -> convert(node, path));
    } catch (YamlEngineException e) {
      YamlSyntax error = YamlSyntax.explain(e, text);
      findings.add(place(error.line(), error.column()), path, error.sentence());
    } catch (StackOverflowError e) { // the library recurses into every bracket
      findings.add(place(1, 1), path, "Lists or maps are nested far too deep here.");
    }
    return Optional.empty();
  }

  private YamlValue convert(Node node, String path) {
    Place place = node.getStartMark().map(this::place).orElse(place(1, 1));
    if (!around.add(node)) {
      findings.add(place, path, "This alias names what it lies in; write the value out.");
      return new Scalar(place, ScalarKind.NOTHING, "", false);
    }
    try {
      if (node instanceof MappingNode map) {
        return convertMap(map, place, path);
      }
      if (node instanceof SequenceNode list) {
        return convertList(list, place, path);
      }
      return convertScalar((ScalarNode) node, place);
    } finally {
      around.remove(node);
    }
  }

  private MapValue convertMap(MappingNode node, Place place, String path) {
    MapValue map = new MapValue(place);
    for (NodeTuple tuple : node.getValue()) {
      Place keyPlace = tuple.getKeyNode().getStartMark().map(this::place).orElse(place);
      String key = ((ScalarNode) tuple.getKeyNode()).getValue();
      String keyPath = path.isEmpty() ? key : path + "." + key;
      Entry first = map.entries().get(key);
      if (first == null) {
        map.entries().put(key, new Entry(keyPlace, convert(tuple.getValueNode(), keyPath)));
      } else {
        findings.add(
            keyPlace,
            keyPath,
            "'%s' stands here a second time; the first is in line %d. Remove one of them."
                .formatted(key, first.keyPlace().line()));
      }
    }
    return map;
  }

  private ListValue convertList(SequenceNode node, Place place, String path) {
    List<YamlValue> elements = new ArrayList<>();
    for (Node element : node.getValue()) {
      elements.add(convert(element, path + "[" + elements.size() + "]"));
    }
    return new ListValue(place, List.copyOf(elements));
  }

  private static Scalar convertScalar(ScalarNode node, Place place) {
    return new Scalar(place, kind(node.getTag()), node.getValue(), !node.isPlain());
  }

  private static ScalarKind kind(Tag tag) {
    if (tag.equals(Tag.INT)) {
      return ScalarKind.WHOLE_NUMBER;
    }
    if (tag.equals(Tag.FLOAT)) {
      return ScalarKind.NUMBER;
    }
    if (tag.equals(Tag.BOOL)) {
      return ScalarKind.FLAG;
    }
    return tag.equals(Tag.NULL) ? ScalarKind.NOTHING : ScalarKind.TEXT;
  }

  private Place place(Mark mark) {
    return place(mark.getLine() + 1, mark.getColumn() + 1);
  }

  private Place place(int line, int column) {
    return lines ? new Place(file, line, column) : new Place(file, 0, 0);
  }
}
