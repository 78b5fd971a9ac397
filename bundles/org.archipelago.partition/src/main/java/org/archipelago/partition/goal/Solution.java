package org.archipelago.partition.goal;

import java.util.List;
import java.util.Optional;
import org.archipelago.core.Problem;
import org.archipelago.partition.Draft;

/**
 * What the solver found.
 *
 * @param outcome whether the goals are met
 * @param draft the partition; none if the goals conflict, or if it was stopped before there was any
 * @param sentence what there is to say of it, in English
 * @param conflict the texts of the requirements that conflict; none unless they do
 */
public record Solution(Outcome outcome, Optional<Draft> draft, String sentence, List<String> conflict) {

  /** Whether goals are met. */
  public enum Outcome {
    /** All are. */
    MET,
    /** All but that for the figure, which was brought as near as it could be; or nearly all, since groups stay whole. */
    FIGURE_MISSED,
    /** They can't be, together. */
    CONFLICT,
    /** It was stopped; the draft is the best so far, if there is one. */
    STOPPED
  }

  public Solution {
    conflict = List.copyOf(conflict);
  }

  /** The sentence in the language that this process speaks. */
  public String localizedSentence() {
    return Problem.localized(sentence);
  }
}
