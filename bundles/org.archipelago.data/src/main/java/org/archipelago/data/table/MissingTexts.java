package org.archipelago.data.table;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which texts stand for a missing value, beside the empty one. Some do so in every column; others only among
 * numbers, since a column of texts may well mean them.
 */
final class MissingTexts {

  private static final Set<String> USUAL =
      Set.of("NA", "N/A", "n/a", "#N/A", "<NA>", "?", "null", "NULL");
  private static final Set<String> USUAL_AMONG_NUMBERS =
      Set.of("na", "Na", "None", "none", "NONE", "nil", "Null", "-", "--", ".", "..", "missing", "unknown");

  private final Set<String> everywhere = new HashSet<>();
  private final Set<String> amongNumbers = new HashSet<>();

  /** @param said the texts; {@link FileFormat#AUTO} stands for the usual ones */
  MissingTexts(List<String> said) {
    everywhere.add("");
    everywhere.addAll(said);
    if (everywhere.remove(FileFormat.AUTO)) {
      everywhere.addAll(USUAL);
      amongNumbers.addAll(USUAL_AMONG_NUMBERS);
    }
  }

  /** Whether it is missing in whatever column. */
  boolean holds(String cell) {
    return everywhere.contains(cell);
  }

  /** Whether it is missing in a column whose other cells are numbers. */
  boolean holdsAmongNumbers(String cell) {
    return everywhere.contains(cell) || amongNumbers.contains(cell);
  }
}
