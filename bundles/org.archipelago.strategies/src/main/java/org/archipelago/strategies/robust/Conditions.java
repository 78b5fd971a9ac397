package org.archipelago.strategies.robust;

import java.util.Optional;

/** The conditions under which rules hold, said so that it is clear what to change. */
final class Conditions {

  private Conditions() {}

  /** More than two times as many updates as wrong ones. */
  static Optional<String> majority(String rule, int byzantine, int updates) {
    return atLeast(rule, byzantine, updates, 2L * byzantine + 1);
  }

  /** Some number of updates at least. */
  static Optional<String> atLeast(String rule, int byzantine, int updates, long least) {
    return updates >= least
        ? Optional.empty()
        : Optional.of(
            "%s needs at least %d updates in a round to bear %d wrong ones, but here are %d: lower byzantine, or"
                    .formatted(rule, least, byzantine, updates)
                + " let more clients take part.");
  }
}
