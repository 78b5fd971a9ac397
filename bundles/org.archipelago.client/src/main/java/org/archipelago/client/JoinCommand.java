package org.archipelago.client;

import java.util.concurrent.Callable;
import org.archipelago.core.catalog.Catalog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Takes part in a session. */
@Command(
    name = "join",
    mixinStandardHelpOptions = true,
    description = {
      "Join a session with your own CSV file, and train whenever it asks, until it is over.",
      "The file stays here: what is sent is told before. Ctrl+C says goodbye. Ended in the middle, and"
          + " started again with the same invitation and file, you come back."
    })
final class JoinCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private SessionArguments arguments;

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "What the session calls you, such as 'Hospital A'.")
  private String name;

  @Option(
      names = "--no-report",
      description = "If your file does not fit, do not tell the session which of its columns are the reason.")
  private boolean noReport;

  @Override
  public Integer call() {
    ClientOptions options = arguments.options(name, !noReport);
    Console console = new Console(spec.commandLine().getOut(), options);
    RemoteClient client = new RemoteClient(options, Catalog.load(), console);
    Thread goodbye = new Thread(() -> leave(client, console), "goodbye");
    Runtime.getRuntime().addShutdownHook(goodbye);
    try {
      console.say("%s", client.run());
      return Main.OK;
    } finally {
      forget(goodbye);
    }
  }

  private static void leave(RemoteClient client, Console console) {
    if (client.leave()) {
      console.say(
          "Left. The run goes on without you; start again with the same invitation and file to come back.");
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
