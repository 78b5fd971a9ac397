package org.archipelago.learning.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.archipelago.core.Examples;
import org.archipelago.core.RandomStream;
import org.archipelago.learning.Adversary;
import org.archipelago.learning.Fixtures;
import org.archipelago.learning.Model;
import org.archipelago.learning.ModelParameters;
import org.archipelago.learning.ModelWorkspace;
import org.archipelago.learning.StepRule;
import org.archipelago.learning.Tensor;
import org.archipelago.learning.optimizers.Sgd;
import org.junit.jupiter.api.Test;

/** Steps on ŷ = w·x + b with x = 3, y = 1, by hand: with w = 2 and b = −1 the gradient is 24 and 8. */
class StepRuleTest {

  private static final Examples ONE = new Examples(1, new float[] {3}, new float[] {1});

  private final Model model = Fixtures.linear(1);
  private final ModelWorkspace workspace = model.workspace(1);

  @Test
  void theOptimizerAlone() {
    expect(2 - 0.24, -1 - 0.08, step(StepRule.of(new Sgd(0.01f))));
  }

  @Test
  void aLongGradientIsShortened() {
    double norm = Math.sqrt(24 * 24 + 8 * 8);
    ModelParameters after = step(new StepRule(new Sgd(0.01f), 5, 0, 0, Adversary.NONE));
    expect(2 - 0.01 * 24 * 5 / norm, -1 - 0.01 * 8 * 5 / norm, after);
    expect(2 - 0.24, -1 - 0.08, step(new StepRule(new Sgd(0.01f), 30, 0, 0, Adversary.NONE)));
  }

  @Test
  void l1PullsTowardsZero() {
    expect(2 - 0.245, -1 - 0.075, step(new StepRule(new Sgd(0.01f), 0, 0.5f, 0, Adversary.NONE)));
  }

  @Test
  void theProximalTermPullsBackToTheStart() {
    StepRule rule = new StepRule(new Sgd(0.01f), 0, 0, 0.5f, Adversary.NONE);
    workspace.load(parameters(2, -1));
    workspace.step(ONE, new int[] {0}, 0, 1, null, rule, 0.01f);
    workspace.step(ONE, new int[] {0}, 0, 1, null, rule, 0.01f);
    ModelParameters after = parameters(0, 0);
    workspace.store(after);
    double w = 2 - 0.24;
    double b = -1 - 0.08;
    double error = 3 * w + b - 1;
    expect(w - 0.01 * (6 * error - 0.5 * 0.24), b - 0.01 * (2 * error - 0.5 * 0.08), after);
  }

  /** The loss grows with x, so x becomes 3.5 and the error 5. */
  @Test
  void anAdversaryMovesTheRowToTheEdgeOfItsRadius() {
    for (Adversary adversary : List.of(Adversary.fgsm(0.5f), Adversary.pgd(0.5f, 7))) {
      workspace.load(parameters(2, -1));
      StepRule rule = new StepRule(new Sgd(0.01f), 0, 0, 0, adversary);
      assertEquals(25, workspace.step(ONE, new int[] {0}, 0, 1, new RandomStream(1), rule, 0.01f));
      ModelParameters after = parameters(0, 0);
      workspace.store(after);
      expect(2 - 0.01 * 2 * 5 * 3.5, -1 - 0.01 * 2 * 5, after);
    }
    assertEquals(3, ONE.features()[0], "the data stay as they are");
  }

  private ModelParameters step(StepRule rule) {
    workspace.load(parameters(2, -1));
    assertEquals(16, workspace.step(ONE, new int[] {0}, 0, 1, new RandomStream(1), rule, 0.01f));
    ModelParameters after = parameters(0, 0);
    workspace.store(after);
    return after;
  }

  private static ModelParameters parameters(float w, float b) {
    return new ModelParameters(
        List.of(
            new Tensor("dense1.weight", new int[] {1, 1}, new float[] {w}),
            new Tensor("dense1.bias", new int[] {1}, new float[] {b})));
  }

  private static void expect(double w, double b, ModelParameters found) {
    assertEquals(w, found.tensors().get(0).values()[0], 1e-6);
    assertEquals(b, found.tensors().get(1).values()[0], 1e-6);
  }
}
