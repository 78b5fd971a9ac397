package org.archipelago.data;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Lists what there is when something was named that isn't, the likeliest meant first. */
final class Spelling {

  private static final int MOST_LISTED = 30;

  private Spelling() {}

  /** Such as {@code label, p00, p01 and 62 more}. */
  static String nearestFirst(String word, Collection<String> there) {
    List<String> sorted =
        there.stream()
            .sorted(Comparator.comparingInt((String other) -> distance(lower(word), lower(other))))
            .toList();
    String listed = sorted.stream().limit(MOST_LISTED).collect(Collectors.joining(", "));
    int more = sorted.size() - MOST_LISTED;
    return more > 0 ? listed + " and " + more + " more" : listed;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** Edit distance (Levenshtein 1966): fewest insertions, deletions and substitutions. */
  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(substituted, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
