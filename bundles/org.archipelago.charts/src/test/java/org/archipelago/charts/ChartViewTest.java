package org.archipelago.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.archipelago.results.Format;
import org.archipelago.results.Series;
import org.junit.jupiter.api.Test;

class ChartViewTest {

  /** From 0 to 100 across; from 0 to 1.16 times 10 downwards. */
  private final ChartSpec amounts = spec(Axis.Rule.FROM_ZERO, false, curve("a", 0, 10), curve("b", 1, 5));
  /** From 0 to 100 across; from 1 to 1000 downwards. */
  private final ChartSpec decades = spec(Axis.Rule.VALUES, true, curve("a", 1, 900));

  @Test
  void zoomingKeepsThePointUnderThePointer() {
    ChartWindow window = ChartView.PLAIN.zoomed(amounts, 2, 4, 25, 2.9).window().orElseThrow();
    assertWindow(12.5, 62.5, 2.175, 5.075, window);
    assertEquals((25 - 0) / 100.0, (25 - window.xFrom()) / (window.xTo() - window.xFrom()), 1e-12);
  }

  @Test
  void onALogarithmicAxisZoomingIsByFactors() {
    ChartWindow window = ChartView.PLAIN.zoomed(decades, 1.25, 3, 0, 10).window().orElseThrow();
    assertWindow(0, 80, Math.pow(10, 2.0 / 3), Math.pow(10, 5.0 / 3), window);
  }

  @Test
  void zoomingOutEndsAtTheWholeChart() {
    ChartView near = ChartView.PLAIN.zoomed(amounts, 4, 4, 90, 9);
    ChartView far = near.zoomed(amounts, 0.1, 0.1, 90, 9);
    assertEquals(Optional.empty(), far.window());
    assertEquals(ChartView.PLAIN, far);
    assertEquals(Optional.empty(), near.whole().window());
  }

  @Test
  void zoomingInEndsAtOneRound() {
    ChartWindow window = ChartView.PLAIN.zoomed(amounts, 1e6, 1, 50, 3).window().orElseThrow();
    assertWindow(49.5, 50.5, 0, 11.6, window);
    assertTrue(ChartView.PLAIN.zoomed(amounts, 1, 1e9, 50, 3).window().orElseThrow().yTo() > 3);
  }

  @Test
  void panningStopsAtTheEdges() {
    ChartView near = ChartView.PLAIN.zoomed(amounts, 2, 2, 50, 5.8);
    assertWindow(30, 80, 2.9, 8.7, near.panned(amounts, 0.1, 0).window().orElseThrow());
    assertWindow(50, 100, 0, 5.8, near.panned(amounts, 7, -7).window().orElseThrow());
    assertEquals(ChartView.PLAIN, ChartView.PLAIN.panned(amounts, 0.5, 0.5), "nowhere to go");
  }

  @Test
  void panningALogarithmicAxisKeepsTheFactor() {
    ChartView near = ChartView.PLAIN.zoomed(decades, 2, 3, 50, 10);
    ChartWindow up = near.panned(decades, 0, 0.5).window().orElseThrow();
    assertEquals(10, up.yTo() / up.yFrom(), 1e-9);
    assertEquals(Math.pow(10, 2.0 / 3 + 0.5), up.yFrom(), 1e-9);
  }

  @Test
  void aSelectionIsCutToTheChart() {
    ChartView selected = ChartView.PLAIN.selected(amounts, 120, 4, 80, -3);
    assertWindow(60, 100, 0, 7, selected.window().orElseThrow());
    assertSame(ChartView.PLAIN, ChartView.PLAIN.selected(amounts, 5, 1, 5, 3), "a click selects nothing");
  }

  @Test
  void onlyValuesAboveZeroMayStandOnALogarithmicAxis() {
    assertFalse(ChartView.PLAIN.canBeLogarithmic(amounts), "a reaches 0");
    ChartView withoutA = ChartView.PLAIN.toggled("a");
    assertTrue(withoutA.canBeLogarithmic(amounts));
    assertFalse(ChartView.PLAIN.withLogarithmic(true).isLogarithmic(amounts));
    assertTrue(withoutA.withLogarithmic(true).isLogarithmic(amounts));
    assertFalse(ChartView.PLAIN.withLogarithmic(false).isLogarithmic(decades));
    ChartSpec withLine =
        new ChartSpec("t", "", "Round", 100, amounts.y(), List.of(curve("b", 1, 5)), List.of(),
            List.of(new ReferenceLine(0, "mean", ReferenceLine.Kind.BASELINE)), "");
    assertFalse(ChartView.PLAIN.canBeLogarithmic(withLine), "the line lies at 0");
    ChartSpec withRibbon =
        new ChartSpec("t", "", "Round", 100, amounts.y(), List.of(curve("b", 1, 5)),
            List.of(new Ribbon("r", curve("l", 0, 1).series(), curve("u", 2, 3).series(), 0)), List.of(), "");
    assertFalse(ChartView.PLAIN.canBeLogarithmic(withRibbon), "the ribbon begins at 0");
  }

  @Test
  void anotherAxisShowsTheWholeChart() {
    ChartView near = ChartView.PLAIN.zoomed(decades, 2, 2, 50, 10);
    assertEquals(Optional.empty(), near.withLogarithmic(false).window());
  }

  @Test
  void aChartThatTurnsLogarithmicByItselfForgetsAWindowThatReachesZero() {
    ChartView view = ChartView.PLAIN.selected(amounts, 10, 0, 20, 2);
    assertEquals(new ChartWindow(0, 100, 1, 1000), ViewedChart.of(decades, view).window());
  }

  @Test
  void hiddenCurvesLeaveTheAxisToTheOthers() {
    ChartView view = ChartView.PLAIN.toggled("a");
    ViewedChart viewed = ViewedChart.of(amounts, view);
    assertEquals(List.of("b"), viewed.shown().curves().stream().map(Curve::name).toList());
    assertEquals(5.8, viewed.whole().yTo(), 1e-12);
    assertEquals(Set.of(), view.toggled("a").hidden());
    assertEquals("Every curve is hidden", ViewedChart.of(amounts, view.toggled("b")).shown().emptyText());
  }

  @Test
  void oneOfManyIsHiddenWithItsGroup() {
    Curve client = Curve.ofMany("Each client", "client-7", curve("", 1, 2).series(), 0);
    ChartSpec spec = spec(Axis.Rule.VALUES, false, curve("a", 1, 2), client);
    assertEquals(1, ViewedChart.of(spec, ChartView.PLAIN.toggled("Each client")).shown().curves().size());
    assertEquals(2, ViewedChart.of(spec, ChartView.PLAIN.toggled("client-7")).shown().curves().size());
  }

  @Test
  void smoothingIsSaidAndKeepsTheMeasuredCurveBehind() {
    ViewedChart viewed = ViewedChart.of(amounts, ChartView.PLAIN.withSmoothing(0.5));
    assertEquals("smoothed (0.5), values as measured behind", viewed.shown().subtitle());
    assertEquals(20.0 / 3, viewed.shown().curves().get(0).series().y(1), 1e-12);
    assertEquals(amounts.curves(), viewed.measured());
    assertEquals(11.6, viewed.whole().yTo(), 1e-12, "room for the values as measured");
    assertThrows(IllegalArgumentException.class, () -> ChartView.PLAIN.withSmoothing(1));
  }

  private static void assertWindow(
      double xFrom, double xTo, double yFrom, double yTo, ChartWindow window) {
    assertEquals(xFrom, window.xFrom(), 1e-9);
    assertEquals(xTo, window.xTo(), 1e-9);
    assertEquals(yFrom, window.yFrom(), 1e-9);
    assertEquals(yTo, window.yTo(), 1e-9);
  }

  private static Curve curve(String name, double first, double last) {
    return new Curve(name, Series.of(name, "", new double[] {0, 100}, new double[] {first, last}), 0, "");
  }

  private static ChartSpec spec(Axis.Rule rule, boolean log, Curve... curves) {
    return new ChartSpec("t", "", "Round", 100, new Axis("y", "", rule, log, Format::plain),
        List.of(curves), List.of(), List.of(), "");
  }
}
