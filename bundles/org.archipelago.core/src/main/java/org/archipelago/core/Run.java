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
 * @param charges the privacy ledger, in order: it can be one ahead of the whole rounds, since a round
 *     is charged before its model is released
 * @param baselines what the model would have come to without federating, in order, from round 0; empty
 *     unless somebody asked for it
 * @param evaluation what the last model was found to be worth; absent as long as the run goes on, and
 *     where its record doesn't tell
 * @param state where it stands
 * @param message how it ended; empty while it has not
 */
public record Run(
    String id,
    RunHeader header,
    List<RoundResult> rounds,
    List<PrivacyCharge> charges,
    List<BaselineRound> baselines,
    Optional<RunEvaluation> evaluation,
    RunState state,
    String message) {

  public Run {
    rounds = List.copyOf(rounds);
    charges = List.copyOf(charges);
    baselines = List.copyOf(baselines);
  }

  /** A run without baselines and evaluation. */
  public Run(
      String id,
      RunHeader header,
      List<RoundResult> rounds,
      List<PrivacyCharge> charges,
      RunState state,
      String message) {
    this(id, header, rounds, charges, List.of(), Optional.empty(), state, message);
  }

  /** A run whose ledger is not known or empty. */
  public Run(String id, RunHeader header, List<RoundResult> rounds, RunState state, String message) {
    this(id, header, rounds, List.of(), state, message);
  }

  /** The same run beside other baselines. */
  public Run withBaselines(List<BaselineRound> others) {
    return new Run(id, header, rounds, charges, others, evaluation, state, message);
  }

  /** The same run with what its last model was found to be worth. */
  public Run withEvaluation(Optional<RunEvaluation> other) {
    return new Run(id, header, rounds, charges, baselines, other, state, message);
  }

  /** The last whole round, if there is one. */
  public Optional<RoundResult> lastRound() {
    return rounds.isEmpty() ? Optional.empty() : Optional.of(rounds.get(rounds.size() - 1));
  }

  /**
   * The privacy spent, when a privacy strategy is at work: after the last charge, which counts even if
   * its round was never finished, or else after the last whole round.
   */
  public Optional<PrivacyStatus> privacySpent() {
    return charges.isEmpty()
        ? lastRound().flatMap(RoundResult::privacy)
        : Optional.of(charges.get(charges.size() - 1).after());
  }
}
