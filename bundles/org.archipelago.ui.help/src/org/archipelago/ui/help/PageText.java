package org.archipelago.ui.help;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A page as one text: how its parts look, where its lines begin, and where links lead. Knows no widget. */
final class PageText {

  /** How a part of the text looks. */
  enum Mark { TITLE, HEADING, SUBHEADING, BOLD, ITALIC, CODE, LINK, QUIET }

  /**
   * A part of the text.
   *
   * @param start its first character
   * @param length characters in it
   * @param marks how it looks
   * @param link where it leads; empty if nowhere
   */
  record Span(int start, int length, Set<Mark> marks, String link) {
    int end() {
      return start + length;
    }
  }

  /**
   * How a line lies on the page, in pixels.
   *
   * @param above room above it
   * @param indent room to its left
   * @param wrapIndent room to the left of what doesn't fit into its first line
   * @param tabs where tabulators lead
   * @param code whether it is a line of code
   */
  record Line(int above, int indent, int wrapIndent, int[] tabs, boolean code) {}

  private final StringBuilder text = new StringBuilder();
  private final List<Span> spans = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private final Map<String, Integer> anchors = new LinkedHashMap<>();
  private final Map<Integer, String> pictures = new LinkedHashMap<>();

  /** Begins a line. */
  void line(Line line) {
    if (!lines.isEmpty()) {
      text.append('\n');
    }
    lines.add(line);
  }

  void add(String words, Set<Mark> marks, String link) {
    if (words.isEmpty()) {
      return;
    }
    if (!marks.isEmpty() || !link.isEmpty()) {
      spans.add(new Span(text.length(), words.length(), EnumSet.copyOf(marks), link));
    }
    text.append(words);
  }

  void anchor(String name) {
    anchors.put(name, text.length());
  }

  void picture(String path) {
    pictures.put(text.length(), path);
    text.append('\uFFFC');
  }

  String text() {
    return text.toString();
  }

  /** In the order of the text; none overlaps another. */
  List<Span> spans() {
    return spans;
  }

  List<Line> lines() {
    return lines;
  }

  /** Paths of pictures by where they stand. */
  Map<Integer, String> pictures() {
    return pictures;
  }

  List<Span> links() {
    return spans.stream().filter(span -> !span.link().isEmpty()).toList();
  }

  /** The link at a place in the text. */
  Optional<Span> linkAt(int offset) {
    return links().stream().filter(span -> span.start() <= offset && offset < span.end()).findFirst();
  }

  /** Where a heading begins; the page's beginning for an anchor that is empty or not there. */
  int offsetOf(String anchor) {
    return anchors.getOrDefault(anchor, 0);
  }
}
