package org.archipelago.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a page of the documentation is made of, apart from its words.
 *
 * @param file where it lies
 * @param sections in their order; what stands above the first heading is not looked at
 */
record PageOutline(Path file, List<Section> sections) {

  private static final Pattern HEADING = Pattern.compile("(#+) +(.+)");
  private static final Pattern ITEM = Pattern.compile(" *(?:[*-]|\\d+\\.) .*");
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");

  /**
   * A heading and what stands below it.
   *
   * @param level 1 for the page's title
   * @param heading its words
   * @param paragraphs number of paragraphs and lists
   * @param items number of entries in lists
   * @param rows number of lines in tables
   * @param code blocks of code, as they stand there
   * @param names what is set as code in sentences, sorted, each once
   * @param links where it leads to, in its order
   */
  record Section(
      int level, String heading, int paragraphs, int items, int rows, List<String> code, List<String> names,
      List<String> links) {

    /** What a link names it by, as repositories on the web do. */
    String anchor() {
      return heading.replace("`", "").toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
    }
  }

  static PageOutline read(Path file) throws IOException {
    return of(file, Files.readAllLines(file));
  }

  static PageOutline of(Path file, List<String> lines) {
    List<Section> sections = new ArrayList<>();
    Reader reader = null;
    for (String line : lines) {
      Matcher heading = HEADING.matcher(line);
      if ((reader == null || !reader.fenced) && heading.matches()) {
        if (reader != null) {
          sections.add(reader.section());
        }
        reader = new Reader(heading.group(1).length(), heading.group(2));
      } else if (reader != null) {
        reader.read(line);
      }
    }
    if (reader != null) {
      sections.add(reader.section());
    }
    return new PageOutline(file, List.copyOf(sections));
  }

  private static final class Reader {

    private final int level;
    private final String heading;
    private final List<String> code = new ArrayList<>();
    private final StringBuilder block = new StringBuilder();
    private final StringBuilder text = new StringBuilder();
    private boolean fenced;
    private boolean inParagraph;
    private int paragraphs;
    private int items;
    private int rows;

    Reader(int level, String heading) {
      this.level = level;
      this.heading = heading;
    }

    void read(String line) {
      boolean fence = line.startsWith("```");
      if (fenced || fence || !inParagraph && line.startsWith("    ")) {
        block.append(line).append('\n');
        fenced ^= fence;
        return;
      }
      endCode();
      text.append(line).append(' ');
      if (line.startsWith("|")) {
        rows++;
      } else if (!line.isBlank()) {
        paragraphs += inParagraph ? 0 : 1;
        items += ITEM.matcher(line).matches() ? 1 : 0;
      }
      inParagraph = !line.isBlank() && !line.startsWith("|");
    }

    private void endCode() {
      if (!block.isEmpty()) {
        code.add(block.toString());
        block.setLength(0);
      }
    }

    Section section() {
      endCode();
      List<String> names = new ArrayList<>(new TreeSet<>(all(NAME, text.toString())));
      return new Section(
          level, heading, paragraphs, items, rows, List.copyOf(code), names, all(LINK, text.toString()));
    }
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(hit -> hit.group(1).replaceAll("\\s+", " ")).toList();
  }
}
