package org.archipelago.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.archipelago.core.ClientResult;
import org.archipelago.core.Metrics;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.RoundResult;
import org.archipelago.core.RunListener;
import org.archipelago.core.RunOutcome;
import org.archipelago.core.RunState;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.learning.ModelParameters;
import org.archipelago.learning.io.Safetensors;
import org.archipelago.store.experiment.ExperimentReader;
import org.archipelago.store.experiment.ReadResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class ExperimentRunnerTest {

  private static final String PLAIN =
      TwoBlobs.experiment(
          6, "rounds: 8, localEpochs: 2", "{id: uniform, size: 4}", "{id: fedavg}");

  private static final String PRIVATE =
      PLAIN
          .replace("{id: uniform, size: 4}", "{id: poisson, rate: 0.5}")
          .replace("{id: fedavg}", "{id: fedavg, weights: equal}")
          + "privacy: {id: gaussian-central, clipNorm: 1.0, noiseMultiplier: 2.0, delta: 1e-5, budget: 2}\n";

  private final Catalog catalog = Catalog.load();
  private final RecordingRepository repository = new RecordingRepository();

  @TempDir Path folder;

  @BeforeEach
  void writeData() throws IOException {
    TwoBlobs.write(folder, 200);
  }

  @Test
  void aRunLearnsAndRecordsEveryRound() {
    RunOutcome outcome = run(PLAIN, 2, new RunListener() {});
    assertEquals(new RunOutcome(RunState.COMPLETED, 8, "All 8 rounds done."), outcome);
    assertEquals(outcome, repository.outcome);
    assertEquals(9, repository.rounds.size(), "the initial model and eight rounds");
    double before = accuracy(repository.rounds.get(0));
    double after = accuracy(repository.rounds.get(8));
    assertTrue(after >= 0.9 && after > before, before + " to " + after);
    assertEquals("closed", repository.order.get(repository.order.size() - 1));
  }

  /** Of two features and two classes; the server's noise falls on what is pruned too. */
  @Test
  void whatIsPrunedIsZeroInTheModelUnderNoiseToo() {
    for (String text : List.of(PLAIN, PRIVATE)) {
      run(text.replace("batchSize: 5", "batchSize: 5, pruning: 0.5"), 2, new RunListener() {});
      ModelParameters model = Safetensors.read("model", repository.model()).parameters();
      float[] weights = model.tensors().get(0).values();
      assertEquals(2, IntStream.range(0, 4).filter(i -> weights[i] == 0).count());
    }
  }

  @Test
  void aRoundTellsWhatEveryClientDidAndWhatItCost() {
    run(PLAIN, 1, new RunListener() {});
    RoundResult round = repository.rounds.get(3);
    List<ClientResult> trained =
        round.clients().stream().filter(c -> c.status() == ClientResult.Status.TRAINED).toList();
    assertEquals(6, round.clients().size());
    assertEquals(4, trained.size());
    long parameters = 2 * 2 + 2;
    assertEquals(4 * 4 * parameters, round.bytesUp().orElseThrow(), "four clients, 32-bit floats");
    assertEquals(4 * 4 * parameters, round.bytesDown().orElseThrow());
    for (ClientResult client : trained) {
      assertTrue(client.updateNorm().orElseThrow() > 0);
      assertEquals(2 * Math.ceil(client.rows() / 5.0), client.steps());
      assertTrue(client.local().orElseThrow().value(Metrics.ACCURACY).isPresent());
    }
  }

  @Test
  void strategiesThatCorrectClientsChangeTheirTrainingAndTheBytesOfARound() {
    long model = 4 * (2 * 2 + 2);
    for (String strategy : List.of("fedprox", "feddyn", "fednova", "scaffold")) {
      assertEquals(
          RunState.COMPLETED,
          run(PLAIN.replace("{id: fedavg}", "{id: " + strategy + "}"), 2, new RunListener() {}).state());
      double after = accuracy(repository.rounds.get(8));
      assertTrue(after >= 0.9, strategy + " " + after);
      long sent = strategy.equals("scaffold") ? 2 * model : model;
      assertEquals(4 * sent, repository.rounds.get(3).bytesUp().orElseThrow(), strategy);
      assertEquals(4 * sent, repository.rounds.get(3).bytesDown().orElseThrow(), strategy);
    }
  }

  /** A rule that holds for five updates in a round, and no fewer. */
  private static String krum(String sampler) {
    return PLAIN.replace("{id: uniform, size: 4}", sampler).replace("{id: fedavg}", "{id: krum, byzantine: 1}");
  }

  @Test
  void aFixedCohortTooSmallForTheRuleIsRefusedWithTheField() {
    ReadResult read = read(krum("{id: uniform, size: 4}"));
    assertEquals(1, read.problems().size(), read.problems().toString());
    assertEquals("strategy.byzantine", read.problems().get(0).path());
    assertEquals(
        "Krum needs at least 5 updates in a round to bear 1 wrong ones, but here are 4: lower byzantine, or"
            + " let more clients take part.",
        read.problems().get(0).message());
  }

  @Test
  void anExpectedCohortTooSmallForTheRuleIsRefusedBeforeTheRun() {
    RunOutcome outcome = run(krum("{id: poisson, rate: 0.5}"), 1, new RunListener() {});
    assertEquals(RunState.FAILED, outcome.state());
    assertTrue(outcome.message().startsWith("strategy: Krum needs at least 5"), outcome.message());
    assertTrue(outcome.message().contains("but here are 3"), outcome.message());
  }

  @Test
  void aRoundWithTooFewUpdatesEndsTheRunWithItsWholeRounds() {
    RunOutcome outcome =
        run(
            krum("{id: poisson, rate: 0.85}").replace("rounds: 8", "rounds: 100"),
            1,
            new RunListener() {});
    assertEquals(RunState.FAILED, outcome.state());
    assertTrue(outcome.message().startsWith("Stopped in round " + (outcome.rounds() + 1) + ": Krum needs"));
    assertEquals(outcome.rounds() + 1, repository.rounds.size());
  }

  @Test
  void oneThreadAndManyGiveTheSameBits() {
    String scaffold = PLAIN.replace("{id: fedavg}", "{id: scaffold}");
    for (String text : List.of(PLAIN, PRIVATE, krum("everyone"), scaffold)) {
      run(text, 1, new RunListener() {});
      byte[] one = repository.model();
      run(text, 4, new RunListener() {});
      assertArrayEquals(one, repository.model());
      run(text.replace("seed: 11", "seed: 12"), 4, new RunListener() {});
      assertFalse(Arrays.equals(one, repository.model()));
    }
  }

  @Test
  void aPausedRunWaitsAndThenEndsWithTheSameBits() throws InterruptedException {
    run(PLAIN, 2, new RunListener() {});
    byte[] uninterrupted = repository.model();
    AtomicInteger rounds = new AtomicInteger();
    CountDownLatch third = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    RunHandle handle =
        start(
            PLAIN,
            2,
            new RunListener() {
              @Override
              public void round(RoundResult result) {
                rounds.set(result.round());
                if (result.round() == 3) {
                  third.countDown();
                  awaitQuietly(goOn);
                }
              }
            });
    assertTrue(third.await(30, TimeUnit.SECONDS));
    handle.pause();
    goOn.countDown();
    assertEquals(RunState.PAUSED, handle.state());
    awaitWaiting(handle);
    assertEquals(3, rounds.get());
    handle.resume();
    assertEquals(RunState.COMPLETED, handle.await().state());
    assertArrayEquals(uninterrupted, repository.model());
  }

  @Test
  void aStoppedRunKeepsItsLastWholeRound() {
    RunHandle[] handle = new RunHandle[1];
    CountDownLatch started = new CountDownLatch(1);
    handle[0] =
        start(
            PLAIN.replace("rounds: 8", "rounds: 100000"),
            2,
            new RunListener() {
              @Override
              public void progress(int round, int done, int clients) {
                awaitQuietly(started);
                if (round == 4 && done == 1) {
                  handle[0].stop();
                }
              }
            });
    started.countDown();
    RunOutcome outcome = handle[0].await();
    assertEquals(RunState.STOPPED, outcome.state());
    assertTrue(outcome.rounds() == 3 || outcome.rounds() == 4, outcome.toString());
    assertEquals(outcome.rounds() + 1, repository.rounds.size());
    assertEquals(outcome, repository.outcome);
    String header = new String(repository.model(), StandardCharsets.ISO_8859_1);
    assertTrue(header.contains("\"round\":\"" + outcome.rounds() + "\""), header);
  }

  @Test
  void aRunThatIsPausedCanBeStopped() {
    CountDownLatch goOn = new CountDownLatch(1);
    RunHandle[] handle = new RunHandle[1];
    handle[0] =
        start(
            PLAIN,
            1,
            new RunListener() {
              @Override
              public void round(RoundResult result) {
                awaitQuietly(goOn);
                handle[0].pause();
              }
            });
    goOn.countDown();
    awaitWaiting(handle[0]);
    handle[0].stop();
    assertEquals(RunState.STOPPED, handle[0].await().state());
  }

  @Test
  void theRunEndsBeforeTheRoundThatWouldExceedTheBudget() {
    RunOutcome outcome = run(PRIVATE, 2, new RunListener() {});
    assertEquals(RunState.BUDGET_REACHED, outcome.state());
    assertTrue(outcome.rounds() > 0 && outcome.rounds() < 8, outcome.toString());
    assertTrue(
        outcome.message().startsWith("Stopped before round " + (outcome.rounds() + 1) + ": it would raise ε to"),
        outcome.message());
    assertTrue(outcome.message().endsWith("over the budget of 2."), outcome.message());
    for (RoundResult round : repository.rounds) {
      assertTrue(round.privacy().orElseThrow().epsilon() <= 2);
    }
    assertEquals(0, repository.rounds.get(0).privacy().orElseThrow().epsilon());
    assertEquals(outcome.rounds(), repository.charges.size());
  }

  @Test
  void theChargeIsOnDiskBeforeTheNoisedModelLeavesTheRound() {
    run(PRIVATE, 2, new RunListener() {});
    for (int round = 1; round < repository.rounds.size(); round++) {
      int charge = repository.order.indexOf("charge " + round);
      int recorded = repository.order.indexOf("round " + round);
      assertEquals(
          List.of("charge " + round, RoundLoop.MODEL_FILE, "round " + round),
          repository.order.subList(charge, recorded + 1));
    }
  }

  @Test
  void anEmptyCohortIsChargedAndNoised() {
    String nobody = PRIVATE.replace("rate: 0.5", "rate: 0.000001").replace("rounds: 8", "rounds: 1");
    run(nobody, 1, new RunListener() {});
    RoundResult round = repository.rounds.get(1);
    assertTrue(
        round.clients().stream().allMatch(c -> c.status() == ClientResult.Status.NOT_SAMPLED));
    assertEquals(1, repository.charges.size());
    assertNotEquals(
        repository.rounds.get(0).test().orElseThrow().value(Metrics.LOSS),
        round.test().orElseThrow().value(Metrics.LOSS),
        "the noise alone moved the model");
  }

  @Test
  void aDivergedRunSaysWhoAndWhatHelps() {
    RunOutcome outcome = run(
            PLAIN
                .replace("target: label", "target: y, drop: [label]")
                .replace("softmax", "linear")
                .replace("learningRate: 0.3", "learningRate: 1000000.0"),
            1,
            new RunListener() {});
    assertEquals(RunState.FAILED, outcome.state());
    assertTrue(outcome.message().contains("diverged in round"), outcome.message());
    assertTrue(outcome.message().contains("Lower the learning rate"), outcome.message());
  }

  @Test
  void aFullDiskEndsTheRunAndIsNamed() {
    repository.failAtRound = 3;
    RunOutcome outcome = run(PLAIN, 1, new RunListener() {});
    assertEquals(RunState.FAILED, outcome.state());
    assertEquals(2, outcome.rounds());
    assertEquals("rounds.jsonl: No space left on device", outcome.message());
  }

  @Test
  void unequalWeightsUnderPrivacyAreRefusedWithTheField() {
    ReadResult read = read(PRIVATE.replace("weights: equal", "weights: examples"));
    assertTrue(read.experiment().isEmpty());
    assertEquals(1, read.problems().size(), read.problems().toString());
    assertEquals("strategy.weights", read.problems().get(0).path());
    assertTrue(read.problems().get(0).message().contains("weights: equal"));
  }

  @Test
  void aSamplerWithoutATheoremIsRefusedWithTheField() {
    ReadResult read = read(PRIVATE.replace("{id: poisson, rate: 0.5}", "{id: uniform, size: 3}"));
    assertEquals("sampler.id", read.problems().get(0).path());
    assertTrue(read.problems().get(0).message().contains("use poisson, or everyone"));
  }

  @Test
  void aRunThatIsStoppedWhileItsDataIsReadReadsNoFurther() throws IOException {
    TwoBlobs.write(folder, 30_000);
    List<String> told = new CopyOnWriteArrayList<>();
    CompletableFuture<RunHandle> started = new CompletableFuture<>();
    RunHandle handle =
        new ExperimentRunner(catalog, repository)
            .start(
                new RunRequest(read(PLAIN).experiment().orElseThrow(), PLAIN, folder, 1),
                new RunListener() {},
                (what, done, total) -> {
                  told.add(what);
                  started.join().stop();
                });
    started.complete(handle);
    assertEquals(RunState.STOPPED, handle.await().state());
    assertEquals(List.of("Looking through blobs.csv"), told);
  }

  private RunOutcome run(String text, int threads, RunListener listener) {
    repository.rounds.clear();
    repository.charges.clear();
    repository.order.clear();
    return start(text, threads, listener).await();
  }

  private RunHandle start(String text, int threads, RunListener listener) {
    return new ExperimentRunner(catalog, repository)
        .start(
            new RunRequest(read(text).experiment().orElseThrow(), text, folder, threads),
            listener,
            ProgressListener.NONE);
  }

  private ReadResult read(String text) {
    return ExperimentReader.read(text, "blobs.yaml", catalog, List.of());
  }

  private static double accuracy(RoundResult round) {
    return round.test().orElseThrow().value(Metrics.ACCURACY).orElseThrow();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns once the run's own thread stands at a checkpoint. */
  private static void awaitWaiting(RunHandle handle) {
    while (Thread.getAllStackTraces().values().stream()
        .noneMatch(
            trace ->
                Arrays.stream(trace).anyMatch(frame -> frame.getMethodName().equals("awaitPermission")))) {
      if (Thread.interrupted() || handle.state().ended()) {
        throw new AssertionError("no run waits at a checkpoint; this one is " + handle.state());
      }
      Thread.yield();
    }
  }
}
