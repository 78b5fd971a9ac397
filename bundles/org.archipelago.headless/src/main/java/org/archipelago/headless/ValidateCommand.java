package org.archipelago.headless;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.MemoryNeed;
import org.archipelago.core.Problem;
import org.archipelago.core.ProgressListener;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says what is wrong with an experiment, and with its data, without running it. */
@Command(name = "validate", mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private ExperimentArguments arguments;

  @Mixin private ThreadsOption threads;

  private final Terminal terminal;

  ValidateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    ChosenExperiment chosen = arguments.read(Components.load(spec));
    List<Problem> warnings = new ArrayList<>(chosen.read().warnings());
    WorkProgress progress = new WorkProgress(spec.commandLine().getErr(), terminal, System::nanoTime);
    MemoryNeed memory;
    try {
      memory =
          chosen.check(
              threads.count(), warnings::add, terminal.interactive() ? progress : ProgressListener.NONE);
    } catch (InvalidInputException e) {
      return Failures.report(e.problems(), spec.commandLine().getErr());
    } finally {
      progress.ended();
    }
    Failures.print(warnings, spec.commandLine().getErr());
    PrintWriter out = spec.commandLine().getOut();
    out.println(Words.say("validate.fine", chosen.source().fileName()));
    out.println(RoundWords.memory(memory));
    out.flush();
    return ExitCodes.OK;
  }
}
