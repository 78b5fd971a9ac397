package org.archipelago.headless;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.Spelling;
import org.archipelago.data.inspect.ColumnWarning;
import org.archipelago.data.inspect.TableSummary;
import org.archipelago.data.table.FileFormat;
import org.archipelago.data.table.FormatOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what data looks like: how a file is read, its columns, what to beware of, what could be predicted. */
@Command(name = "inspect", mixinStandardHelpOptions = true)
final class InspectCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "DATA", descriptionKey = "inspect.data")
  private String source;

  @Option(names = "--target", paramLabel = "COLUMN", descriptionKey = "inspect.target")
  private String target;

  @Option(names = "--format", paramLabel = "NAME=VALUE", descriptionKey = "inspect.format")
  private List<String> format = new ArrayList<>();

  @Option(names = "--json", descriptionKey = "inspect.json")
  private boolean json;

  private final Terminal terminal;

  InspectCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    WorkProgress shown = new WorkProgress(spec.commandLine().getErr(), terminal, System::nanoTime);
    ProgressListener progress = terminal.interactive() ? shown : ProgressListener.NONE;
    Inspection inspection;
    try {
      inspection = inspect(progress);
    } finally {
      shown.ended();
    }
    if (json) {
      InspectionJson.write(inspection, spec.commandLine().getOut());
    } else {
      InspectionText.print(inspection, spec.commandLine().getOut());
    }
    return ExitCodes.OK;
  }

  private Inspection inspect(ProgressListener progress) {
    TableSummary summary =
        TableSummary.read(source, FormatOptions.change(FileFormat.DETECTED, format), progress);
    if (target != null && summary.column(target).isEmpty()) {
      List<String> names = summary.table().names();
      throw new InvalidInputException(
          Problem.atField(
              "--target", Words.say("inspect.noColumn", source, target, Spelling.nearestFirst(target, names))));
    }
    String predicted = target == null ? summary.likelyTarget().name() : target;
    return new Inspection(
        source,
        summary,
        summary.column(predicted).orElseThrow(),
        target == null,
        summary.warnings(predicted, List.of(), progress).stream().map(ColumnWarning::problem).toList());
  }
}
