package org.archipelago.client;

import java.nio.file.Path;
import org.archipelago.protocol.InvitationCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The session, and what is brought to it. */
final class SessionArguments {

  @Parameters(
      index = "0",
      paramLabel = "INVITATION",
      description = "The line you were given, in quotes: archipelago-invite:…")
  private String invitation;

  @Option(names = "--data", required = true, paramLabel = "FILE", description = "Your CSV file.")
  private Path data;

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description = "Where to keep the token by which you can come back; if absent, .archipelago/sessions"
          + " in your home.")
  private Path state;

  /** @throws org.archipelago.core.InvalidInputException if it is no whole invitation */
  ClientOptions options(String name, boolean tellMisfit) {
    return new ClientOptions(
        InvitationCode.parse(invitation),
        data,
        name,
        state == null ? ClientOptions.usualFolder() : state,
        RetryPolicy.PATIENT,
        tellMisfit);
  }
}
