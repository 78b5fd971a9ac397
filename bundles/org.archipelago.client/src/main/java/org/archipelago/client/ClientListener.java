package org.archipelago.client;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.archipelago.core.PrivacyStatus;
import org.archipelago.protocol.MisfitMessage;
import org.archipelago.protocol.SessionMessage;

/** Hears what a participant does. Called from its own thread. */
public interface ClientListener {

  /** A listener that does nothing. */
  ClientListener NONE = new ClientListener() {};

  /**
   * The file fits, and nothing has been sent of it yet.
   *
   * @param rows rows to train on
   * @param notes what was left out of the file, and why
   * @param parameters numbers in the model, and so in every update
   * @param spent what the rows were charged with before, if the session has single rows hidden
   */
  default void ready(
      SessionMessage session,
      int rows,
      List<String> notes,
      int parameters,
      Optional<PrivacyStatus> spent) {}

  /**
   * The file does not fit, and the session was told so.
   *
   * @param told all that it was told
   */
  default void toldOfMisfit(MisfitMessage told) {}

  /** @param name what the session calls it */
  default void joined(String name) {}

  /** A round has begun to train here. */
  default void training(int round) {}

  /** Its update was taken. */
  default void sent(LocalUpdate update) {}

  /** Its update was not taken, or the round went on without it; the session goes on. */
  default void missed(int round, String why) {}

  /** The session did not answer; another attempt follows after the delay. */
  default void reconnecting(int attempt, int attempts, Duration delay, String why) {}

  /** Something worth knowing that stops nothing. */
  default void warning(String message) {}
}
