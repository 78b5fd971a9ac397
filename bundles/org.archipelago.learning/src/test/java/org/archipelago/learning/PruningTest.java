package org.archipelago.learning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.archipelago.core.Examples;
import org.archipelago.core.RandomStream;
import org.archipelago.core.RunControl;
import org.archipelago.learning.optimizers.Adam;
import org.archipelago.learning.optimizers.Sgd;
import org.junit.jupiter.api.Test;

class PruningTest {

  private final ModelParameters parameters =
      new ModelParameters(
          List.of(
              new Tensor("a.weight", new int[] {2, 3}, new float[] {3, -1, 0.5f, -2, 0.25f, 8}),
              new Tensor("a.bias", new int[] {3}, new float[] {0.1f, 0.1f, 0.1f}),
              new Tensor("b.weight", new int[] {3, 1}, new float[] {-30, 10, 20})));

  @Test
  void eachLayerLosesItsSmallestWeights() {
    new Pruning(0.5, false, 1, 1).apply(parameters, 1);
    assertArrayEquals(new float[] {3, 0, 0, -2, 0, 8}, parameters.tensors().get(0).values());
    assertArrayEquals(new float[] {0.1f, 0.1f, 0.1f}, parameters.tensors().get(1).values(), "biases stay");
    assertArrayEquals(new float[] {-30, 0, 20}, parameters.tensors().get(2).values());
  }

  @Test
  void theModelLosesTheSmallestOfAllItsWeights() {
    new Pruning(0.56, true, 1, 1).apply(parameters, 1);
    assertArrayEquals(new float[] {0, 0, 0, 0, 0, 8}, parameters.tensors().get(0).values());
    assertArrayEquals(new float[] {-30, 10, 20}, parameters.tensors().get(2).values());
  }

  @Test
  void ofEqualMagnitudesTheFirstGoes() {
    ModelParameters equal =
        new ModelParameters(List.of(new Tensor("w", new int[] {1, 4}, new float[] {1, -1, 1, -1})));
    new Pruning(0.5, false, 1, 1).apply(equal, 1);
    assertArrayEquals(new float[] {0, 0, 1, -1}, equal.tensors().get(0).values());
  }

  /** Values of equation 1 of Zhu and Gupta by hand: 0.8 · (1 − (1 − t/4)³). */
  @Test
  void theShareGrowsFastAtFirst() {
    Pruning pruning = new Pruning(0.8, false, 3, 4);
    assertEquals(0, pruning.sparsityIn(2));
    assertEquals(0.8 * (1 - 27 / 64.0), pruning.sparsityIn(3), 1e-12);
    assertEquals(0.8 * (1 - 8 / 64.0), pruning.sparsityIn(4), 1e-12);
    assertEquals(0.8 * (1 - 1 / 64.0), pruning.sparsityIn(5), 1e-12);
    assertEquals(0.8, pruning.sparsityIn(6));
    assertEquals(0.8, pruning.sparsityIn(60));
  }

  @Test
  void whatIsPrunedStaysZeroWhateverTheOptimizer() {
    for (Optimizer optimizer : List.of(new Sgd(0.1f), new Adam(0.01f, 0.9f, 0.999f, 1e-8f, 0, false))) {
      Model model = Fixtures.mlp(Fixtures.CLASSES, 2, 16);
      ModelParameters trained = model.initialise(new RandomStream(1));
      Pruning pruning = new Pruning(0.75, false, 1, 1);
      List<int[]> pruned = pruning.mask(trained, 1).pruned();
      assertEquals(24, pruned.get(0).length, "three quarters of 2 × 16 weights");
      Examples rows = Fixtures.clouds(60, 2);
      LocalTrainer trainer =
          new LocalTrainer(
              model, StepRule.of(optimizer), LocalWork.epochs(30, 10), Schedule.CONSTANT, pruning);
      double loss = trainer.train(trained, rows, new RandomStream(3), new RunControl()).meanLoss();
      assertTrue(loss < 1, "below the ln 3 of chance: " + loss);
      for (int t = 0; t < pruned.size(); t++) {
        float[] values = trained.tensors().get(t).values();
        IntStream.of(pruned.get(t)).forEach(i -> assertEquals(0, values[i]));
      }
    }
  }
}
