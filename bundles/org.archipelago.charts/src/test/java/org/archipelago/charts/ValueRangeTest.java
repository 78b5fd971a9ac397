package org.archipelago.charts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.archipelago.results.Format;
import org.archipelago.results.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueRangeTest {

  @ParameterizedTest
  @CsvSource({"0, 1, 5, 0.2", "0, 1, 4, 0.5", "0, 50, 7, 10", "0, 2.4, 5, 0.5", "0.8, 1, 4, 0.05",
    "-1, 1, 4, 0.5"})
  void stepsAreRound(double lower, double upper, int labels, double step) {
    assertEquals(step, new ValueRange(lower, upper).step(labels, false), 1e-12);
  }

  @Test
  void roundsAreLabelledByWholeNumbers() {
    assertEquals(1, new ValueRange(0, 2).step(9, true));
    assertEquals(2000, new ValueRange(0, 10_000).step(8, true));
  }

  @ParameterizedTest
  @CsvSource({
    "FROM_ZERO, 3, 4, 0, 4.64", "FROM_ZERO, 0, 0, 0, 1", "SHARE, 0.1, 0.9, 0, 1", "SHARE, 0.63, 0.97, 0.6, 1",
    "SHARE, 0.85, 0.97, 0.8, 1", "UP_TO_ONE, 0.2, 0.9, 0, 1", "UP_TO_ONE, -0.3, 0.9, -0.4, 1",
    "UP_TO_ONE, -140, 0.9, -1, 1", "VALUES, 0.2, 2, 0, 2.12", "VALUES, 9, 10, 8.92, 10.08",
    "VALUES, 0, 0, 0, 1", "VALUES, 3, 3, 2.5, 3.5", "VALUES, 20, 20, 18, 22"
  })
  void anAxisReachesWhatItsRuleSays(Axis.Rule rule, double min, double max, double lower, double upper) {
    ValueRange range = ValueRange.of(spec(rule, min, max));
    assertEquals(lower, range.lower(), 1e-9);
    assertEquals(upper, range.upper(), 1e-9);
  }

  @Test
  void nothingAtOrBelowZeroHasAPlaceOnALogarithmicAxis() {
    Series series = Series.of("s", "", new double[] {0}, new double[] {0});
    var refused =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new ChartSpec(
                    "Loss", "", "Round", 1, new Axis("y", "", Axis.Rule.VALUES, true, Format::plain),
                    List.of(new Curve("Hold-out", series, 0, "")), List.of(), List.of(), ""));
    assertEquals(
        "'Hold-out' of 'Loss' reaches 0, which has no place on a logarithmic axis", refused.getMessage());
  }

  @Test
  void m4KeepsWhatAPictureShows() {
    int size = 10_000;
    double[] x = IntStream.range(0, size).asDoubleStream().toArray();
    double[] y = IntStream.range(0, size).mapToDouble(i -> Math.sin(i / 300.0)).toArray();
    y[5_555] = 40;
    y[7_777] = -40;
    Series all = Series.of("s", "", x, y);
    Series thinned = Thinning.m4(all, 100);
    assertTrue(thinned.size() <= 404, () -> "kept " + thinned.size());
    assertEquals(40, thinned.max());
    assertEquals(-40, thinned.min());
    assertEquals(0, thinned.x(0));
    assertEquals(size - 1, thinned.lastX());
    assertEquals(all.lastY(), thinned.lastY());
    assertEquals(all, Thinning.m4(all, size), "few points are left alone");
  }

  @Test
  void aPartKeepsOnePointBeyondAtEitherSide() {
    Series all = Series.of("s", "", new double[] {0, 2, 4, 6, 8}, new double[] {1, 2, 3, 4, 5});
    assertArrayEquals(new double[] {2, 4, 6}, Thinning.within(all, 3, 5).xs());
    assertArrayEquals(new double[] {2, 4, 6}, Thinning.within(all, 2, 6).xs());
    assertArrayEquals(new double[] {2, 4}, Thinning.within(all, 2.5, 3.5).xs());
    assertArrayEquals(new double[] {8}, Thinning.within(all, 9, 10).xs());
    assertEquals(all, Thinning.within(all, -1, 9));
  }

  private static ChartSpec spec(Axis.Rule rule, double min, double max) {
    Series series = Series.of("s", "", new double[] {0, 1}, new double[] {min, max});
    return new ChartSpec("t", "", "Round", 1, new Axis("y", "", rule, false, Format::plain),
        List.of(new Curve("s", series, 0, "")), List.of(), List.of(), "");
  }
}
