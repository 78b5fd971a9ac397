package org.archipelago.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.archipelago.core.ClientResult;
import org.archipelago.core.ClientResult.Status;
import org.archipelago.core.Metrics;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.RoundResult;
import org.archipelago.core.RunControl;
import org.archipelago.core.RunEvaluation.OwnFigures;
import org.archipelago.core.RunListener;
import org.archipelago.core.RunState;
import org.archipelago.core.catalog.Catalog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is told of clients where they are more than are judged in every round. */
@Timeout(20)
class JudgedClientsTest {

  private static final String EVERYONE =
      TwoBlobs.experiment(12, "rounds: 4, localEpochs: 1", "{id: uniform, size: 2}", "{id: fedavg}");

  private static final String FIVE =
      EVERYONE.replace("batchSize: 5", "batchSize: 5, judgedClients: 5");

  private final Catalog catalog = Catalog.load();
  private final RecordingRepository repository = new RecordingRepository();

  @TempDir Path folder;

  @BeforeEach
  void writeData() throws IOException {
    TwoBlobs.write(folder, 200);
  }

  @Test
  void aRoundTellsOfItsCohortAndOfTheSameDrawnClients() {
    run(FIVE, 2);
    Set<String> drawn = judged(repository.rounds.get(0));
    assertEquals(5, drawn.size());
    for (RoundResult round : repository.rounds) {
      assertEquals(drawn, judged(round), "round " + round.round());
      Set<String> told = new TreeSet<>(drawn);
      round.clients().stream()
          .filter(client -> client.status() == Status.TRAINED)
          .forEach(client -> told.add(client.client()));
      assertEquals(told, names(round.clients()));
      assertEquals(
          round.round() == 0 ? 0 : 2,
          round.clients().stream().filter(client -> client.steps() > 0).count());
    }
  }

  @Test
  void theLastModelIsMeasuredOnEveryClient() {
    run(EVERYONE, 1);
    List<ClientResult> all = repository.rounds.get(4).clients();
    byte[] model = repository.model();
    assertEquals(List.of(), repository.evaluation.own(), "the rounds tell of everyone");
    run(FIVE, 3);
    assertArrayEquals(model, repository.model());
    assertEquals(
        all.stream().map(c -> new OwnFigures(c.client(), c.local().orElseThrow())).toList(),
        repository.evaluation.own());
  }

  @Test
  void anotherSeedDrawsOtherClients() {
    run(FIVE, 1);
    Set<String> drawn = judged(repository.rounds.get(0));
    run(FIVE.replace("seed: 11", "seed: 12"), 1);
    assertNotEquals(drawn, judged(repository.rounds.get(0)));
  }

  @Test
  void rowsThatManyClientsKeepBackAreMeasuredTogetherAndInFewFiguresEach() {
    String keepsBack = FIVE.replace("test: 0.2", "test: 0.2, clientTest: 0.4");
    run(keepsBack, 2);
    assertEquals(List.of(), repository.evaluation.each());
    long rows =
        repository.evaluation.own().stream().mapToLong(client -> client.figures().rows()).sum();
    Metrics together = repository.evaluation.clients().orElseThrow().figures();
    assertEquals(together.rows(), rows);
    double hits =
        repository.evaluation.own().stream()
            .mapToDouble(
                client ->
                    client.figures().rows()
                        * client.figures().value(Metrics.ACCURACY).orElseThrow())
            .sum();
    assertEquals(together.value(Metrics.ACCURACY).orElseThrow(), hits / rows, 1e-9);
  }

  @Test
  void aRunThatIsStoppedEndsWithoutMeasuringEveryClient() {
    CompletableFuture<RunHandle> handle = new CompletableFuture<>();
    RunListener stops =
        new RunListener() {
          @Override
          public void round(RoundResult result) {
            handle.join().stop();
          }
        };
    handle.complete(start(FIVE, 1, stops));
    assertEquals(RunState.STOPPED, handle.join().await().state());
    assertTrue(repository.evaluation.test().isPresent());
    assertEquals(List.of(), repository.evaluation.own());
  }

  @Test
  void baselinesAloneAreThoseOfTheDrawnClients() {
    run(FIVE, 1);
    BaselineRequest request = new BaselineRequest(repository.header, 2, folder, 2);
    new BaselineRunner(catalog)
        .run(request, new RunControl(), ProgressListener.NONE)
        .forEach(round -> assertEquals(5, round.alone().size()));
  }

  private static Set<String> judged(RoundResult round) {
    return names(
        round.clients().stream().filter(client -> client.local().isPresent()).toList());
  }

  private static Set<String> names(List<ClientResult> clients) {
    return clients.stream().map(ClientResult::client).collect(Collectors.toCollection(TreeSet::new));
  }

  private void run(String text, int threads) {
    repository.rounds.clear();
    assertEquals(RunState.COMPLETED, start(text, threads, new RunListener() {}).await().state());
  }

  private RunHandle start(String text, int threads, RunListener listener) {
    return new ExperimentRunner(catalog, repository)
        .start(
            TwoBlobs.request(text, folder, catalog, threads), listener, ProgressListener.NONE);
  }
}
