package org.archipelago.headless;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.archipelago.core.BaselineRound;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.RoundResult;
import org.archipelago.core.Run;
import org.archipelago.core.RunControl;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.engine.BaselineRequest;
import org.archipelago.engine.BaselineRunner;
import org.archipelago.store.run.FileRunRepository;

/**
 * Trains the baselines of a recorded run and keeps them in its record.
 *
 * @param baseFolder where relative paths in the experiment begin
 * @param threads models trained at the same time
 * @param quiet whether to say nothing of its progress
 * @param control by which it is stopped
 */
record BaselineStep(
    Catalog catalog, Path baseFolder, int threads, Terminal terminal, boolean quiet, RunControl control) {

  /** Ends the training at its next batch, or before it begins. */
  void stop() {
    control.stop();
  }

  /**
   * @param folder the run's record
   * @param run as it was read from there
   * @return the run with all of its baselines, also those that the record may not tell
   * @throws org.archipelago.core.InvalidInputException if the run can't be compared with
   * @throws RunControl.StoppedException if it was stopped; the record is as it was
   */
  Run train(Path folder, Run run, PrintWriter screen) throws IOException {
    if (run.lastRound().map(RoundResult::round).orElse(0) == 0) {
      throw new InvalidInputException(new Problem("", 0, 0, "", Words.say("baselines.noRound")));
    }
    WorkProgress progress = new WorkProgress(screen, terminal, System::nanoTime);
    BaselineRequest request = BaselineRequest.of(run, baseFolder, threads);
    if (!quiet) {
      screen.println(
          Words.say(
              "baselines.begin",
              Words.many(run.header().dataset().clientCount(), "clients"),
              Words.many(request.rounds(), "rounds")));
      screen.flush();
    }
    try {
      List<BaselineRound> baselines =
          new BaselineRunner(catalog).run(request, control, quiet ? ProgressListener.NONE : progress);
      Path runs = folder.toAbsolutePath().normalize().getParent();
      new FileRunRepository(runs).saveBaselines(run.id(), baselines);
      return run.withBaselines(baselines);
    } finally {
      progress.ended();
    }
  }
}
