package org.archipelago.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.archipelago.core.ClientResult;
import org.archipelago.core.Metrics;
import org.archipelago.core.PrivacyStatus;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.RoundResult;
import org.archipelago.core.RunControl;
import org.archipelago.core.RunListener;
import org.archipelago.core.RunOutcome;
import org.archipelago.core.RunState;
import org.archipelago.core.catalog.Catalog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs whose clients train by DP-SGD. */
@Timeout(60)
class DpSgdRunTest {

  private static final String PRIVATE =
      TwoBlobs.experiment(6, "rounds: 8, localEpochs: 2", "{id: uniform, size: 4}", "{id: fedavg}")
          + "privacy: {id: dp-sgd, clipNorm: 1.0, noiseMultiplier: 1.0, delta: 1e-4}\n";

  private final Catalog catalog = Catalog.load();
  private final RecordingRepository repository = new RecordingRepository();

  @TempDir Path folder;

  @BeforeEach
  void writeData() throws IOException {
    TwoBlobs.write(folder, 600);
  }

  @Test
  void clientsAreChargedForTheRoundsInWhichTheyTrained() {
    RunOutcome outcome = run(PRIVATE, 2);
    assertEquals(RunState.COMPLETED, outcome.state(), outcome.message());
    assertEquals(8, repository.charges.size());
    double[] before = new double[6];
    for (RoundResult round : repository.rounds.subList(1, 9)) {
      double worst = 0;
      for (int i = 0; i < 6; i++) {
        ClientResult client = round.clients().get(i);
        double epsilon = client.epsilon().orElseThrow();
        boolean trained = client.status() != ClientResult.Status.NOT_SAMPLED;
        assertTrue(trained ? epsilon > before[i] : epsilon == before[i], client.toString());
        before[i] = epsilon;
        worst = Math.max(worst, epsilon);
      }
      PrivacyStatus status = round.privacy().orElseThrow();
      assertEquals(worst, status.epsilon());
      assertEquals("one row of a client added or removed, RDP accountant, the client charged most", status.unit());
      assertEquals(status, repository.charges.get(round.round() - 1).after());
    }
    assertTrue(accuracy(8) > 0.8, "found " + accuracy(8));
  }

  @Test
  void rowsThatChangeWhatOthersCountCantBeHidden() {
    RunOutcome outcome = run(PRIVATE.replace("test: 0.2", "test: 0.2, rebalance: weights"), 1);
    assertEquals(RunState.FAILED, outcome.state());
    assertTrue(
        outcome.message().startsWith("data.rebalance: The privacy strategy hides single rows"),
        outcome.message());
  }

  @Test
  void oneThreadAndManyGiveTheSameBitsAndSecretNoiseNever() {
    run(PRIVATE, 1);
    byte[] one = repository.model();
    run(PRIVATE, 4);
    assertArrayEquals(one, repository.model());
    String secret = PRIVATE.replace("delta: 1e-4", "delta: 1e-4, noise: secret");
    run(secret, 2);
    byte[] once = repository.model();
    run(secret, 2);
    assertFalse(Arrays.equals(once, repository.model()));
  }

  @Test
  void theRunEndsBeforeTheRoundInWhichAClientWouldPassTheBudget() {
    String budget = PRIVATE.replace("delta: 1e-4", "delta: 1e-4, budget: 5");
    RunOutcome outcome = run(budget, 2);
    assertEquals(RunState.BUDGET_REACHED, outcome.state(), outcome.message());
    assertTrue(outcome.rounds() > 0 && outcome.rounds() < 8, outcome.toString());
    PrivacyStatus last = repository.rounds.get(outcome.rounds()).privacy().orElseThrow();
    assertTrue(last.epsilon() <= 5);

    Forecast forecast = ForecastProbe.forecast(TwoBlobs.request(budget, folder, catalog, 2), catalog, new RunControl());
    assertEquals(outcome.rounds(), forecast.rounds());
    assertEquals(last, forecast.privacy().orElseThrow());
  }

  /** What the server does with noised updates costs nothing: weights, momentum, anything. */
  @Test
  void anyStrategyWillDo() {
    String byRows = PRIVATE.replace("{id: fedavg}", "{id: fedavg, weights: examples}");
    assertEquals(RunState.COMPLETED, run(byRows, 2).state());
    byte[] plain = repository.model();
    String momentum = PRIVATE.replace("batchSize", "gradientClip: 5, l1: 0.001, proximal: 0.1, batchSize");
    assertNotEquals(PRIVATE, momentum);
    assertEquals(RunState.COMPLETED, run(momentum, 2).state());
    assertFalse(Arrays.equals(plain, repository.model()));
  }

  private double accuracy(int round) {
    return repository.rounds.get(round).test().orElseThrow().value(Metrics.ACCURACY).orElseThrow();
  }

  private RunOutcome run(String text, int threads) {
    repository.rounds.clear();
    repository.charges.clear();
    return new ExperimentRunner(catalog, repository)
        .start(
            TwoBlobs.request(text, folder, catalog, threads),
            new RunListener() {},
            ProgressListener.NONE)
        .await();
  }
}
