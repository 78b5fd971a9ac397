package org.archipelago.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.archipelago.core.Language;
import org.archipelago.core.LearningRateStep;
import org.archipelago.results.LearningRateRange;
import org.junit.jupiter.api.Test;

class LearningRateChartTest {

  @Test
  void aLossThatRunsAwayDoesNotPressTheOthersFlat() {
    List<LearningRateStep> steps = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      double loss = i < 50 ? 2 - i / 50.0 : Math.pow(10, i - 48);
      steps.add(new LearningRateStep(Math.pow(10, -4 + i / 15.0), loss));
    }
    LearningRateRange range = LearningRateRange.of(steps);
    ChartSpec chart = LearningRateChart.of(range, Language.ENGLISH);
    assertEquals(60, range.measured().size());
    assertTrue(chart.curves().stream().allMatch(curve -> curve.series().max() <= 4));
    assertEquals(50, chart.curves().get(1).series().size());
    Curve suggested = chart.curves().get(2);
    assertEquals(
        Math.log10(range.suggestion().orElseThrow()), suggested.series().x(0), 1e-12);
    String svg = ChartRenderer.svg(chart, 500, 300, Theme.LIGHT);
    assertTrue(svg.contains(">0.001</text>") && svg.contains(">0.1</text>"), "powers of ten");
  }

  @Test
  void beforeTheFirstStepItWaits() {
    ChartSpec chart = LearningRateChart.of(LearningRateRange.of(List.of()), Language.ENGLISH);
    assertTrue(chart.isEmpty());
    assertEquals("Waiting for the first step", chart.emptyText());
    assertTrue(ChartRenderer.svg(chart, 500, 300, Theme.LIGHT).contains("Waiting for the first step"));
  }
}
