package org.archipelago.headless;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.archipelago.core.RunOutcome;
import org.archipelago.core.RunState;
import org.archipelago.engine.RunHandle;
import picocli.CommandLine;

/**
 * Waits for a run, and tells how it ended.
 *
 * @param folder the record's
 */
record RunToEnd(ChosenExperiment chosen, Path folder, Progress progress, CommandLine command) {

  /** @return the exit code; Ctrl+C meanwhile stops the run and keeps its record */
  int await(RunHandle handle) throws IOException {
    try (Interruption interruption = Interruption.stopping(handle)) {
      int code = report(handle, handle.await());
      interruption.exitCode(code);
      return code;
    }
  }

  private int report(RunHandle handle, RunOutcome outcome) throws IOException {
    if (!handle.problems().isEmpty()) {
      return Failures.report(chosen.located(handle.problems()), command.getErr());
    }
    PrintWriter voice = outcome.state() == RunState.FAILED ? command.getErr() : command.getOut();
    voice.println(outcome.message());
    voice.flush();
    if (progress.started()) {
      RunExport export = RunExport.of(folder, chosen.catalog());
      export.report(folder);
      new Summary(folder, export.run(), progress.last()).print(command.getOut());
    }
    return ExitCodes.of(outcome.state());
  }
}
