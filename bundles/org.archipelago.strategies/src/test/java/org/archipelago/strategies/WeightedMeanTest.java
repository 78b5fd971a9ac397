package org.archipelago.strategies;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.archipelago.core.RandomStream;
import org.archipelago.federation.ClientInfo;
import org.archipelago.federation.ClientUpdate;
import org.archipelago.learning.ModelParameters;
import org.archipelago.learning.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The mean of updates that are added some at a time has the bits of adding one after the other. */
class WeightedMeanTest {

  private static final int LENGTH = 333;

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 5, 8, 11})
  void addedOneAfterTheOther(int updates) {
    RandomStream random = new RandomStream(updates);
    ModelParameters like = parameters(new float[LENGTH]);
    WeightedMean mean = new WeightedMean(like, update -> update.client().rows());
    double[] sum = new double[LENGTH];
    double total = 0;
    for (int i = 0; i < updates; i++) {
      float[] values = new float[LENGTH];
      for (int j = 0; j < LENGTH; j++) {
        values[j] = (float) random.nextGaussian();
        sum[j] += (7.0 + i) * values[j];
      }
      total += 7 + i;
      mean.accept(
          new ClientUpdate(new ClientInfo(i, "client " + i, 7 + i), parameters(values), 1, 0, 0, 0, 0, 1, false));
    }
    float[] expected = new float[LENGTH];
    for (int j = 0; j < LENGTH; j++) {
      expected[j] = (float) (sum[j] / total);
    }
    assertEquals(total, mean.totalWeight());
    assertArrayEquals(expected, mean.aggregate().tensors().get(0).values());
    assertArrayEquals(expected, mean.aggregate().tensors().get(0).values(), "asked twice");
  }

  private static ModelParameters parameters(float[] values) {
    return new ModelParameters(List.of(new Tensor("w", new int[] {values.length}, values)));
  }
}
