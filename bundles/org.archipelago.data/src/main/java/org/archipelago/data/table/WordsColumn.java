package org.archipelago.data.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A column of which each row has a word, or a tag, after another; each different one is stored once. */
public final class WordsColumn implements Column {

  private final String name;
  private final List<List<String>> rows;

  private WordsColumn(String name, List<List<String>> rows) {
    this.name = name;
    this.rows = rows;
  }

  /** @param rows the words of each row, none where missing */
  public static WordsColumn of(String name, List<List<String>> rows) {
    Map<String, String> once = new HashMap<>();
    List<List<String>> copies = new ArrayList<>(rows.size());
    for (List<String> row : rows) {
      copies.add(row.stream().map(word -> once.computeIfAbsent(word, same -> same)).toList());
    }
    return new WordsColumn(name, List.copyOf(copies));
  }

  /** The words of a row, first to last. */
  public List<String> words(int row) {
    return rows.get(row);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int rows() {
    return rows.size();
  }

  @Override
  public boolean isMissing(int row) {
    return rows.get(row).isEmpty();
  }

  /** The words with blanks between them. */
  @Override
  public String text(int row) {
    return String.join(" ", rows.get(row));
  }
}
