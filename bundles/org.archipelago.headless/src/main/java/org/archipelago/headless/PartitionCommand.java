package org.archipelago.headless;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.RunControl;
import org.archipelago.core.Seed;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.engine.RunRequest;
import org.archipelago.headless.PartitionStudy.Studied;
import org.archipelago.partition.Dealing;
import org.archipelago.partition.Manifest;
import org.archipelago.partition.vertical.VerticalPartition;
import org.archipelago.store.experiment.ExperimentOverride;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Deals data to clients without running anything: says how skewed they are, and saves who has which row. */
@Command(name = "partition", mixinStandardHelpOptions = true, sortOptions = false)
final class PartitionCommand implements Callable<Integer> {

  private static final Seed SEED_WITHOUT_RULE = new Seed(42);

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

  @Mixin private PartitionStudy study;

  @Mixin private PartitionFiles files;

  @Option(names = "--json", descriptionKey = "archipelago.partition.json")
  private boolean json;

  private final Terminal terminal;

  /** Prints what was found, and says what the process ends with. */
  @FunctionalInterface
  private interface Printing {
    int print() throws IOException;
  }

  PartitionCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    requireSense();
    files.check();
    RunControl control = new RunControl();
    try (Interruption interruption = Interruption.stopping(control::stop)) {
      int code = partition(control);
      interruption.exitCode(code);
      return code;
    }
  }

  private void requireSense() {
    if (isSaved()) {
      if (target != null || seed != null || imported != null || !settings.isEmpty()) {
        throw new ParameterException(spec.commandLine(), Words.say("partition.savedAsItIs"));
      }
    } else if (target == null && ChosenPartition.isData(name)) {
      throw new ParameterException(spec.commandLine(), Words.say("partition.noTarget", name));
    }
    study.check(spec, target == null && !isSaved());
  }

  private boolean isSaved() {
    return name.endsWith(Manifest.ENDING);
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
    try {
      Printing printing = partition(Components.load(spec), control, told);
      progress.ended();
      int code = printing.print();
      out.flush();
      return code;
    } catch (RunControl.StoppedException e) {
      progress.ended();
      out.println(Words.say("stopped"));
      out.flush();
      return ExitCodes.STOPPED;
    } finally {
      progress.ended();
    }
  }

  /** Deals and writes, and returns what prints it. */
  private Printing partition(Catalog catalog, RunControl control, ProgressListener progress)
      throws IOException {
    if (isSaved()) {
      PartitionSource saved = PartitionSource.saved(Path.of(name), catalog, progress);
      return rows(saved, Optional.empty(), catalog, progress, control);
    }
    ChosenPartition chosen = ChosenPartition.of(name, target, overrides(), catalog);
    if (chosen.isVertical() && imported == null && study.isAsked()) {
      throw new ParameterException(spec.commandLine(), Words.say("vertical.noRows"));
    }
    return chosen.isVertical() && imported == null
        ? columns(chosen.vertical(progress))
        : rows(
            chosen.rows(imported, progress),
            Optional.of(chosen.chosen().request(1)),
            catalog,
            progress,
            control);
  }

  private List<ExperimentOverride> overrides() {
    List<ExperimentOverride> overrides = new ArrayList<>();
    settings.forEach(setting -> overrides.add(ExperimentOverride.set(setting)));
    if (seed != null) {
      overrides.add(ExperimentOverride.seed(seed));
    }
    return overrides;
  }

  private Printing rows(
      PartitionSource dealt,
      Optional<RunRequest> request,
      Catalog catalog,
      ProgressListener progress,
      RunControl control)
      throws IOException {
    Seed drawn = dealt.recipe().dealing().map(Dealing::seed).orElse(SEED_WITHOUT_RULE);
    Studied studied = study.of(dealt, request, drawn, catalog, progress, control);
    List<Path> written = files.write(studied.source());
    PrintWriter out = spec.commandLine().getOut();
    return () -> {
      if (studied.silo().isPresent()) {
        new SiloOutput(studied.silo().get(), studied.source().draft()).print(out, json);
      } else if (json) {
        PartitionJson.write(studied.source(), studied.skew(), studied.solution(), out);
      } else {
        new PartitionText(studied.source(), studied.skew()).print(out);
        studied.solution().ifPresent(solution -> out.println(solution.localizedSentence()));
      }
      if (!json) {
        written.forEach(out::println);
      }
      return studied.exitCode();
    };
  }

  private Printing columns(VerticalPartition partition) throws IOException {
    List<Path> written = files.write(partition);
    PrintWriter out = spec.commandLine().getOut();
    VerticalText text = new VerticalText(partition);
    return () -> {
      if (json) {
        text.json(out);
      } else {
        text.print(out);
        written.forEach(out::println);
      }
      return ExitCodes.OK;
    };
  }
}
