package org.archipelago.headless;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.archipelago.core.Problem;
import org.archipelago.core.catalog.Catalog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says what is wrong with an experiment, and with its data, without running it. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    description = {
      "Check an experiment and its data without running it.",
      "Every problem is a line: file:line: field: what was found and what is allowed."
    })
final class ValidateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private ExperimentArguments arguments;

  @Override
  public Integer call() throws IOException {
    ChosenExperiment chosen = arguments.read(Catalog.load());
    List<Problem> problems = chosen.check();
    if (!problems.isEmpty()) {
      return Failures.report(problems, spec.commandLine().getErr());
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(chosen.source().fileName() + ": no problems found.");
    out.flush();
    return ExitCodes.OK;
  }
}
