package org.archipelago.store.experiment;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Replaces, inserts and removes entries of maps in a YAML text, in block and in flow style. */
final class YamlWriting {

  private static final int WIDTH = 100;

  private final String text;
  private final YamlNodes nodes;

  YamlWriting(String text, YamlNodes nodes) {
    this.text = text;
    this.nodes = nodes;
  }

  String replaced(NodeTuple entry, Object value) {
    Node old = entry.getValueNode();
    if (old instanceof ScalarNode scalar && YamlNodes.isBlock(scalar) && value instanceof String fresh
        && isOneParagraph(fresh)) {
      return spliced(nodes.start(old), nodes.end(old), folded(fresh, columnOf(entry) + 2));
    }
    ScalarStyle style = old instanceof ScalarNode scalar ? scalar.getScalarStyle() : ScalarStyle.PLAIN;
    String fresh = YamlScalars.write(value, style);
    int colon = nodes.colon(entry);
    int start = nodes.start(old);
    int end = nodes.end(old);
    if (!nodes.isWrittenHere(entry)) {
      return spliced(colon + 1, nodes.end(entry), " " + fresh);
    }
    boolean onOtherLine = start > nodes.lineEnd(colon);
    if (onOtherLine || start == end) {
      return spliced(colon + 1, Math.max(end, colon + 1), " " + fresh);
    }
    return spliced(start, end, fresh);
  }

  /** Puts an entry behind those that stand before it in the order, or before those behind it. */
  String inserted(MappingNode map, String key, Object value, List<String> order) {
    String entry = key + ": " + YamlScalars.write(value, ScalarStyle.PLAIN);
    if (map.getValue().isEmpty()) {
      return spliced(nodes.start(map) + 1, nodes.start(map) + 1, entry);
    }
    Optional<NodeTuple> before = lastBefore(map, key, order);
    boolean flow = YamlNodes.isFlow(map);
    if (before.isPresent()) {
      int end = nodes.end(before.get());
      return flow
          ? spliced(end, end, ", " + entry)
          : spliced(nodes.lineEnd(end), nodes.lineEnd(end), nodes.newline() + indent(map) + entry);
    }
    int start = nodes.start(map.getValue().get(0).getKeyNode());
    return spliced(start, start, entry + (flow ? ", " : nodes.newline() + indent(map)));
  }

  private static Optional<NodeTuple> lastBefore(MappingNode map, String key, List<String> order) {
    int place = order.indexOf(key);
    Optional<NodeTuple> best = Optional.empty();
    int bestPlace = -1;
    for (NodeTuple tuple : map.getValue()) {
      int other = order.indexOf(YamlNodes.key(tuple));
      if (other > bestPlace && (other < place || place < 0)) {
        best = Optional.of(tuple);
        bestPlace = other;
      }
    }
    return best;
  }

  /** @param owner the entry whose value the map is; nothing for the map that is the whole text */
  String removed(MappingNode map, NodeTuple entry, Optional<NodeTuple> owner) {
    int index = map.getValue().indexOf(entry);
    int start = nodes.start(entry.getKeyNode());
    int end = nodes.end(entry);
    boolean only = map.getValue().size() == 1;
    if (YamlNodes.isFlow(map)) {
      if (index > 0) {
        return spliced(nodes.end(map.getValue().get(index - 1)), end, "");
      }
      return spliced(start, only ? end : nodes.start(map.getValue().get(1).getKeyNode()), "");
    }
    if (only && owner.isPresent()) {
      return spliced(nodes.colon(owner.get()) + 1, end, " {}");
    }
    return spliced(nodes.lineStart(start), nodes.nextLine(end), "");
  }

  private String indent(MappingNode map) {
    return " ".repeat(columnOf(map.getValue().get(0)));
  }

  private int columnOf(NodeTuple entry) {
    int start = nodes.start(entry.getKeyNode());
    int lineStart = nodes.lineStart(start);
    return start - lineStart - (text.startsWith("\uFEFF") && lineStart == 0 ? 1 : 0);
  }

  private static boolean isOneParagraph(String value) {
    return !value.isBlank()
        && value.equals(value.strip())
        && !value.contains("  ")
        && value.chars().noneMatch(Character::isISOControl);
  }

  private String folded(String value, int indent) {
    StringBuilder folded = new StringBuilder(">-");
    int column = WIDTH;
    for (String word : value.split(" ")) {
      if (column + 1 + word.length() > WIDTH) {
        folded.append(nodes.newline()).append(" ".repeat(indent)).append(word);
        column = indent + word.length();
      } else {
        folded.append(' ').append(word);
        column += 1 + word.length();
      }
    }
    return folded.toString();
  }

  private String spliced(int start, int end, String fresh) {
    return text.substring(0, start) + fresh + text.substring(end);
  }
}
