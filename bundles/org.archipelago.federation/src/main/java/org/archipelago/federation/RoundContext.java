package org.archipelago.federation;

import org.archipelago.core.RandomStream;
import org.archipelago.core.RunControl;
import org.archipelago.core.Seed;

/**
 * What is fixed for one round.
 *
 * @param round from 1
 * @param seed the experiment's seed; streams are taken by purpose, round and client
 * @param control asked at every batch whether to go on
 */
public record RoundContext(int round, Seed seed, RunControl control) {

  /** Purpose of the stream that draws the cohort. */
  public static final String COHORT = "cohort";

  /** This round's stream for a purpose. */
  public RandomStream stream(String purpose) {
    return seed.stream(purpose, round);
  }

  /** This round's stream for what one client does. */
  public RandomStream stream(String purpose, ClientInfo client) {
    return seed.stream(purpose, round, client.index());
  }
}
