package org.archipelago.core;

import java.util.List;
import java.util.Optional;

/**
 * A run as its record tells it: everything shown, compared, exported or reported is derived from
 * this.
 *
 * @param id the record's name, unique in its repository
 * @param header what was known before the first round
 * @param rounds whole rounds, in order, from round 0
 * @param state where it stands
 * @param message how it ended; empty while it has not
 */
public record Run(
    String id, RunHeader header, List<RoundResult> rounds, RunState state, String message) {

  public Run {
    rounds = List.copyOf(rounds);
  }

  /** The last whole round, if there is one. */
  public Optional<RoundResult> lastRound() {
    return rounds.isEmpty() ? Optional.empty() : Optional.of(rounds.get(rounds.size() - 1));
  }
}
