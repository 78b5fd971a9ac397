package org.archipelago.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.archipelago.core.BaselineRound;
import org.archipelago.core.Examples;
import org.archipelago.core.Experiment;
import org.archipelago.core.Metrics;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.RandomStream;
import org.archipelago.core.RunControl;
import org.archipelago.core.Seed;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.data.ClientDataset;
import org.archipelago.data.FederatedDataset;
import org.archipelago.federation.LocalPrivacy;
import org.archipelago.learning.Evaluator;
import org.archipelago.learning.LocalTrainer;
import org.archipelago.learning.Model;
import org.archipelago.learning.ModelParameters;
import org.archipelago.learning.Models;

/**
 * One training of all baselines. Every model is trained to its last round by one thread at a time, and
 * none hears of another.
 */
final class BaselineTraining {

  private final Experiment experiment;
  private final FederatedDataset data;
  private final Model model;
  private final Catalog catalog;
  private final int threads;
  private final Seed seed;
  private final RunControl control;
  private final ProgressListener progress;
  private final Optional<LocalPrivacy> privacy;
  private final AtomicLong rowsDone = new AtomicLong();
  private long rowsInAll;

  BaselineTraining(
      Preparation prepared, Catalog catalog, RunControl control, ProgressListener progress) {
    this.experiment = prepared.request().experiment();
    this.data = prepared.data();
    this.catalog = catalog;
    this.threads = prepared.request().threads();
    this.seed = experiment.seed();
    this.control = control;
    this.progress = progress;
    this.model =
        Models.create(
            catalog, experiment.section(ComponentKind.MODEL), data.task(), data.schema().inputs());
    this.privacy =
        Federation.localPrivacy(experiment, catalog, model, SimulationBackend.infos(data));
  }

  List<BaselineRound> run(int rounds) {
    Examples pooledRows = PooledRows.of(data);
    JudgedClients judged = JudgedClients.of(experiment, data.clients().size());
    long aloneRows =
        Arrays.stream(judged.indices()).mapToLong(i -> data.clients().get(i).train().rows()).sum();
    rowsInAll = (pooledRows.rows() + aloneRows) * rounds;
    ExecutorService pool = Executors.newFixedThreadPool(threads, new WorkerThreads("baseline worker"));
    try {
      // The longest first, so that no thread waits for it at the end.
      Future<List<Metrics>> pooled =
          pool.submit(
              () ->
                  train(
                      pooledRows,
                      rounds,
                      round -> seed.stream("baseline-pooled", round),
                      evaluator -> evaluator.tally(data.test(), true, control).figures()));
      List<Future<List<Metrics>>> alone = new ArrayList<>();
      for (int index : judged.indices()) {
        ClientDataset client = data.clients().get(index);
        alone.add(
            pool.submit(
                () ->
                    train(
                        client.train(),
                        rounds,
                        round -> seed.stream("baseline-alone", round, index),
                        evaluator -> evaluator.evaluate(data.test(), control))));
      }
      return byRound(
          SimulationBackend.result(pooled), alone.stream().map(SimulationBackend::result).toList());
    } finally {
      pool.shutdownNow();
    }
  }

  /** Figures on the hold-out from round 0 on; none from the round in which training diverged. */
  private List<Metrics> train(
      Examples rows,
      int rounds,
      IntFunction<RandomStream> shuffle,
      Function<Evaluator, Metrics> judge) {
    control.checkpoint();
    LocalTrainer trainer =
        LocalTrainer.of(experiment, catalog, model).with(privacy.map(LocalPrivacy::training));
    Evaluator evaluator = new Evaluator(model, data.targetScale());
    ModelParameters parameters = model.initialise(seed.stream(RoundLoop.INITIAL_PARAMETERS));
    List<Metrics> figures = new ArrayList<>(rounds + 1);
    evaluator.load(parameters);
    figures.add(judge.apply(evaluator));
    boolean finite = true;
    for (int round = 1; round <= rounds; round++) {
      if (finite) {
        RandomStream plain = shuffle.apply(round);
        RandomStream random = privacy.map(local -> local.trainingStream(plain)).orElse(plain);
        trainer.train(parameters, rows, random, control, round);
        finite = parameters.finite();
        evaluator.load(parameters);
      }
      figures.add(
          finite ? judge.apply(evaluator) : Metrics.of(data.test().rows(), Map.of()));
      progress.progress("Training the baselines", rowsDone.addAndGet(rows.rows()), rowsInAll);
    }
    return figures;
  }

  private static List<BaselineRound> byRound(List<Metrics> pooled, List<List<Metrics>> alone) {
    List<BaselineRound> rounds = new ArrayList<>(pooled.size());
    for (Metrics figures : pooled) {
      int round = rounds.size();
      rounds.add(
          new BaselineRound(
              round, figures, alone.stream().map(client -> client.get(round)).toList()));
    }
    return rounds;
  }
}
