package org.archipelago.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.archipelago.core.Metrics;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.RoundResult;
import org.archipelago.core.RunListener;
import org.archipelago.core.RunOutcome;
import org.archipelago.core.RunState;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.core.catalog.ComponentKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs in which the rows of the simulated clients are other than they were dealt. */
@Timeout(20)
class ShiftedRunTest {

  private final Catalog catalog = Catalog.load();
  private RecordingRepository repository;

  @TempDir Path folder;

  @BeforeEach
  void writeData() throws IOException {
    TwoBlobs.write(folder, 200);
  }

  private static String experiment(String shift) {
    return TwoBlobs.experiment(10, "rounds: 6, localEpochs: 2", "everyone", "fedavg") + "shift: " + shift + "\n";
  }

  private RunOutcome run(String text, int threads) {
    repository = new RecordingRepository();
    return new ExperimentRunner(catalog, repository)
        .start(
            TwoBlobs.request(text, folder, catalog, threads), new RunListener() {}, ProgressListener.NONE)
        .await();
  }

  private static double accuracy(RoundResult round) {
    return round.test().orElseThrow().value(Metrics.ACCURACY).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{id: feature-noise, variance: 4}",
        "feature-shift",
        "{id: label-noise, clients: 1}",
        "concept-shift",
        "{id: drift, pattern: gradual, swaps: 1}"
      })
  void oneThreadAndManyGiveTheSameBits(String shift) {
    assertEquals(RunState.COMPLETED, run(experiment(shift), 1).state());
    byte[] one = repository.model();
    assertEquals(RunState.COMPLETED, run(experiment(shift), 4).state());
    assertArrayEquals(one, repository.model());
    run(experiment("none"), 2);
    assertFalse(Arrays.equals(one, repository.model()), "the shift changes the model");
  }

  @Test
  void theHoldOutKeepsItsLabelsWhenAllClientsHaveFalseOnes() {
    run(experiment("none"), 2);
    assertTrue(accuracy(repository.rounds.get(6)) > 0.9);
    run(experiment("{id: label-noise, clients: 1, least: 1, most: 1}"), 2);
    assertTrue(accuracy(repository.rounds.get(6)) < 0.1, "what is learned is wrong everywhere");
  }

  @Test
  void rowsAreAsTheyWereDealtUntilTheyDrift() {
    run(experiment("{id: drift, offset: 5, fromRound: 4}"), 2);
    List<RoundResult> drifted = repository.rounds;
    run(experiment("none"), 2);
    for (int round = 0; round < 4; round++) {
      assertEquals(drifted.get(round).test(), repository.rounds.get(round).test());
    }
    assertNotEquals(drifted.get(4).test(), repository.rounds.get(4).test());
  }

  @Test
  void theRecordSaysIt() {
    run(experiment("{id: feature-noise, variance: 0.5}"), 2);
    assertEquals("feature-noise", repository.header.experiment().section(ComponentKind.SHIFT).id());
    assertTrue(
        repository.header.dataset().notes().contains(
            "The training rows of the simulated clients are other than they were dealt, since the experiment asks for"
                + " the shift 'feature-noise'; hold-outs are not."),
        repository.header.dataset().notes()::toString);
    String partition = repository.header.provenance().partitionHash();
    run(experiment("none"), 2);
    assertEquals(partition, repository.header.provenance().partitionHash(), "rows are dealt as before");
    assertTrue(
        repository.header.dataset().notes().stream().noneMatch(note -> note.contains("shift")),
        repository.header.dataset().notes()::toString);
  }

  @Test
  void whatDoesNotFitIsRefusedBeforeTheRun() {
    RunOutcome outcome = run(experiment("rotation"), 2);
    assertEquals(RunState.FAILED, outcome.state());
    assertEquals(
        "shift.id: Only images can be rotated: say in data.image how high and wide they are, or choose another shift.",
        outcome.message());
  }
}
