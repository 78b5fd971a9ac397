package org.archipelago.headless;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.archipelago.core.RunOutcome;
import org.archipelago.core.RunRepository;
import org.archipelago.core.RunState;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.engine.ExperimentRunner;
import org.archipelago.engine.RunHandle;
import org.archipelago.store.run.FileRunRepository;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs an experiment and leaves its record, its model and its report in a folder. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Run an experiment. Ctrl+C stops it at the next batch; its record keeps every whole round.",
      "The folder then holds the experiment as run, a line a round, where the results come from, the"
          + " model (safetensors) and the report (HTML)."
    })
final class RunCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private ExperimentArguments arguments;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "An empty or new folder for the run; if absent, runs/NAME-TIME in this folder.")
  private Path out;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Clients that train at the same time; if absent, one a processor. The results are"
          + " the same bits with any number.")
  private Integer threads;

  @Option(names = "--quiet", description = "Say only how it ended.")
  private boolean quiet;

  private final Terminal terminal;

  RunCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (threads != null && threads < 1) {
      throw new ParameterException(
          spec.commandLine(),
          "Invalid value for option '--threads': found %d; at least 1 is allowed.".formatted(threads));
    }
    PrintWriter screen = spec.commandLine().getOut();
    Catalog catalog = Catalog.load();
    ChosenExperiment chosen = arguments.read(catalog);
    Path folder = out == null ? RunFolders.newFor(chosen.source().shortName()) : out;
    RunRepository repository = FileRunRepository.at(folder);
    if (!quiet) {
      screen.println(chosen.experiment().name());
      screen.println("Recording to " + folder);
      screen.flush();
    }
    return run(chosen, catalog, repository, folder, screen);
  }

  private int run(
      ChosenExperiment chosen,
      Catalog catalog,
      RunRepository repository,
      Path folder,
      PrintWriter screen)
      throws IOException {
    Progress progress = new Progress(quiet ? ProgressDisplay.NONE : display(screen));
    RunHandle handle =
        new ExperimentRunner(catalog, repository)
            .start(chosen.request(threads()), progress, progress);
    try (Interruption interruption = Interruption.stopping(handle)) {
      RunOutcome outcome = handle.await();
      int code = report(chosen, handle, outcome, folder, progress, screen);
      interruption.exitCode(code);
      return code;
    }
  }

  private int report(
      ChosenExperiment chosen,
      RunHandle handle,
      RunOutcome outcome,
      Path folder,
      Progress progress,
      PrintWriter screen)
      throws IOException {
    if (!handle.problems().isEmpty()) {
      return Failures.report(chosen.located(handle.problems()), spec.commandLine().getErr());
    }
    PrintWriter voice = outcome.state() == RunState.FAILED ? spec.commandLine().getErr() : screen;
    voice.println(outcome.message());
    voice.flush();
    if (progress.started()) {
      RunExport export = RunExport.of(folder, chosen.catalog());
      export.report(folder);
      new Summary(folder, export.run(), progress.last()).print(screen);
    }
    return ExitCodes.of(outcome.state());
  }

  private ProgressDisplay display(PrintWriter screen) {
    return terminal.interactive()
        ? new ProgressBar(screen, terminal.width(), System::nanoTime)
        : new ProgressLines(screen, System::nanoTime);
  }

  private int threads() {
    return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
  }
}
