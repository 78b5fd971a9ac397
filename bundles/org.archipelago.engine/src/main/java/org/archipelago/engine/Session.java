package org.archipelago.engine;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.archipelago.federation.Backend;

/**
 * A place on the network where remote clients come together for one run of one experiment. Its life:
 * opened, joined by participants, run once by {@link ExperimentRunner}, closed. Thread-safe.
 */
public interface Session extends AutoCloseable {

  /** Lower-case letters and digits; in every invitation. */
  String id();

  /** Where participants reach it. */
  URI address();

  /** What whoever opened it should know, such as that nothing is encrypted. */
  Optional<String> warning();

  Preparation preparation();

  /** Issues a fresh invitation, for one participant. */
  Invitation invite();

  /** All invitations, in the order of their numbers. */
  List<Invitation> invitations();

  /** Whoever joined, in the order of joining. */
  List<Participant> participants();

  /** The last hundred that were refused, the oldest first. */
  List<Refusal> refusals();

  /**
   * Begins the run: from now on nobody new may join, and whoever joined is a client. {@link
   * ExperimentRunner} calls it.
   *
   * @param firstIndex index of the first participant among all clients
   * @return makes the participants train; closing it tells them that the run is over
   * @throws IllegalStateException if the run has begun before, or the session is closed
   */
  Backend begin(int firstIndex);

  /**
   * Tells the participants that it is over, and stops listening. May wait for some seconds until they
   * have heard, so it is nothing for a thread that draws. Does nothing the second time.
   */
  @Override
  void close();
}
