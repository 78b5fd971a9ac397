package org.archipelago.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.archipelago.core.ConfusionMatrix;
import org.archipelago.core.Evaluation;
import org.archipelago.core.Metrics;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.RandomStream;
import org.archipelago.core.RoundResult;
import org.archipelago.core.RunEvaluation;
import org.archipelago.core.RunListener;
import org.archipelago.core.RunState;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.store.experiment.ExperimentReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a run tells of its last model. */
@Timeout(20)
class EvaluationTest {

  private static final String CLASSES =
      """
      format: archipelago/experiment/1
      name: Three clouds
      seed: 3
      data: {source: clouds.csv, target: label, drop: [y], test: 0.2, clientTest: 0.3}
      partition: {id: iid, clients: 5}
      model: {id: softmax}
      training: {rounds: 4, localEpochs: 1, batchSize: 8, optimizer: {id: sgd, learningRate: 0.2}}
      """;

  private static final String NUMBERS =
      CLASSES.replace("target: label, drop: [y]", "target: y, drop: [label]").replace("softmax", "linear");

  private final Catalog catalog = Catalog.load();
  private final RecordingRepository repository = new RecordingRepository();

  @TempDir Path folder;

  @BeforeEach
  void writeData() throws IOException {
    RandomStream random = new RandomStream(1);
    StringBuilder csv = new StringBuilder("a,b,y,label\n");
    for (int i = 0; i < 300; i++) {
      int label = i % 3;
      double a = random.nextGaussian() + 2 * label;
      double b = random.nextGaussian() - label;
      csv.append("%s,%s,%s,%s%n".formatted(a, b, a - 2 * b + random.nextGaussian(), "klm".charAt(label)));
    }
    Files.writeString(folder.resolve("clouds.csv"), csv);
  }

  @Test
  void theLastModelIsMeasuredInFullOnTheHoldOut() {
    List<RunEvaluation> heard = new ArrayList<>();
    assertEquals(RunState.COMPLETED, run(CLASSES, 2, heard));
    assertEquals(List.of(repository.evaluation), heard);
    assertEquals(4, repository.evaluation.round());
    Evaluation test = repository.evaluation.test().orElseThrow();
    Metrics last = repository.rounds.get(4).test().orElseThrow();
    last.values().forEach((name, value) -> assertEquals(value, test.figures().values().get(name), name));
    assertEquals(
        List.of("accuracy", "auc", "brier", "ece", "f1Macro", "loss"), List.copyOf(last.values().keySet()));
    assertEquals(last.rows(), test.confusion().orElseThrow().rows());
    double loss = last.value(Metrics.LOSS).orElseThrow();
    assertEquals(loss, test.figures().value(Metrics.LOG_LOSS).orElseThrow(), 1e-6, "plain cross-entropy");
  }

  @Test
  void clientsThatKeepRowsBackAreMeasuredOnThemOneByOneAndTogether() {
    run(CLASSES, 1, new ArrayList<>());
    RunEvaluation evaluation = repository.evaluation;
    assertEquals(5, evaluation.each().size());
    assertEquals("client 1", evaluation.each().get(0).client());
    long[][] sum = new long[3][3];
    for (RunEvaluation.OfClient client : evaluation.each()) {
      ConfusionMatrix own = client.evaluation().confusion().orElseThrow();
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          sum[i][j] += own.count(i, j);
        }
      }
    }
    Evaluation together = evaluation.clients().orElseThrow();
    assertEquals(ConfusionMatrix.of(sum), together.confusion().orElseThrow());
    assertTrue(together.figures().value(Metrics.AUC).orElseThrow() > 0.8);
  }

  @Test
  void theNumberOfThreadsDoesNotShow() {
    run(CLASSES, 1, new ArrayList<>());
    RunEvaluation one = repository.evaluation;
    run(CLASSES, 3, new ArrayList<>());
    assertEquals(one, repository.evaluation);
    run(NUMBERS, 1, new ArrayList<>());
    one = repository.evaluation;
    run(NUMBERS, 3, new ArrayList<>());
    assertEquals(one, repository.evaluation);
    assertTrue(one.clients().orElseThrow().figures().value(Metrics.R2).orElseThrow() > 0.5);
  }

  @Test
  void withoutRowsKeptBackOnlyTheHoldOutSpeaks() {
    run(CLASSES.replace(", clientTest: 0.3", ""), 1, new ArrayList<>());
    assertTrue(repository.evaluation.test().isPresent());
    assertTrue(repository.evaluation.clients().isEmpty());
    assertEquals(List.of(), repository.evaluation.each());
  }

  @Test
  void aRunThatIsStoppedIsMeasuredAsFarAsItCame() {
    ExperimentRunner runner = new ExperimentRunner(catalog, repository);
    CompletableFuture<RunHandle> handle = new CompletableFuture<>();
    RunListener stopsAfterTwo =
        new RunListener() {
          @Override
          public void round(RoundResult result) {
            if (result.round() == 2) {
              handle.join().stop();
            }
          }
        };
    RunRequest request = request(CLASSES.replace("rounds: 4", "rounds: 10000"), 1);
    handle.complete(runner.start(request, stopsAfterTwo, ProgressListener.NONE));
    assertEquals(RunState.STOPPED, handle.join().await().state());
    assertEquals(2, repository.evaluation.round());
  }

  /** The last client has trained, the new model is about to be measured: it is not the run's. */
  @Test
  void aRunThatIsStoppedWhileARoundIsMeasuredEndsWithTheRoundBefore() {
    ExperimentRunner runner = new ExperimentRunner(catalog, repository);
    CompletableFuture<RunHandle> handle = new CompletableFuture<>();
    RunListener stopsInRoundThree =
        new RunListener() {
          @Override
          public void progress(int round, int clientsDone, int clients) {
            if (round == 3 && clientsDone == clients) {
              handle.join().stop();
            }
          }
        };
    handle.complete(runner.start(request(CLASSES, 2), stopsInRoundThree, ProgressListener.NONE));
    assertEquals(RunState.STOPPED, handle.join().await().state());
    assertEquals(3, repository.rounds.size(), "rounds 0 to 2");
    assertEquals(2, repository.evaluation.round());
    Metrics recorded = repository.rounds.get(2).test().orElseThrow();
    Metrics measured = repository.evaluation.test().orElseThrow().figures();
    recorded.values().forEach((name, value) -> assertEquals(value, measured.values().get(name), name));
  }

  @Test
  void aRunWhoseRecordCantBeWrittenIsNotMeasured() {
    repository.failAtRound = 2;
    assertEquals(RunState.FAILED, run(CLASSES, 1, new ArrayList<>()));
    assertNull(repository.evaluation);
    assertEquals(2, repository.rounds.size());
  }

  private RunState run(String text, int threads, List<RunEvaluation> heard) {
    RunListener listener =
        new RunListener() {
          @Override
          public void evaluated(RunEvaluation evaluation) {
            heard.add(evaluation);
          }
        };
    repository.rounds.clear();
    return new ExperimentRunner(catalog, repository)
        .start(request(text, threads), listener, ProgressListener.NONE)
        .await()
        .state();
  }

  private RunRequest request(String text, int threads) {
    return new RunRequest(
        ExperimentReader.read(text, "test.yaml", catalog, List.of()).orThrow(), text, folder, threads);
  }
}
