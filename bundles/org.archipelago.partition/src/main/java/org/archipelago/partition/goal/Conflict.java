package org.archipelago.partition.goal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.RunControl;
import org.archipelago.partition.Draft;

/**
 * A smallest set of requirements that can't be met together, found by the deletion filter: whatever can be left out
 * without making the rest feasible is left out (Chinneck and Dravnieks 1991, "Locating minimal infeasible constraint
 * sets in linear programs").
 */
final class Conflict {

  private final Draft draft;
  private final ProgressListener progress;
  private final RunControl control;

  Conflict(Draft draft, ProgressListener progress, RunControl control) {
    this.draft = draft;
    this.progress = progress;
    this.control = control;
  }

  /** @param requirements not feasible together; the later ones are left out first */
  List<Requirement> among(List<Requirement> requirements) {
    List<Requirement> needed = new ArrayList<>(requirements);
    for (int i = requirements.size() - 1; i >= 0; i--) {
      progress.progress("Looking which goals conflict", requirements.size() - i, requirements.size());
      List<Requirement> without = new ArrayList<>(needed);
      without.remove(requirements.get(i));
      if (!Feasibility.isFeasible(Requirement.limits(draft, without), control)) {
        needed = without;
      }
    }
    return needed;
  }

  /** The sentence on requirements that conflict. */
  String sentence(List<Requirement> conflict) {
    Limits limits = Requirement.limits(draft, conflict);
    long rows = limits.possible() ? Math.round(Feasibility.misfits(limits, control)) : 0;
    String texts =
        conflict.stream()
            .map(requirement -> "'" + requirement.text() + "'")
            .collect(Collectors.joining(", "));
    String which =
        conflict.size() == 1
            ? "There are not the rows for %s.".formatted(texts)
            : "These goals conflict: %s.".formatted(texts);
    return rows == 0
        ? which
        : which
            + (rows == 1
                ? " At the least 1 row is missing or does not fit."
                : " At the least %,d rows are missing or do not fit.".formatted(rows));
  }
}
