package org.archipelago.client;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.protocol.InvitationCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes part in a session. */
@Command(
    name = "join",
    mixinStandardHelpOptions = true,
    description = {
      "Join a session with your own CSV file, and train whenever it asks, until it is over.",
      "The file stays here: what is sent is told before. Ended in the middle, and started again with the"
          + " same invitation and file, you come back."
    })
final class JoinCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "INVITATION",
      description = "The line you were given, in quotes: archipelago-invite:…")
  private String invitation;

  @Option(names = "--data", required = true, paramLabel = "FILE", description = "Your CSV file.")
  private Path data;

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "What the session calls you, such as 'Hospital A'.")
  private String name;

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description = "Where to keep the token by which you can come back; if absent, .archipelago/sessions"
          + " in your home.")
  private Path state;

  @Override
  public Integer call() {
    ClientOptions defaults = ClientOptions.of(InvitationCode.parse(invitation), data, name);
    ClientOptions options =
        state == null
            ? defaults
            : new ClientOptions(defaults.invitation(), data, name, state, defaults.retries());
    PrintWriter out = spec.commandLine().getOut();
    Console console = new Console(out, options);
    RemoteClient client = new RemoteClient(options, Catalog.load(), console);
    Thread goodbye = new Thread(client::leave, "goodbye");
    Runtime.getRuntime().addShutdownHook(goodbye);
    try {
      console.say("%s", client.run());
      return Main.OK;
    } finally {
      forget(goodbye);
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyEnding) {
      // The hook is at work.
    }
  }
}
