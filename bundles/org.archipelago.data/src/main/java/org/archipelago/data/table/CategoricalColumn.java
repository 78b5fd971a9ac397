package org.archipelago.data.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** A column of texts, each stored as its place among the sorted different texts, the levels. */
public final class CategoricalColumn implements Column {

  /** The {@link #code} of a missing value. */
  public static final int MISSING = -1;

  private final String name;
  private final List<String> levels;
  private final int[] codes;
  private final boolean comma;

  private CategoricalColumn(String name, List<String> levels, int[] codes, boolean comma) {
    this.name = name;
    this.levels = levels;
    this.codes = codes;
    this.comma = comma;
  }

  /** @param texts one a row, empty where missing */
  public static CategoricalColumn of(String name, List<String> texts) {
    Map<String, Integer> codes = new TreeMap<>();
    texts.stream().filter(text -> !text.isEmpty()).forEach(text -> codes.put(text, 0));
    List<String> levels = List.copyOf(codes.keySet());
    for (int level = 0; level < levels.size(); level++) {
      codes.put(levels.get(level), level);
    }
    int[] coded = texts.stream().mapToInt(text -> codes.getOrDefault(text, MISSING)).toArray();
    return new CategoricalColumn(name, levels, coded, false);
  }

  /**
   * @param inOrderMet levels in the order of their codes
   * @param codes one a row, renumbered in place to the sorted levels
   * @param comma whether numbers where it comes from have a comma where others have a point
   */
  static CategoricalColumn ofCodes(
      String name, List<String> inOrderMet, int[] codes, boolean comma) {
    List<String> sorted = new ArrayList<>(inOrderMet);
    sorted.sort(null);
    Map<String, Integer> places = new TreeMap<>();
    for (int level = 0; level < sorted.size(); level++) {
      places.put(sorted.get(level), level);
    }
    int[] renumbered = inOrderMet.stream().mapToInt(places::get).toArray();
    Arrays.setAll(codes, row -> codes[row] == MISSING ? MISSING : renumbered[codes[row]]);
    return new CategoricalColumn(name, List.copyOf(sorted), codes, comma);
  }

  /** The different texts in the order of their UTF-16 code units. */
  public List<String> levels() {
    return levels;
  }

  /** Index of the row's text in {@link #levels}, or {@link #MISSING}. */
  public int code(int row) {
    return codes[row];
  }

  /** The first row whose text is no number, else the first whose text is a code, or −1 if there is neither. */
  public int firstNonNumber() {
    int word = first(level -> Double.isNaN(Numbers.parse(level, comma)));
    return word >= 0 ? word : first(Numbers::isCode);
  }

  /** Whether it holds digits alone and is no column of numbers, since some begin with a zero, as postcodes do. */
  public boolean holdsCodes() {
    return levels.stream().allMatch(Numbers::isDigits) && levels.stream().anyMatch(Numbers::isCode);
  }

  /**
   * The first row whose text is NaN, an infinity or a number beyond all doubles, where all other texts are
   * numbers; −1 where that is not so.
   */
  public int firstNotFinite() {
    List<String> words = levels.stream().filter(level -> Double.isNaN(Numbers.parse(level, comma))).toList();
    boolean otherwiseNumbers = !words.isEmpty() && words.size() < levels.size();
    return otherwiseNumbers && words.stream().allMatch(Numbers::isNotFinite)
        ? first(Numbers::isNotFinite)
        : -1;
  }

  private int first(Predicate<String> wanted) {
    boolean[] found = new boolean[levels.size()];
    for (int level = 0; level < found.length; level++) {
      found[level] = wanted.test(levels.get(level));
    }
    return IntStream.range(0, codes.length)
        .filter(row -> !isMissing(row) && found[codes[row]])
        .findFirst()
        .orElse(-1);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int rows() {
    return codes.length;
  }

  @Override
  public boolean isMissing(int row) {
    return codes[row] == MISSING;
  }

  @Override
  public String text(int row) {
    return isMissing(row) ? "" : levels.get(codes[row]);
  }
}
