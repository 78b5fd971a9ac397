package org.archipelago.engine;

import java.io.IOException;
import org.archipelago.core.InvalidInputException;

/**
 * Opens sessions, which remote clients join over the network. A service: the bundle that speaks the
 * network's language implements it.
 */
public interface SessionService {

  /**
   * Begins to listen for participants.
   *
   * @param preparation what the session is about
   * @param listener told of every change, from any thread
   * @throws InvalidInputException if the address can't be listened on, such as a port in use; the
   *     message names the option and says what to do
   */
  Session open(Preparation preparation, SessionOptions options, SessionListener listener)
      throws IOException;
}
