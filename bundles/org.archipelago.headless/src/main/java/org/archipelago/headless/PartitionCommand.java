package org.archipelago.headless;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.RunControl;
import org.archipelago.core.Seed;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.data.skew.SkewReport;
import org.archipelago.partition.Dealing;
import org.archipelago.partition.Manifest;
import org.archipelago.partition.PartitionCsv;
import org.archipelago.store.experiment.ExperimentOverride;
import org.archipelago.store.run.DurableFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Deals data to clients without running anything: says how skewed they are, and saves who has which row. */
@Command(name = "partition", mixinStandardHelpOptions = true, sortOptions = false)
final class PartitionCommand implements Callable<Integer> {

  private static final long SEED_OF_SAVED = 42;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE|SAMPLE", descriptionKey = "partition.file")
  private String name;

  @Option(names = "--target", paramLabel = "COLUMN")
  private String target;

  @Option(names = "--set", paramLabel = "path=value")
  private List<String> settings = new ArrayList<>();

  @Option(names = "--seed", paramLabel = "N")
  private String seed;

  @Option(names = "--import", paramLabel = "FILE")
  private Path imported;

  @Option(names = "--out", paramLabel = "FILE", descriptionKey = "archipelago.partition.out")
  private Path manifest;

  @Option(names = "--csv", paramLabel = "FILE", descriptionKey = "archipelago.partition.csv")
  private Path csv;

  @Option(names = "--overwrite")
  private boolean overwrite;

  @Option(names = "--json")
  private boolean json;

  private final Terminal terminal;

  PartitionCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    requireSense();
    manifest = manifest == null ? null : withEnding(manifest);
    csv = csv == null ? null : csv.toAbsolutePath();
    requireWritable(manifest);
    requireWritable(csv);
    RunControl control = new RunControl();
    try (Interruption interruption = Interruption.stopping(control::stop)) {
      int code = partition(control);
      interruption.exitCode(code);
      return code;
    }
  }

  private int partition(RunControl control) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    WorkProgress progress = new WorkProgress(out, terminal, System::nanoTime);
    ProgressListener told =
        (what, done, total) -> {
          control.checkpoint();
          if (!json) {
            progress.progress(what, done, total);
          }
        };
    PartitionSource source;
    SkewReport skew;
    try {
      Catalog catalog = Components.load(spec);
      source = read(catalog, told);
      skew = SkewReport.of(source.draft().counts(), seedOf(source), control);
    } catch (RunControl.StoppedException e) {
      out.println(Words.say("stopped"));
      out.flush();
      return ExitCodes.STOPPED;
    } finally {
      progress.ended();
    }
    List<Path> written = write(source);
    if (json) {
      PartitionJson.write(source, skew, out);
    } else {
      new PartitionText(source, skew).print(out);
      written.forEach(out::println);
    }
    out.flush();
    return ExitCodes.OK;
  }

  private static Seed seedOf(PartitionSource source) {
    return source.recipe().dealing().map(Dealing::seed).orElse(new Seed(SEED_OF_SAVED));
  }

  private PartitionSource read(Catalog catalog, ProgressListener progress) throws IOException {
    if (PartitionSource.isManifest(name)) {
      return PartitionSource.saved(Path.of(name), catalog, progress);
    }
    List<ExperimentOverride> overrides = new ArrayList<>();
    settings.forEach(setting -> overrides.add(ExperimentOverride.set(setting)));
    if (seed != null) {
      overrides.add(ExperimentOverride.seed(seed));
    }
    return PartitionSource.dealt(name, target, overrides, imported, catalog, progress);
  }

  private void requireSense() {
    if (PartitionSource.isManifest(name)) {
      if (target != null || seed != null || imported != null || !settings.isEmpty()) {
        throw new ParameterException(spec.commandLine(), Words.say("partition.savedAsItIs"));
      }
    } else if (target == null && PartitionSource.isData(name)) {
      throw new ParameterException(spec.commandLine(), Words.say("partition.noTarget", name));
    }
  }

  private static Path withEnding(Path file) {
    String text = file.getFileName().toString();
    String ended =
        text.endsWith(Manifest.ENDING) ? text : text.replaceFirst("(\\.json)?$", "") + Manifest.ENDING;
    return file.toAbsolutePath().resolveSibling(ended);
  }

  private void requireWritable(Path file) {
    if (file == null) {
      return;
    }
    if (Files.isDirectory(file)) {
      throw refused(file, Words.say("export.folder"));
    }
    if (!Files.isDirectory(file.getParent())) {
      throw refused(file, Words.say("export.noFolder", file.getParent()));
    }
    if (Files.exists(file) && !overwrite) {
      throw refused(file, Words.say("export.there"));
    }
  }

  private static InvalidInputException refused(Path file, String message) {
    return new InvalidInputException(Problem.inFile(file.toString(), 0, message));
  }

  private List<Path> write(PartitionSource source) throws IOException {
    Manifest made = Manifest.of(source.draft(), source.recipe());
    List<Path> written = new ArrayList<>();
    if (manifest != null) {
      made.write(manifest);
      written.add(manifest);
    }
    if (csv != null) {
      DurableFiles.write(csv, out -> PartitionCsv.write(made, out));
      written.add(csv);
    }
    return written;
  }
}
