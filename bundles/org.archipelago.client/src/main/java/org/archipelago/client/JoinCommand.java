package org.archipelago.client;

import java.util.concurrent.Callable;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.catalog.Catalog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Takes part in a session. */
@Command(name = "join", mixinStandardHelpOptions = true)
final class JoinCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private SessionArguments arguments;

  @Option(names = "--name", required = true, paramLabel = "NAME")
  private String name;

  @Option(names = "--no-report")
  private boolean noReport;

  @Option(names = "--max-epsilon", paramLabel = "EPSILON")
  private Double maxEpsilon;

  @Override
  public Integer call() {
    ClientOptions options = options();
    Console console = new Console(spec.commandLine().getOut(), options);
    RemoteClient client = new RemoteClient(options, Catalog.load(), console);
    Thread goodbye = new Thread(() -> leave(client, console), "goodbye");
    Runtime.getRuntime().addShutdownHook(goodbye);
    try {
      console.show(Problem.localized(client.run()));
      return Main.OK;
    } finally {
      forget(goodbye);
    }
  }

  private ClientOptions options() {
    ClientOptions options = arguments.options(name, !noReport);
    if (maxEpsilon != null && !(maxEpsilon > 0)) {
      throw new InvalidInputException(
          Problem.atField(
              "--max-epsilon", "Found %s; a limit for ε is a number above 0.".formatted(maxEpsilon)));
    }
    return maxEpsilon == null ? options : options.withMaxEpsilon(maxEpsilon);
  }

  private static void leave(RemoteClient client, Console console) {
    if (client.leave()) {
      console.say("left");
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
