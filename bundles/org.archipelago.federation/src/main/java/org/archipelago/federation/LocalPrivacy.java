package org.archipelago.federation;

import org.archipelago.core.RandomStream;
import org.archipelago.learning.DpSgd;

/**
 * Privacy that every client sees to while it trains, so that what it sends hides its single rows from the server
 * too. What the server does with the updates costs nothing more, so any strategy will do. The charge is written to
 * disk before the cohort trains.
 */
public non-sealed interface LocalPrivacy extends PrivacyMechanism {

  /** How clients train. */
  DpSgd training();

  /**
   * Where one client's training of a round draws batches and noise from; called by many threads.
   *
   * @param plain the stream of the experiment's seed for that
   */
  RandomStream trainingStream(RandomStream plain);

  /** ε that a client's rows have been charged with so far. */
  double epsilon(ClientInfo client);
}
