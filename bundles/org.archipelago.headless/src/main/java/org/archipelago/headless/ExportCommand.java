package org.archipelago.headless;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.archipelago.core.Run;
import org.archipelago.core.RunState;
import org.archipelago.core.catalog.Catalog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes model, report and figures from a run's record, whether the run came to its end or not. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Write what came of a run: model.safetensors, report.html and metrics.csv.",
      "A run that was stopped or killed is exported up to its last whole round. Under a privacy strategy"
          + " nothing is exported that tells who took part in a round."
    })
final class ExportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "DIR", description = "The folder of a run.")
  private Path folder;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where to write; if absent, beside the record in its own folder.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    RunExport export = RunExport.of(folder, Catalog.load());
    Path target = out == null ? folder : out;
    PrintWriter screen = spec.commandLine().getOut();
    Run run = export.run();
    screen.println(
        run.state() == RunState.RUNNING
            ? "The run is still going on; this is what it has recorded so far."
            : run.message());
    for (Path file : export.all(target)) {
      screen.println(file);
    }
    screen.flush();
    return ExitCodes.OK;
  }
}
