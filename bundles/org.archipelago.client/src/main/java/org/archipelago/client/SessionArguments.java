package org.archipelago.client;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.archipelago.protocol.InvitationCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The session, and what is brought to it. */
final class SessionArguments {

  @Parameters(index = "0", paramLabel = "INVITATION", descriptionKey = "invitation")
  private String invitation;

  @Option(names = "--data", required = true, paramLabel = "FILE")
  private Path data;

  @Option(names = "--format", paramLabel = "NAME=VALUE")
  private List<String> format = new ArrayList<>();

  @Option(names = "--state", paramLabel = "DIR")
  private Path state;

  /** @throws org.archipelago.core.InvalidInputException if it is no whole invitation */
  ClientOptions options(String name, boolean tellMisfit) {
    return new ClientOptions(
        InvitationCode.parse(invitation),
        data,
        name,
        state == null ? ClientOptions.usualFolder() : state,
        RetryPolicy.PATIENT,
        tellMisfit,
        OptionalDouble.empty(),
        format);
  }
}
