package org.archipelago.engine;

import java.util.List;
import org.archipelago.core.BaselineRound;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.Provenance;
import org.archipelago.core.RunControl;
import org.archipelago.core.Version;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.data.FederatedDataset;

/**
 * Trains what a federated run is held against: the same model on the rows of all clients together, and
 * each client alone. Each begins with the parameters that the run begins with, and makes in every round
 * as many passes over its rows as a client of the run does ({@code localEpochs}), with the same
 * optimiser and batch size, and by DP-SGD where clients train by it, with the same norm and noise; the common
 * hold-out judges it after every round.
 *
 * <p>It needs the rows of all clients, so it exists in simulation only. The figures depend on the
 * experiment alone, whatever the number of threads.
 */
public final class BaselineRunner {

  private final Catalog catalog;

  public BaselineRunner(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Trains the baselines, and returns when they are done.
   *
   * @param control pauses and stops the training at its next batch
   * @param progress told how far reading has come, then how many rows were trained on of how many
   * @return figures from round 0, the initial model, to the round asked for
   * @throws InvalidInputException if the run can't be compared with: it has no hold-out, its data or
   *     partition has changed, or clients took part whose rows are not here
   * @throws RunControl.StoppedException if it was stopped; nothing is kept
   */
  public List<BaselineRound> run(
      BaselineRequest request, RunControl control, ProgressListener progress) {
    control.checkpoint();
    Preparation prepared = Preparation.load(request.runRequest(), catalog, progress);
    requireComparable(request, prepared.data());
    return new BaselineTraining(prepared, catalog, control, progress).run(request.rounds());
  }

  private static void requireComparable(BaselineRequest request, FederatedDataset data) {
    Provenance then = request.header().provenance();
    if (!then.dataHash().equals(data.dataHash())) {
      throw problem(
          "data.source",
          ("'%s' is not what it was when the run was recorded (SHA-256 %s… then, %s… now), so that what is"
                  + " trained on it can't be held against the run. Bring the old data back, or run the"
                  + " experiment again.")
              .formatted(then.dataSource(), begin(then.dataHash()), begin(data.dataHash())));
    }
    if (!then.partitionHash().equals(data.partitionHash())) {
      throw problem(
          "partition",
          ("The rows are dealt to the clients otherwise than when the run was recorded, by version %s of"
                  + " the program; this is %s. Run the experiment again.")
              .formatted(then.version(), Version.current()));
    }
    int elsewhere = request.header().dataset().clientCount() - data.clients().size();
    if (elsewhere > 0) {
      throw problem(
          "",
          ("%d of the run's %d clients took part from elsewhere, and their rows are not here. Baselines"
                  + " exist for runs whose clients are all simulated.")
              .formatted(elsewhere, request.header().dataset().clientCount()));
    }
    if (data.test().rows() == 0) {
      throw problem(
          "data.test",
          "Baselines are judged on the common hold-out, and this run has none; run the experiment again"
              + " with a share of the rows held out, such as 0.2.");
    }
  }

  private static String begin(String hash) {
    return hash.substring(0, Math.min(12, hash.length()));
  }

  private static InvalidInputException problem(String path, String message) {
    return new InvalidInputException(Problem.atField(path, message));
  }
}
