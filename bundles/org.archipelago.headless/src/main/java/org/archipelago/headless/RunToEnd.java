package org.archipelago.headless;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Run;
import org.archipelago.core.RunControl;
import org.archipelago.core.RunOutcome;
import org.archipelago.core.RunState;
import org.archipelago.engine.RunHandle;
import org.archipelago.store.run.FileRunRepository;
import picocli.CommandLine;

/**
 * Waits for a run, and tells how it ended.
 *
 * @param folder the record's
 * @param baselines what to train for a run that came to its end, before it is reported
 */
record RunToEnd(
    ChosenExperiment chosen,
    Path folder,
    Progress progress,
    CommandLine command,
    Optional<BaselineStep> baselines) {

  /** @return the exit code; Ctrl+C meanwhile stops the run and keeps its record */
  int await(RunHandle handle) throws IOException {
    Runnable stop =
        () -> {
          baselines.ifPresent(BaselineStep::stop);
          handle.stop();
        };
    try (Interruption interruption = Interruption.stopping(stop)) {
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
    voice.println(Words.recorded(outcome.message()));
    voice.flush();
    int code = ExitCodes.of(outcome.state());
    return progress.started() ? summed(code) : code;
  }

  private int summed(int outcome) throws IOException {
    int code = outcome;
    Run run = FileRunRepository.read(folder);
    if (baselines.isPresent() && code == ExitCodes.OK) {
      try {
        run = baselines.get().train(folder, run, command.getOut());
      } catch (RunControl.StoppedException e) {
        command.getOut().println(Words.say("baselines.stoppedAfterRun"));
        code = ExitCodes.STOPPED;
      } catch (InvalidInputException e) {
        code = Failures.report(chosen.located(e.problems()), command.getErr());
      }
    }
    RunExport.of(folder, chosen.catalog()).report(folder);
    new Summary(folder, run, progress.last()).print(command.getOut());
    return code;
  }
}
