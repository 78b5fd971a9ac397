package org.archipelago.headless;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;

/** Two columns, the first as wide as its widest entry. */
final class Columns {

  private final List<String[]> lines;

  <T> Columns(List<T> items, Function<T, String> left, Function<T, String> right) {
    lines = items.stream().map(item -> new String[] {left.apply(item), right.apply(item)}).toList();
  }

  void print(PrintWriter out) {
    int width = lines.stream().mapToInt(line -> TextWidth.of(line[0])).max().orElse(0);
    lines.forEach(line -> out.println(TextWidth.padded(line[0], width + 2) + line[1]));
    out.flush();
  }
}
