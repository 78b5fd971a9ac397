package org.archipelago.client;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.archipelago.protocol.InvitationCode;

/**
 * What a participant brings.
 *
 * @param invitation to the session
 * @param data its table, words or images
 * @param name what the session calls it
 * @param stateFolder where it keeps the token by which it can come back after it was ended
 * @param retries for a session that it has joined
 * @param tellMisfit whether the session is told, by the names of its columns, that the file does not fit
 * @param maxEpsilon ε that its rows must not exceed, in a session that has single rows hidden
 * @param format how its table is read, where that is other than in the session: as {@link
 *     org.archipelago.data.table.FormatOptions} takes it
 */
public record ClientOptions(
    InvitationCode invitation,
    Path data,
    String name,
    Path stateFolder,
    RetryPolicy retries,
    boolean tellMisfit,
    OptionalDouble maxEpsilon,
    List<String> format) {

  public ClientOptions {
    format = List.copyOf(format);
  }

  /** Tells the session if the file does not fit. */
  public ClientOptions(
      InvitationCode invitation, Path data, String name, Path stateFolder, RetryPolicy retries) {
    this(invitation, data, name, stateFolder, retries, true, OptionalDouble.empty(), List.of());
  }

  public ClientOptions withRetries(RetryPolicy newRetries) {
    return new ClientOptions(invitation, data, name, stateFolder, newRetries, tellMisfit, maxEpsilon, format);
  }

  public ClientOptions withMaxEpsilon(double limit) {
    return new ClientOptions(
        invitation, data, name, stateFolder, retries, tellMisfit, OptionalDouble.of(limit), format);
  }

  /** Where tokens are kept unless another folder is named: in the user's home. */
  public static Path usualFolder() {
    return Path.of(System.getProperty("user.home"), ".archipelago", "sessions");
  }
}
