package org.archipelago.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.Optional;
import org.archipelago.core.Examples;
import org.archipelago.core.RandomStream;
import org.archipelago.core.RunControl;
import org.archipelago.learning.optimizers.Sgd;
import org.junit.jupiter.api.Test;

class DpSgdTest {

  private static final LocalWork TWO_EPOCHS = LocalWork.epochs(2, 16);

  @Test
  void rateAndStepsFollowTheBatchOrAreAskedFor() {
    DpSgd byBatch = new DpSgd(1, 1, 0);
    assertEquals(0.16, byBatch.rate(TWO_EPOCHS, 100), 1e-12);
    assertEquals(14, byBatch.stepsIn(TWO_EPOCHS, 100));
    assertEquals(1, byBatch.rate(TWO_EPOCHS, 5));
    assertEquals(1, byBatch.rate(LocalWork.epochs(1, 0), 500));

    DpSgd byRate = new DpSgd(1, 1, 0.1);
    assertEquals(0.1, byRate.rate(TWO_EPOCHS, 5));
    assertEquals(20, byRate.stepsIn(TWO_EPOCHS, 5));
    assertEquals(7, byRate.stepsIn(new LocalWork(1, 7, 16), 5));
    assertEquals(50, byRate.expectedRows(TWO_EPOCHS, 500), 1e-12);
  }

  @Test
  void impossibleRulesAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new DpSgd(0, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> new DpSgd(1, -1, 0));
    assertThrows(IllegalArgumentException.class, () -> new DpSgd(1, 1, 1.5));
    assertThrows(IllegalArgumentException.class, () -> new DpSgd(Double.NaN, 1, 0));
  }

  /** Batches vary in size, every row comes as often as its rate says, and the same stream draws the same. */
  @Test
  void batchesAreDrawnRowByRow() {
    Probe probe = new Probe(Fixtures.softmax(2), batch -> {});
    train(probe, new DpSgd(1, 0, 0.05), new LocalWork(1, 4000, 16), 200);
    assertEquals(4000, probe.batches());
    double mean = probe.sizes().stream().mapToInt(size -> size).average().orElseThrow();
    assertEquals(10, mean, 4 * Math.sqrt(9.5 / 4000));
    double variance =
        probe.sizes().stream().mapToDouble(size -> (size - mean) * (size - mean)).average().orElseThrow();
    assertEquals(9.5, variance, 1);
    for (int row : new int[] {0, 99, 199}) {
      assertEquals(200, Collections.frequency(probe.rows(), row), 4 * Math.sqrt(200));
    }
  }

  @Test
  void emptyBatchesAreSteps() {
    Probe probe = new Probe(Fixtures.softmax(2), batch -> {});
    ModelParameters parameters = train(probe, new DpSgd(1, 1, 1e-9), new LocalWork(1, 3, 1), 5);
    assertEquals(3, probe.batches());
    assertEquals(0, probe.rows().size());
    assertTrue(parameters.norm() > 0);
  }

  @Test
  void learnsUnderModestNoiseAndRepeatsItself() {
    Model model = Fixtures.softmax(2);
    Examples rows = Fixtures.clouds(600, 1);
    DpSgd rule = new DpSgd(1, 1, 0);
    ModelParameters once = train(model, rule, LocalWork.epochs(5, 30), 600);
    assertEquals(once.hash(), train(model, rule, LocalWork.epochs(5, 30), 600).hash());
    assertNotEquals(once.hash(), train(model, new DpSgd(1, 1.01, 0), LocalWork.epochs(5, 30), 600).hash());
    double accuracy =
        new Evaluator(model).evaluate(once, rows).values().get("accuracy");
    assertTrue(accuracy > 0.95, "found " + accuracy);
  }

  private static ModelParameters train(Model model, DpSgd rule, LocalWork work, int rows) {
    ModelParameters parameters = model.initialise(new RandomStream(3));
    new LocalTrainer(model, StepRule.of(new Sgd(0.5f)), work, Schedule.CONSTANT, Pruning.NONE)
        .with(Optional.of(rule))
        .train(parameters, Fixtures.clouds(rows, 1), new RandomStream(2), new RunControl());
    return parameters;
  }
}
