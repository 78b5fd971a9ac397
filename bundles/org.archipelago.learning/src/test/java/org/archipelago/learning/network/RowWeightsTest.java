package org.archipelago.learning.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.archipelago.core.Examples;
import org.archipelago.core.RandomStream;
import org.archipelago.learning.Fixtures;
import org.archipelago.learning.Model;
import org.archipelago.learning.ModelParameters;
import org.archipelago.learning.ModelWorkspace;
import org.junit.jupiter.api.Test;

/** A row of weight 3 counts in training as three rows do. */
class RowWeightsTest {

  private static final int[] TIMES = {1, 3, 2, 1};
  private static final int[] REPEATED = {0, 1, 1, 1, 2, 2, 3};

  private final Model model = Fixtures.mlp(Fixtures.CLASSES, 6, 5);
  private final ModelParameters start = model.initialise(new RandomStream(3));

  private static Examples rows() {
    RandomStream random = new RandomStream(5);
    float[] features = new float[4 * 6];
    for (int i = 0; i < features.length; i++) {
      features[i] = (float) random.nextGaussian();
    }
    return new Examples(6, features, new float[] {0, 1, 2, 1});
  }

  private double gradient(Examples examples, int[] rows, ModelParameters gradient) {
    ModelWorkspace workspace = model.workspace(rows.length);
    workspace.load(start);
    return workspace.gradient(examples, rows, 0, rows.length, new RandomStream(1), gradient);
  }

  @Test
  void gradientAndLossAreThoseOfRepeatedRows() {
    float[] weights = new float[TIMES.length];
    for (int row = 0; row < TIMES.length; row++) {
      weights[row] = (float) TIMES[row] * TIMES.length / REPEATED.length;
    }
    ModelParameters weighted = start.zeros();
    ModelParameters repeated = start.zeros();
    int[] all = IntStream.range(0, TIMES.length).toArray();
    double loss = gradient(rows().weighted(weights), all, weighted);
    assertEquals(gradient(rows(), REPEATED, repeated), loss, 1e-6);
    assertArrayEquals(repeated.flat(), weighted.flat(), 1e-6f);
  }

  @Test
  void figuresKnowNothingOfWeights() {
    Examples weighted = rows().weighted(new float[] {9, 9, 9, 9});
    ModelWorkspace workspace = model.workspace(4);
    workspace.load(start);
    float[] outputs = new float[4 * 3];
    assertEquals(workspace.predict(rows(), 0, 4, outputs), workspace.predict(weighted, 0, 4, outputs));
  }

  @Test
  void weightsGoAlongWithTheirRows() {
    Examples weighted = rows().weighted(new float[] {1, 2, 3, 4});
    assertArrayEquals(new float[] {4, 2}, weighted.select(new int[] {3, 1}).weights());
  }
}
