package org.archipelago.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.RunListener;
import org.archipelago.core.RunOutcome;
import org.archipelago.core.RunState;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.learning.ModelParameters;
import org.archipelago.learning.io.Safetensors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A loss that explodes ends the run: with the round, the client and what helps. */
@Timeout(20)
class DivergenceTest {

  private static final String PLAIN =
      TwoBlobs.experiment(4, "rounds: 30, localEpochs: 2", "everyone", "fedavg");

  private final Catalog catalog = Catalog.load();
  private final RecordingRepository repository = new RecordingRepository();

  @TempDir Path folder;

  @BeforeEach
  void writeData() throws IOException {
    TwoBlobs.write(folder, 200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "linear                                 | {id: sgd, learningRate: 1000000.0}                | none",
        "{id: mlp, hidden: [8, 8]}              | {id: sgd, learningRate: 1000000.0}                | none",
        "{id: mlp, hidden: [8, 8]}              | {id: sgd, learningRate: 1000000.0, momentum: 0.9} | none",
        "{id: mlp, hidden: [8, 8], activation: gelu} | {id: sgd, learningRate: 1000000.0}           | none",
        "{id: mlp, hidden: [8, 8]}              | {id: adam, learningRate: 1000000.0}               | none",
        "linear | {id: sgd, learningRate: 1000000.0} | {id: dp-sgd, clipNorm: 1000.0, noiseMultiplier: 1.0, delta: 0.001}",
        "{id: mlp, hidden: [8, 8]} | {id: sgd, learningRate: 1000000.0}"
            + " | {id: dp-sgd, clipNorm: 1000.0, noiseMultiplier: 1.0, delta: 0.001}"
      })
  void theRunEndsWithRoundClientAndAdvice(String model, String optimizer, String privacy) {
    String text =
        PLAIN
                .replace("target: label", "target: y, drop: [label]")
                .replace("{id: softmax}", model)
                .replace("{id: sgd, learningRate: 0.3}", optimizer)
            + "privacy: " + privacy + "\n";
    RunOutcome outcome = run(text);
    assertEquals(RunState.FAILED, outcome.state(), outcome.message());
    assertTrue(
        outcome.message().matches("(client \\d|The global model) diverged in round \\d+: .*"),
        outcome.message());
    assertTrue(outcome.message().contains("Lower the learning rate"), outcome.message());
    assertEquals(outcome.rounds() + 1, repository.rounds.size(), "every whole round is kept");
    ModelParameters model0 = Safetensors.read("model", repository.model()).parameters();
    assertTrue(model0.finite(), "the model of the last whole round");
    assertEquals(outcome.rounds(), repository.evaluation.round());
  }

  /** The server must not tell whose update it was: it counts as zero, and the model stays finite. */
  @Test
  void underCentralPrivacyAnUpdateThatIsNotFiniteCountsAsZero() {
    String text =
        PLAIN
                .replace("target: label", "target: y, drop: [label]")
                .replace("{id: softmax}", "linear")
                .replace("learningRate: 0.3", "learningRate: 1000000.0")
                .replace("everyone", "{id: poisson, rate: 0.5}")
                .replace("fedavg", "{id: fedavg, weights: equal}")
            + "privacy: {id: gaussian-central, clipNorm: 1.0, noiseMultiplier: 1.0, delta: 1e-5}\n";
    RunOutcome outcome = run(text);
    assertEquals(RunState.COMPLETED, outcome.state(), outcome.message());
    assertTrue(Safetensors.read("model", repository.model()).parameters().finite());
  }

  private RunOutcome run(String text) {
    return new ExperimentRunner(catalog, repository)
        .start(
            TwoBlobs.request(text, folder, catalog, 2), new RunListener() {}, ProgressListener.NONE)
        .await();
  }
}
