package org.archipelago.headless;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.Run;
import org.archipelago.core.RunState;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.export.ExportFormat;
import org.archipelago.export.report.ReportOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes model, report and figures from a run's record, whether the run came to its end or not. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Write what came of a run: model, report and numbers, each to a file that is named; if none is,"
          + " model.safetensors, report.html and metrics.csv in a folder.",
      "A run that was stopped or killed is exported up to its last whole round. Under a privacy strategy"
          + " nothing is exported that tells who took part in a round."
    })
final class ExportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "DIR", description = "The folder of a run.")
  private Path folder;

  @Option(names = "--model", paramLabel = "FILE", description = "The model, as safetensors.")
  private Path model;

  @Option(names = "--report", paramLabel = "FILE", description = "The report, as one HTML file.")
  private Path report;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "The numbers of all rounds, as CSV, a line a round.")
  private Path rounds;

  @Option(
      names = "--clients-csv",
      paramLabel = "FILE",
      description = "The numbers of all clients, as CSV, a line a round and client.")
  private Path clients;

  @Option(names = "--overwrite", description = "Replace files that are named and already there.")
  private boolean overwrite;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where to write all three, replacing those that are there; if absent, beside the"
          + " record in its own folder.")
  private Path out;

  @Mixin private ReportArguments reportArguments;

  @Override
  public Integer call() throws IOException {
    ReportOptions options = reportArguments.options();
    List<Path> named = named();
    RunExport export = RunExport.of(folder, Catalog.load());
    named.forEach(this::requireWritable);
    PrintWriter screen = spec.commandLine().getOut();
    Run run = export.run();
    screen.println(
        run.state() == RunState.RUNNING
            ? "The run is still going on; this is what it has recorded so far."
            : run.message());
    List<Path> written =
        named.isEmpty() ? export.all(out == null ? folder : out, options) : write(export, options);
    written.forEach(screen::println);
    screen.flush();
    return ExitCodes.OK;
  }

  /** The files to be written, with their endings. */
  private List<Path> named() {
    model = model == null ? null : target(model, ExportFormat.MODEL);
    report = report == null ? null : target(report, ExportFormat.REPORT);
    rounds = rounds == null ? null : target(rounds, ExportFormat.CSV);
    clients = clients == null ? null : target(clients, ExportFormat.CSV);
    List<Path> named = Stream.of(model, report, rounds, clients).filter(file -> file != null).toList();
    if (!named.isEmpty() && out != null) {
      throw new ParameterException(
          spec.commandLine(),
          "--out is for all files together; leave it out where files are named one by one.");
    }
    if (named.stream().distinct().count() < named.size()) {
      throw new ParameterException(
          spec.commandLine(), "Two of the files have the same name; give each its own.");
    }
    return named;
  }

  private Path target(Path file, ExportFormat format) {
    if (file.getFileName() == null || file.toString().isBlank()) {
      throw new ParameterException(spec.commandLine(), "'" + file + "' is no name of a file.");
    }
    return Files.isDirectory(file) ? file : format.withEnding(file.toAbsolutePath());
  }

  private void requireWritable(Path file) {
    if (Files.isDirectory(file)) {
      throw refused(file, "This is a folder; name a file in it.");
    }
    if (!Files.isDirectory(file.getParent())) {
      throw refused(file, "There is no folder %s; make it, or name another.".formatted(file.getParent()));
    }
    if (Files.exists(file) && !overwrite) {
      throw refused(file, "There is such a file already; name another, or add --overwrite.");
    }
  }

  private static InvalidInputException refused(Path file, String message) {
    return new InvalidInputException(Problem.inFile(file.toString(), 0, message));
  }

  private List<Path> write(RunExport export, ReportOptions options) throws IOException {
    List<Path> written = new ArrayList<>();
    if (model != null) {
      written.add(export.model(model));
    }
    if (report != null) {
      written.add(export.report(report, options));
    }
    if (rounds != null) {
      written.add(export.rounds(rounds));
    }
    if (clients != null) {
      written.add(export.clients(clients));
    }
    return written;
  }
}
