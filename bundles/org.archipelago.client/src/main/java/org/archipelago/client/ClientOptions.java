package org.archipelago.client;

import java.nio.file.Path;
import org.archipelago.protocol.InvitationCode;

/**
 * What a participant brings.
 *
 * @param invitation to the session
 * @param data its CSV file
 * @param name what the session calls it
 * @param stateFolder where it keeps the token by which it can come back after it was ended
 * @param retries for a session that it has joined
 */
public record ClientOptions(
    InvitationCode invitation, Path data, String name, Path stateFolder, RetryPolicy retries) {

  /** Keeps its token in the user's home, and is patient. */
  public static ClientOptions of(InvitationCode invitation, Path data, String name) {
    Path home = Path.of(System.getProperty("user.home"), ".archipelago", "sessions");
    return new ClientOptions(invitation, data, name, home, RetryPolicy.PATIENT);
  }
}
