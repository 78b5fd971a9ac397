package org.archipelago.ui.help;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntBiFunction;
import org.archipelago.ui.help.PageText.Line;
import org.archipelago.ui.help.PageText.Mark;

/** A table on a page: columns as wide as they need, cells wrapped where the page is too narrow. */
final class TableText {

  /**
   * A word in a cell.
   *
   * @param text without blanks
   * @param marks how it looks
   * @param link where it leads; empty if nowhere
   * @param behind how it stands behind the one before
   */
  record Word(String text, Set<Mark> marks, String link, Behind behind) {

    boolean glued() {
      return behind != Behind.BLANK;
    }
  }

  /** What is between a word and the one before. */
  enum Behind {
    /** A blank, or the end of a line. */
    BLANK,
    /** Nothing; a line may end there. */
    BREAK,
    /** Nothing, and they stay in one line. */
    NOTHING
  }

  private static final int GAP = 18;
  private static final int ABOVE_ROW = 5;

  private final List<List<List<Word>>> rows = new ArrayList<>();

  void add(List<List<Word>> row) {
    rows.add(row);
  }

  /**
   * Writes it.
   *
   * @param indent room to its left, in pixels
   * @param width room for it, in pixels
   * @param measure width of a text that looks like that
   */
  void write(PageText page, int indent, int width, ToIntBiFunction<String, Set<Mark>> measure) {
    int[] columns = columns(width - indent, measure);
    int[] tabs = new int[columns.length];
    int place = 0;
    for (int i = 0; i < columns.length; i++) {
      place += columns[i] + GAP;
      tabs[i] = place;
    }
    for (List<List<Word>> row : rows) {
      List<List<List<Word>>> cells = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        cells.add(wrapped(row.get(i), columns[i], measure));
      }
      int height = cells.stream().mapToInt(List::size).max().orElse(0);
      for (int i = 0; i < height; i++) {
        page.line(new Line(i == 0 ? ABOVE_ROW : 0, indent, indent, tabs, false));
        writeLine(page, cells, i);
      }
    }
  }

  private static void writeLine(PageText page, List<List<List<Word>>> cells, int line) {
    int last = cells.size() - 1;
    while (last > 0 && cells.get(last).size() <= line) {
      last--;
    }
    for (int i = 0; i <= last; i++) {
      if (i > 0) {
        page.add("\t", Set.of(), "");
      }
      if (line < cells.get(i).size()) {
        writeWords(page, cells.get(i).get(line));
      }
    }
  }

  private static void writeWords(PageText page, List<Word> words) {
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      if (i > 0 && !word.glued()) {
        boolean sameLink = word.link().equals(words.get(i - 1).link());
        page.add(" ", sameLink && !word.link().isEmpty() ? word.marks() : Set.of(), sameLink ? word.link() : "");
      }
      page.add(word.text(), word.marks(), word.link());
    }
  }

  private int[] columns(int width, ToIntBiFunction<String, Set<Mark>> measure) {
    int count = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] natural = new int[count];
    int[] least = new int[count];
    for (List<List<Word>> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        natural[i] = Math.max(natural[i], width(row.get(i), measure));
        for (List<Word> line : wrapped(row.get(i), 1, measure)) {
          least[i] = Math.max(least[i], width(line, measure));
        }
      }
    }
    int room = width - GAP * count;
    int wanted = sum(natural);
    if (wanted <= room) {
      return natural;
    }
    keepShort(natural, least, room);
    int spare = Math.max(0, room - sum(least));
    int stretch = Math.max(1, wanted - sum(least));
    int[] columns = new int[count];
    for (int i = 0; i < count; i++) {
      columns[i] = least[i] + (int) ((long) spare * (natural[i] - least[i]) / stretch);
    }
    return columns;
  }

  /** A column that needs little is not wrapped if there is room; Chinese could be behind every character. */
  private static void keepShort(int[] natural, int[] least, int room) {
    int[] longer = least.clone();
    for (int i = 0; i < longer.length; i++) {
      longer[i] = Math.max(least[i], Math.min(natural[i], room / (2 * longer.length)));
    }
    if (sum(longer) <= room) {
      System.arraycopy(longer, 0, least, 0, least.length);
    }
  }

  private static int sum(int[] numbers) {
    int sum = 0;
    for (int number : numbers) {
      sum += number;
    }
    return sum;
  }

  private static int width(List<Word> words, ToIntBiFunction<String, Set<Mark>> measure) {
    int width = 0;
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      String text = i > 0 && !word.glued() ? " " + word.text() : word.text();
      width += measure.applyAsInt(text, word.marks());
    }
    return width;
  }

  private static List<List<Word>> wrapped(
      List<Word> words, int width, ToIntBiFunction<String, Set<Mark>> measure) {
    List<List<Word>> lines = new ArrayList<>();
    List<Word> line = new ArrayList<>();
    int next = 0;
    while (next < words.size()) {
      int end = next + 1;
      while (end < words.size() && words.get(end).behind() == Behind.NOTHING) {
        end++;
      }
      List<Word> longer = new ArrayList<>(line);
      longer.addAll(words.subList(next, end));
      if (!line.isEmpty() && width(longer, measure) > width) {
        lines.add(line);
        longer = new ArrayList<>(words.subList(next, end));
      }
      line = longer;
      next = end;
    }
    if (!line.isEmpty()) {
      lines.add(line);
    }
    return lines;
  }

  /** Collects the words of a cell. */
  static final class Cell {

    private final List<Word> words = new ArrayList<>();
    private boolean blank = true;

    void add(String text, Set<Mark> marks, String link) {
      for (String part : text.splitWithDelimiters("\\s+", 0)) {
        if (part.isBlank()) {
          blank = true;
        } else {
          addPart(part, marks.isEmpty() ? Set.of() : EnumSet.copyOf(marks), link);
          blank = false;
        }
      }
    }

    private void addPart(String part, Set<Mark> marks, String link) {
      Behind behind = blank ? Behind.BLANK : Behind.NOTHING;
      for (String text : WideText.in(part) ? WideText.parts(part) : List.of(part)) {
        words.add(new Word(text, marks, link, behind));
        behind = Behind.BREAK;
      }
    }

    List<Word> words() {
      return words;
    }
  }
}
