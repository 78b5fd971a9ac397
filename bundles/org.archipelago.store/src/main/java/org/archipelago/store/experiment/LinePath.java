package org.archipelago.store.experiment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in an experiment a cursor is, found from indentation and brackets, so that it is known while the
 * text is not valid YAML.
 *
 * @param keys of the maps around the cursor, and of the entry whose value it is in
 * @param inValue whether the cursor is behind the last key's colon, and not at the place of a key
 * @param word what of a key or value stands before the cursor
 */
record LinePath(List<String> keys, boolean inValue, String word) {

  private static final Pattern KEY = Pattern.compile("^( *)([A-Za-z][A-Za-z0-9]*):");

  /** The path of a cursor; {@code offset} is in chars from 0. */
  static LinePath at(String text, int offset) {
    int lineStart = text.lastIndexOf('\n', offset - 1) + 1;
    String line = text.substring(lineStart, offset);
    int indent = line.length() - line.stripLeading().length();
    List<String> keys = around(text.substring(0, lineStart), indent);
    return inLine(keys, line);
  }

  /** Keys of the lines above that are indented less. */
  private static List<String> around(String above, int indent) {
    List<String> keys = new ArrayList<>();
    int limit = indent;
    List<String> lines = above.lines().toList();
    for (int i = lines.size() - 1; i >= 0 && limit > 0; i--) {
      Matcher matcher = KEY.matcher(lines.get(i));
      if (matcher.find() && matcher.group(1).length() < limit) {
        limit = matcher.group(1).length();
        keys.add(0, matcher.group(2));
      }
    }
    return keys;
  }

  private static LinePath inLine(List<String> keys, String line) {
    Deque<Integer> opened = new ArrayDeque<>();
    StringBuilder word = new StringBuilder();
    boolean inValue = false;
    for (char c : line.toCharArray()) {
      switch (c) {
        case ':' -> {
          keys.add(word.toString().strip());
          inValue = true;
        }
        case '{' -> {
          opened.push(keys.size());
          inValue = false;
        }
        case ',' -> inValue = inValue && opened.isEmpty();
        case '}' -> inValue = true;
        default -> word.append(c);
      }
      if (":{,}".indexOf(c) >= 0) {
        word.setLength(0);
        if (c == ',' && !opened.isEmpty()) {
          keys.subList(opened.peek(), keys.size()).clear();
        } else if (c == '}' && !opened.isEmpty()) {
          keys.subList(opened.pop(), keys.size()).clear();
          word.append(c);
        }
      }
    }
    return new LinePath(List.copyOf(keys), inValue, word.toString().stripLeading());
  }

  String path() {
    return String.join(".", keys);
  }
}
