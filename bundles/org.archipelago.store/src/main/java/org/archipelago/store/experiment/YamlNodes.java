package org.archipelago.store.experiment;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** The nodes of a YAML text and where each stands in it. */
final class YamlNodes {

  private static final Pattern ALIAS = Pattern.compile("\\s*\\*[^\\s,\\]}]+");

  private final String text;
  private final int skipped;

  YamlNodes(String text) {
    this.text = text;
    this.skipped = text.startsWith("\uFEFF") ? 1 : 0;
  }

  /** The map that the text is; nothing when it is no map, or no YAML. */
  Optional<MappingNode> root() {
    LoadSettings settings =
        LoadSettings.builder().setUseMarks(true).setSchema(new CoreSchema()).build();
    try {
      return new Compose(settings)
          .composeString(text.substring(skipped))
          .filter(MappingNode.class::isInstance)
          .map(MappingNode.class::cast);
    } catch (YamlEngineException | StackOverflowError e) { // the reader of experiments says what is wrong
      return Optional.empty();
    }
  }

  static Optional<NodeTuple> entry(MappingNode map, String key) {
    return map.getValue().stream().filter(tuple -> key(tuple).equals(key)).findFirst();
  }

  static String key(NodeTuple tuple) {
    return tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
  }

  static boolean isFlow(CollectionNode<?> node) {
    return node.getFlowStyle() == FlowStyle.FLOW;
  }

  int start(Node node) {
    return offset(node.getStartMark().orElseThrow().getIndex());
  }

  /** Behind the node's last character; comments and blank lines that follow are not part of it. */
  int end(Node node) {
    if (node instanceof CollectionNode<?> collection && !isFlow(collection)) {
      List<?> parts = collection.getValue();
      if (!parts.isEmpty()) {
        Object last = parts.get(parts.size() - 1);
        return last instanceof NodeTuple tuple ? end(tuple) : end((Node) last);
      }
    }
    int end = offset(node.getEndMark().orElseThrow().getIndex());
    int start = start(node);
    if (node instanceof ScalarNode scalar && isBlock(scalar)) {
      end = withoutTrailingBlanks(start, end);
    }
    return end;
  }

  static boolean isBlock(ScalarNode scalar) {
    return switch (scalar.getScalarStyle()) {
      case FOLDED, LITERAL -> true;
      default -> false;
    };
  }

  /** Where the entry's value ends, or its key and colon when it has no value. */
  int end(NodeTuple tuple) {
    if (!isWrittenHere(tuple)) {
      Matcher alias = ALIAS.matcher(text).region(colon(tuple) + 1, text.length());
      return alias.lookingAt() ? alias.end() : colon(tuple) + 1;
    }
    return Math.max(end(tuple.getValueNode()), colon(tuple) + 1);
  }

  /** Where the colon behind the entry's key stands. */
  int colon(NodeTuple tuple) {
    return text.indexOf(':', offset(tuple.getKeyNode().getEndMark().orElseThrow().getIndex()));
  }

  /** Whether the value is written here, and not elsewhere under an anchor. */
  boolean isWrittenHere(NodeTuple tuple) {
    return start(tuple.getValueNode()) > colon(tuple);
  }

  int lineStart(int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** Before the line's end, which may be two characters. */
  int lineEnd(int offset) {
    int end = text.indexOf('\n', offset);
    if (end < 0) {
      return text.length();
    }
    return end > offset && text.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  /** Behind the line's end. */
  int nextLine(int offset) {
    int end = text.indexOf('\n', offset);
    return end < 0 ? text.length() : end + 1;
  }

  /** The line ends that the text uses. */
  String newline() {
    return text.contains("\r\n") ? "\r\n" : "\n";
  }

  private int withoutTrailingBlanks(int start, int end) {
    int last = end;
    while (last > start && Character.isWhitespace(text.charAt(last - 1))) {
      last--;
    }
    return last;
  }

  private int offset(int codePoints) {
    return skipped + text.substring(skipped).offsetByCodePoints(0, codePoints);
  }

  /** Elements of a list node as texts, and as lists of texts where they are lists. */
  static List<Object> elements(SequenceNode list) {
    return list.getValue().stream()
        .<Object>map(
            element ->
                element instanceof SequenceNode inner
                    ? elements(inner)
                    : element instanceof ScalarNode scalar ? scalar.getValue() : "")
        .toList();
  }
}
