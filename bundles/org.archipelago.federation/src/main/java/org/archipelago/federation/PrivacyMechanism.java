package org.archipelago.federation;

import org.archipelago.core.PrivacyCharge;
import org.archipelago.core.PrivacyStatus;
import org.archipelago.core.RandomStream;
import org.archipelago.learning.ModelParameters;

/**
 * A privacy strategy at work in one run: bounds each update, noises the sum, and keeps the ledger.
 * Not thread-safe, but for its {@link #processor()}.
 *
 * <p>The round loop's duties: ask {@link #afterNextRound()} before a round and stop when it exceeds
 * the budget; process every update; add up with equal weights; write {@link #charge(int)} to disk;
 * only then {@link #perturb} the sum, and divide it by {@link #denominator()}. An empty cohort is
 * charged and noised like any other.
 */
public interface PrivacyMechanism {

  /**
   * The stream from which a round's cohort is drawn. Amplification by sampling holds only against those
   * who can't know the cohort, so where noise is secret the draw is secret too.
   */
  RandomStream cohortStream(RoundContext context);

  /** What every update goes through before it is added up. */
  UpdateProcessor processor();

  /** Adds noise to the sum of processed updates, in place. */
  void perturb(ModelParameters sum, RoundContext context);

  /** What the noised sum is divided by: the public expected cohort, greater than 0. */
  double denominator();

  /** Privacy spent so far. */
  PrivacyStatus status();

  /** What would be spent if one more round were released. Changes nothing. */
  PrivacyStatus afterNextRound();

  /** Charges the ledger with a round, and returns the entry to be written. */
  PrivacyCharge charge(int round);
}
