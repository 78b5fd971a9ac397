package org.archipelago.strategies.robust;

import java.util.Optional;

/** Combines the updates of a round into one. */
interface Rule {

  /**
   * The combined update.
   *
   * @param cohort at least as many as {@link #objection} asks for, and one
   */
  float[] combine(Cohort cohort);

  /** Why the rule does not hold for so many updates, and what to do; nothing when it does. */
  Optional<String> objection(int updates);
}
