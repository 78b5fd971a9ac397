package org.archipelago.data.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.archipelago.core.RandomStream;
import org.junit.jupiter.api.Test;

class ClientSumsTest {

  private static final List<int[]> CLIENTS =
      List.of(
          IntStream.range(0, 400).toArray(),
          new int[] {400},
          IntStream.range(401, 700).toArray(),
          IntStream.range(700, 1000).toArray());

  private static double[] values(double offset, double scale) {
    RandomStream random = new RandomStream(1);
    return IntStream.range(0, 1000).mapToDouble(i -> offset + scale * random.nextGaussian()).toArray();
  }

  private static void assertPooled(double[] values, double tolerance) {
    double mean = Arrays.stream(values).filter(v -> !Double.isNaN(v)).average().orElseThrow();
    double variance =
        Arrays.stream(values)
            .filter(v -> !Double.isNaN(v))
            .map(v -> (v - mean) * (v - mean))
            .average()
            .orElseThrow();
    Affine map = new ClientSums(CLIENTS).of(row -> values[row]).standardising();
    assertEquals(mean, map.offset(), tolerance * Math.max(1, Math.abs(mean)));
    assertEquals(Math.sqrt(variance), map.scale(), tolerance * Math.sqrt(variance));
  }

  @Test
  void sumsOverClientsGiveWhatPooledRowsWould() {
    assertPooled(values(0, 1), 1e-12);
    assertPooled(values(-93.6, 0.02), 1e-12);
  }

  @Test
  void aLargeOffsetDoesNotCancelTheDigits() {
    assertPooled(values(1e9, 1), 1e-6);
  }

  @Test
  void missingValuesAreNotCounted() {
    double[] values = values(5, 2);
    for (int row = 0; row < values.length; row += 3) {
      values[row] = Double.NaN;
    }
    values[400] = Double.NaN;
    assertPooled(values, 1e-12);
    assertEquals(1000 - 334 - 1, new ClientSums(CLIENTS).of(row -> values[row]).count());
  }

  @Test
  void aConstantColumnKeepsTheScaleOne() {
    assertEquals(
        new Affine(0.1, 1), new ClientSums(CLIENTS).of(row -> 0.1).standardising());
  }

  @Test
  void aColumnWithoutValuesIsLeftAsItIs() {
    assertEquals(Affine.IDENTITY, new ClientSums(CLIENTS).of(row -> Double.NaN).standardising());
  }

  @Test
  void oneRowsSumsAreThatRow() {
    assertEquals(new Moments(1, 17, 0), new ClientSums(List.of(new int[] {3})).of(row -> 17));
  }
}
