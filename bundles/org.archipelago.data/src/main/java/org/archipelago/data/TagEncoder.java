package org.archipelago.data;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.Task;
import org.archipelago.data.table.Table;
import org.archipelago.data.table.WordsColumn;

/**
 * Turns the tags of words into numbers. Tags are {@code O}, or one of B, I, E and S, a hyphen and the type of a
 * span. An I that follows no tag of its type begins a span, as in the scripts of CoNLL.
 */
final class TagEncoder {

  private static final String OUTSIDE = "O";

  private final Table table;
  private final WordsColumn column;

  TagEncoder(Table table, WordsColumn column) {
    this.table = table;
    this.column = column;
  }

  /** @throws InvalidInputException naming file and line of a tag that is none */
  Target encode() {
    List<String> tags = tags();
    List<String> types =
        IntStream.range(0, column.rows()).mapToObj(this::mostFrequentType).toList();
    List<String> groups = List.copyOf(new TreeSet<>(types));
    return new Target(
        Task.tagging(column.name(), tags),
        types.stream().mapToDouble(groups::indexOf).toArray(),
        groups.stream().map(type -> type.isEmpty() ? OUTSIDE : type).toList(),
        encode(tags),
        noteBrokenScheme());
  }

  /** Of every row the tags' indices. */
  int[][] encode(List<String> tags) {
    Map<String, Integer> indices = new HashMap<>();
    tags.forEach(tag -> indices.put(tag, indices.size()));
    int[][] encoded = new int[column.rows()][];
    for (int row = 0; row < encoded.length; row++) {
      encoded[row] =
          column.words(row).stream().mapToInt(tag -> indices.getOrDefault(tag, -1)).toArray();
    }
    return encoded;
  }

  /** {@code O} first, then by type. */
  private List<String> tags() {
    Map<String, String> byType = new TreeMap<>();
    for (int row = 0; row < column.rows(); row++) {
      List<String> words = column.words(row);
      for (int place = 0; place < words.size(); place++) {
        String tag = words.get(place);
        if (!tag.equals(OUTSIDE) && !tag.matches("[BIES]-.+")) {
          throw new InvalidInputException(
              Problem.inFile(
                  table.source(),
                  line(row, place),
                  ("Column '%s' is '%s' here, but a tag is O, or B-, I-, E- or S- and the type of a span, such as"
                          + " B-DRUG.")
                      .formatted(column.name(), tag)));
        }
        byType.put(type(tag) + ' ' + tag, tag);
      }
    }
    return List.copyOf(byType.values());
  }

  /** The line of a word: there is none between those of a sentence. */
  int line(int row, int place) {
    return table.line(row) - (column.words(row).size() - 1 - place);
  }

  private static String type(String tag) {
    return tag.equals(OUTSIDE) ? "" : tag.substring(2);
  }

  private String mostFrequentType(int row) {
    Map<String, Integer> counts = new TreeMap<>();
    for (String tag : column.words(row)) {
      if (!tag.equals(OUTSIDE)) {
        counts.merge(type(tag), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse("");
  }

  private List<String> noteBrokenScheme() {
    int broken = 0;
    int first = 0;
    for (int row = 0; row < column.rows(); row++) {
      String before = OUTSIDE;
      for (int place = 0; place < column.words(row).size(); place++) {
        String tag = column.words(row).get(place);
        if (tag.startsWith("I-") && !type(before).equals(type(tag))) {
          first = broken == 0 ? line(row, place) : first;
          broken++;
        }
        before = tag;
      }
    }
    return broken == 0
        ? List.of()
        : List.of(
            String.format(
                Locale.ROOT,
                "%,d %s with I- though no word before it has that type (line %d first); as in the scripts of CoNLL it"
                    + " begins a span.",
                broken,
                broken == 1 ? "tag begins" : "tags begin",
                first));
  }
}
