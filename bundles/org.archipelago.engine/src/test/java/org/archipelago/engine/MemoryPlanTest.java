package org.archipelago.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.MemoryNeed;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.RunHeader;
import org.archipelago.core.RunListener;
import org.archipelago.core.catalog.Catalog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a run says that it needs of Java's memory. */
@Timeout(20)
class MemoryPlanTest {

  private static final String WIDE =
      "{id: mlp, hidden: [1000, 1000]}";

  private final Catalog catalog = Catalog.load();

  @TempDir Path folder;

  @BeforeEach
  void writeData() throws IOException {
    TwoBlobs.write(folder, 1000);
  }

  @Test
  void workersCountAndClientsDoNot() {
    MemoryNeed few = need(20, 2);
    MemoryNeed many = need(200, 2);
    MemoryNeed threads = need(200, 4);
    assertEquals(few.server(), many.server());
    long copy = 4 * (2 * 1000 + 1000 + 1000 * 1000 + 1000 + 1000 * 2 + 2);
    assertTrue(Math.abs(many.workers() - few.workers()) < copy / 10, "batches of smaller clients");
    assertEquals(2 * many.workers(), threads.workers());
    assertEquals(few.data(), many.data());
    assertEquals(few.data(), 4 * 1000 * (2 + 1), "two features and a label");
    assertTrue(few.workers() >= 2 * 7 * copy && few.server() >= 4 * copy, few.toString());
    assertEquals(
        few.server() + few.workers() + few.data() + few.records(), few.total());
  }

  @Test
  void aRuleThatNeedsAllUpdatesAtOnceNeedsTheirMemory() {
    String plain =
        TwoBlobs.experiment(20, "rounds: 1, localSteps: 1", "everyone", "fedavg");
    MemoryNeed mean =
        ExperimentRunner.check(TwoBlobs.request(plain, folder, catalog, 1), catalog);
    MemoryNeed median =
        ExperimentRunner.check(
            TwoBlobs.request(plain.replace("fedavg", "median"), folder, catalog, 1), catalog);
    assertEquals(16 * 4 * 6, median.server() - mean.server(), "20 updates of 6 floats in place of 4");
    MemoryNeed scaffold =
        ExperimentRunner.check(
            TwoBlobs.request(plain.replace("fedavg", "scaffold"), folder, catalog, 1), catalog);
    assertEquals(21 * 4 * 6, scaffold.server() - mean.server(), "20 clients' controls and the server's");
  }

  @Test
  void aRunTellsItBeforeItsFirstRound() {
    CompletableFuture<MemoryNeed> heard = new CompletableFuture<>();
    RunListener listener =
        new RunListener() {
          @Override
          public void started(RunHeader header) {
            assertTrue(!heard.isDone());
          }

          @Override
          public void memory(MemoryNeed need) {
            heard.complete(need);
          }
        };
    new ExperimentRunner(catalog, new RecordingRepository())
        .start(request(20, 2), listener, ProgressListener.NONE)
        .await();
    assertEquals(need(20, 2), heard.join());
  }

  @Test
  void whatDoesNotFitIsRefusedWithTheFigures() {
    try (Federation federation =
        Federation.prepare(request(20, 2), catalog, ProgressListener.NONE)) {
      MemoryPlan plan = new MemoryPlan(federation.data(), federation.model());
      plan.requireFits(federation.memory(), federation.memory().total());
      InvalidInputException refused =
          assertThrows(
              InvalidInputException.class,
              () -> plan.requireFits(federation.memory(), 50_000_000));
      assertEquals("model.id", refused.problems().get(0).path());
      String message = refused.problems().get(0).message();
      assertTrue(message.startsWith("The run needs about 0.1 GB: "), message);
      assertTrue(message.contains("model of 1,006,002 parameters"), message);
      assertTrue(message.contains("for 2 workers"), message);
      assertTrue(message.contains("Java may use 0.1 GB: choose smaller layers"), message);
    }
  }

  private MemoryNeed need(int clients, int threads) {
    return ExperimentRunner.check(request(clients, threads), catalog);
  }

  private RunRequest request(int clients, int threads) {
    String text =
        TwoBlobs.experiment(clients, "rounds: 1, localSteps: 1", "{id: uniform, size: 3}", "fedavg")
            .replace("{id: softmax}", WIDE);
    return TwoBlobs.request(text, folder, catalog, threads);
  }
}
