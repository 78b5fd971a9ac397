package org.archipelago.results;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmoothingTest {

  private final Series series = Series.of("s", "u", new double[] {0, 1, 5}, new double[] {2, 4, 0});

  @Test
  void valuesByHand() {
    // w = 1/2: s = 1, 5/2, 5/4; divided by 1/2, 3/4, 7/8.
    assertArrayEquals(
        new double[] {2, 10.0 / 3, 10.0 / 7}, Smoothing.exponential(series, 0.5).ys(), 1e-15);
    // w = 0.9: s = 0.2, 0.58, 0.522; divided by 0.1, 0.19, 0.271.
    assertArrayEquals(
        new double[] {2, 0.58 / 0.19, 0.522 / 0.271}, Smoothing.exponential(series, 0.9).ys(), 1e-14);
  }

  @Test
  void positionsNameAndUnitStay() {
    Series smooth = Smoothing.exponential(series, 0.9);
    assertArrayEquals(series.xs(), smooth.xs());
    assertEquals("s", smooth.name());
    assertEquals("u", smooth.unit());
  }

  @Test
  void withoutWeightNothingChanges() {
    assertSame(series, Smoothing.exponential(series, 0));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, Double.NaN})
  void otherWeightsAreRefused(double weight) {
    var refused =
        assertThrows(IllegalArgumentException.class, () -> Smoothing.exponential(series, weight));
    assertEquals("weight must be from 0 to below 1, but is " + weight, refused.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"-9, 0", "0, 0", "0.5, 0", "0.6, 1", "1, 1", "3, 1", "3.1, 2", "5, 2", "99, 2"})
  void thePointNearestToAPosition(double position, int nearest) {
    assertEquals(nearest, series.nearest(position));
    assertEquals(-1, Series.of("s", "", new double[0], new double[0]).nearest(position));
  }
}
