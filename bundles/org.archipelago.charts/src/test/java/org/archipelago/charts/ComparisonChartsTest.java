package org.archipelago.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.archipelago.charts.ComparisonCharts.NamedRun;
import org.archipelago.core.RunState;
import org.archipelago.results.CohortRule;
import org.archipelago.results.RunSeries;
import org.archipelago.results.fixture.SampleRuns;
import org.junit.jupiter.api.Test;

class ComparisonChartsTest {

  private final RunSeries open = RunSeries.of(SampleRuns.openDigits(50));
  private final RunSeries guarded = RunSeries.of(SampleRuns.privateDigits(20));
  private final List<NamedRun> both =
      List.of(new NamedRun("open", open, 0), new NamedRun("private", guarded, 7));

  @Test
  void everyRunHasItsNameAndStyleOnEveryChart() {
    for (ChartSpec chart : List.of(ComparisonCharts.loss(both), ComparisonCharts.score(both))) {
      assertEquals(List.of("open", "private"), chart.curves().stream().map(Curve::name).toList());
      assertEquals(List.of(0, 7), chart.curves().stream().map(Curve::style).toList());
      assertEquals(50, chart.xEnd());
      assertTrue(chart.ribbons().isEmpty());
    }
    assertEquals(List.of("private"),
        ComparisonCharts.privacy(both).curves().stream().map(Curve::name).toList());
    assertEquals(7, ComparisonCharts.privacy(both).curves().get(0).style());
  }

  @Test
  void aBudgetThatIsTheSameForAllIsALine() {
    List<NamedRun> twice =
        List.of(new NamedRun("one", guarded, 0), new NamedRun("two", guarded, 1));
    assertEquals(RunCharts.privacy(guarded).references(), ComparisonCharts.privacy(twice).references());
    assertFalse(RunCharts.privacy(guarded).references().isEmpty());
    assertEquals(RunCharts.privacy(guarded).subtitle(), ComparisonCharts.privacy(twice).subtitle());
  }

  @Test
  void costIsShownInOneUnit() {
    ChartSpec bytes = CostCharts.bytes(open);
    assertFalse(bytes.isEmpty());
    assertTrue(List.of("B", "kB", "MB", "GB").contains(bytes.y().unit()), bytes.y().unit());
    assertTrue(bytes.curves().get(0).series().max() < 1000);
    assertEquals("s", CostCharts.seconds(open).y().unit());
    assertEquals(open.seconds().max(), CostCharts.seconds(open).curves().get(0).series().max());
  }

  @Test
  void aRecordThatKeepsItsCostToItselfSaysSo() {
    RunSeries exported =
        RunSeries.of(CohortRule.forExport(
            SampleRuns.as(SampleRuns.privateDigits(5), RunState.COMPLETED, "")));
    assertTrue(CostCharts.seconds(exported).isEmpty());
    assertEquals("The record does not say", CostCharts.bytes(exported).emptyText());
  }

  @Test
  void aClientStandsOverAll() {
    String client = open.clients().get(0);
    ChartSpec score = ClientCharts.score(open, client, 100);
    Curve last = score.curves().get(score.curves().size() - 1);
    assertEquals(client, last.name());
    assertEquals(open.client(client).size(), last.series().size());
    assertEquals(1, score.ribbons().size());
    ChartSpec loss = ClientCharts.loss(open, client);
    assertEquals(client, loss.curves().get(loss.curves().size() - 1).name());
    assertFalse(open.clientLoss(client).isEmpty());
    assertEquals(1, ClientCharts.score(open, "nobody", 1).curves().size());
  }
}
