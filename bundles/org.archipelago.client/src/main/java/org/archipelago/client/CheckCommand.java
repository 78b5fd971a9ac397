package org.archipelago.client;

import java.util.concurrent.Callable;
import org.archipelago.core.catalog.Catalog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says whether a file fits a session. */
@Command(name = "check", mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private SessionArguments arguments;

  @Override
  public Integer call() {
    ClientOptions options = arguments.options("", false);
    Console console = new Console(spec.commandLine().getOut(), options);
    new RemoteClient(options, Catalog.load(), console).check();
    console.fits();
    return Main.OK;
  }
}
