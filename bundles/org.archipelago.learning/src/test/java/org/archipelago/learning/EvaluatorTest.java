package org.archipelago.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.archipelago.core.Examples;
import org.archipelago.core.Metrics;
import org.archipelago.core.RunControl;
import org.archipelago.core.RandomStream;
import org.junit.jupiter.api.Test;

class EvaluatorTest {

  private static final Model LINE = Fixtures.linear(1);
  private static final ModelParameters IDENTITY = line(1, 0);

  /** Predictions 1, 2, 3, 6 for 1, 3, 2, 5: errors 0, −1, 1, 1; targets' squares about 2.75 are 8.75. */
  private static final Examples FOUR = new Examples(1, new float[] {1, 2, 3, 6}, new float[] {1, 3, 2, 5});

  @Test
  void regressionFiguresByHand() {
    Metrics metrics = new Evaluator(LINE).evaluate(IDENTITY, FOUR);
    assertEquals(4, metrics.rows());
    assertEquals(Set.of("loss", "mae", "r2", "rmse"), metrics.values().keySet());
    assertEquals(0.75, metrics.values().get(Metrics.LOSS));
    assertEquals(0.75, metrics.values().get(Metrics.MAE));
    assertEquals(Math.sqrt(0.75), metrics.values().get(Metrics.RMSE));
    assertEquals(1 - 3 / 8.75, metrics.values().get(Metrics.R2), 1e-15);
  }

  @Test
  void errorsAreGivenInTheUnitOfTheTask() {
    Metrics metrics = new Evaluator(LINE, 100).evaluate(IDENTITY, FOUR);
    assertEquals(0.75, metrics.values().get(Metrics.LOSS));
    assertEquals(75, metrics.values().get(Metrics.MAE));
    assertEquals(100 * Math.sqrt(0.75), metrics.values().get(Metrics.RMSE));
    assertEquals(1 - 3 / 8.75, metrics.values().get(Metrics.R2), 1e-15);
  }

  @Test
  void r2OfTheMeanIsZero() {
    Metrics metrics = new Evaluator(LINE).evaluate(line(0, 2.75f), FOUR);
    assertEquals(0, metrics.values().get(Metrics.R2), 1e-15);
  }

  @Test
  void r2IsLeftOutWhereTheTargetIsConstant() {
    Examples constant = new Examples(1, new float[] {1, 2, 3}, new float[] {0.1f, 0.1f, 0.1f});
    Metrics metrics = new Evaluator(LINE).evaluate(IDENTITY, constant);
    assertEquals(Set.of("loss", "mae", "rmse"), metrics.values().keySet());
  }

  @Test
  void classificationFiguresByHand() {
    ModelParameters scores =
        new ModelParameters(
            List.of(
                new Tensor("dense1.weight", new int[] {1, 3}, new float[] {0, 1, 0}),
                new Tensor("dense1.bias", new int[] {3}, new float[3])));
    // At x = ln 2 the probabilities are 1/4, 2/4, 1/4; at 0 all are alike and class 0 is chosen.
    float ln2 = (float) Math.log(2);
    Examples examples =
        new Examples(1, new float[] {ln2, ln2, 0, 0, ln2}, new float[] {1, 2, 0, 1, 1});
    Metrics metrics = new Evaluator(Fixtures.softmax(1)).evaluate(scores, examples);
    assertEquals(5, metrics.rows());
    assertEquals(Set.of("accuracy", "loss"), metrics.values().keySet());
    assertEquals(0.6, metrics.values().get(Metrics.ACCURACY));
    double loss = (2 * Math.log(2) + Math.log(4) + 2 * Math.log(3)) / 5;
    assertEquals(loss, metrics.values().get(Metrics.LOSS), 1e-7);
  }

  @Test
  void chunksDoNotShow() {
    Model model = Fixtures.mlp(Fixtures.CLASSES, 3, 4);
    ModelParameters parameters = model.initialise(new RandomStream(1));
    Examples all = Fixtures.noise(Fixtures.CLASSES, 300, 3, 2);
    Evaluator evaluator = new Evaluator(model);
    Metrics whole = evaluator.evaluate(parameters, all);
    double hits = 0;
    double loss = 0;
    for (int row = 0; row < 300; row++) {
      Metrics one = evaluator.evaluate(parameters, all.select(new int[] {row}));
      hits += one.values().get(Metrics.ACCURACY);
      loss += one.values().get(Metrics.LOSS);
    }
    assertEquals(hits / 300, whole.values().get(Metrics.ACCURACY));
    assertEquals(loss / 300, whole.values().get(Metrics.LOSS), 1e-12);
    assertEquals(whole, evaluator.evaluate(parameters, all));
  }

  @Test
  void aDivergedModelHasNoLoss() {
    Metrics metrics = new Evaluator(LINE).evaluate(line(Float.POSITIVE_INFINITY, 0), FOUR);
    assertEquals(Map.of(), metrics.values());
    assertEquals(4, metrics.rows());
  }

  @Test
  void noRowsNoFigures() {
    Examples none = new Examples(1, new float[0], new float[0]);
    assertEquals(Metrics.of(0, Map.of()), new Evaluator(LINE).evaluate(IDENTITY, none));
    assertTrue(new Evaluator(Fixtures.softmax(1)).evaluate(
        Fixtures.softmax(1).initialise(new RandomStream(1)), none).values().isEmpty());
  }

  private static ModelParameters line(float slope, float intercept) {
    return new ModelParameters(
        List.of(
            new Tensor("dense1.weight", new int[] {1, 1}, new float[] {slope}),
            new Tensor("dense1.bias", new int[] {1}, new float[] {intercept})));
  }

  @Test
  void measuringStopsWhenTheRunDoes() {
    Evaluator evaluator = new Evaluator(LINE);
    evaluator.load(IDENTITY);
    RunControl stopped = new RunControl();
    stopped.stop();
    assertThrows(RunControl.StoppedException.class, () -> evaluator.evaluate(FOUR, stopped));
    assertThrows(RunControl.StoppedException.class, () -> evaluator.tally(FOUR, false, stopped));
  }
}
