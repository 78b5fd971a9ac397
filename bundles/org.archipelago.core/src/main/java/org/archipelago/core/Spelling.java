package org.archipelago.core;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the word that somebody may have meant. */
public final class Spelling {

  private static final int MOST_LISTED = 30;

  private Spelling() {}

  /**
   * The candidate nearest to a word: equal but for case, hyphens and underscores, or at most a third of
   * the word's letters away. The first of several equally near ones.
   */
  public static Optional<String> nearest(String word, Collection<String> candidates) {
    String plain = plain(word);
    int best = Math.max(1, plain.length() / 3) + 1;
    Optional<String> found = Optional.empty();
    for (String candidate : candidates) {
      int distance = distance(plain, plain(candidate));
      if (distance < best) {
        best = distance;
        found = Optional.of(candidate);
      }
    }
    return found;
  }

  /** {@code " Did you mean 'x'?"} with the space before it, or nothing when no candidate is near. */
  public static String didYouMean(String word, Collection<String> candidates) {
    return nearest(word, candidates).map(" Did you mean '%s'?"::formatted).orElse("");
  }

  /** Lists what there is, the likeliest meant first: {@code label, p00, p01 and 62 more}. */
  public static String nearestFirst(String word, Collection<String> there) {
    String listed =
        there.stream()
            .sorted(Comparator.comparingInt((String other) -> distance(plain(word), plain(other))))
            .limit(MOST_LISTED)
            .collect(Collectors.joining(", "));
    int more = there.size() - MOST_LISTED;
    return more > 0 ? listed + " and " + more + " more" : listed;
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
  }

  /** Letters to insert, delete, replace or swap with their neighbour: optimal string alignment. */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : step(d, a, b, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int step(int[][] d, String a, String b, int i, int j) {
    int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int shortest = Math.min(replaced, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(shortest, d[i - 2][j - 2] + 1) : shortest;
  }
}
