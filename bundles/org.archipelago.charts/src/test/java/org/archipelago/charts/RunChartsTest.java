package org.archipelago.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.archipelago.core.DatasetSummary;
import org.archipelago.core.Metrics;
import org.archipelago.core.RoundResult;
import org.archipelago.core.Run;
import org.archipelago.core.RunHeader;
import org.archipelago.core.RunState;
import org.archipelago.results.CohortRule;
import org.archipelago.results.RunSeries;
import org.archipelago.results.fixture.SampleRuns;
import org.junit.jupiter.api.Test;

class RunChartsTest {

  @Test
  void lossHasHoldOutAndTraining() {
    ChartSpec loss = RunCharts.loss(RunSeries.of(SampleRuns.openDigits(50)));
    assertEquals(List.of("Hold-out", "Training, mean over clients"),
        loss.curves().stream().map(Curve::name).toList());
    assertFalse(loss.y().logarithmic());
    assertEquals("0.110", loss.curves().get(0).endLabel());
    assertEquals("Mean loss a row", loss.yText());
  }

  @Test
  void anExportedPrivateRunShowsNoTrainingAndNoClients() {
    RunSeries series = RunSeries.of(CohortRule.forExport(SampleRuns.privateDigits(50)));
    assertEquals(1, RunCharts.loss(series).curves().size());
    assertTrue(RunCharts.score(series).ribbons().isEmpty());
    assertEquals(3, RunCharts.all(series).size());
  }

  @Test
  void aLossOverOrdersOfMagnitudeIsLogarithmic() {
    RunSeries series = new RunSeries(SampleRuns.openDigits(0).header());
    series.add(round(0, Map.of(Metrics.LOSS, 200.0)));
    series.add(round(1, Map.of(Metrics.LOSS, 0.5)));
    assertTrue(RunCharts.loss(series).y().logarithmic());
    assertEquals(new ValueRange(0.1, 1000), ValueRange.of(RunCharts.loss(series)));
  }

  @Test
  void accuracyStandsBesideTheMajorityOnAWholeScale() {
    ChartSpec score = RunCharts.score(RunSeries.of(SampleRuns.openDigits(50)));
    assertEquals("always the majority class: 10.3 %", score.references().get(0).label());
    assertEquals(ReferenceLine.Kind.BASELINE, score.references().get(0).kind());
    assertEquals("Rows classified correctly (%)", score.yText());
    assertEquals("80", score.y().ticks().apply(0.8));
    assertEquals("97.2 %", score.curves().get(0).endLabel());
    assertEquals(new ValueRange(0, 1), ValueRange.of(score));
    assertEquals(1, score.ribbons().size());
  }

  @Test
  void baselinesHaveCurvesOfTheirOwnAndARibbonOfTheClientsAlone() {
    RunSeries series = RunSeries.of(SampleRuns.withBaselines(SampleRuns.openDigits(50)));
    ChartSpec score = RunCharts.score(series);
    assertEquals(
        List.of("Federated", "Pooled data", "Each client alone, median"),
        score.curves().stream().map(Curve::name).toList());
    assertEquals(
        List.of("Middle half of clients alone"), score.ribbons().stream().map(Ribbon::name).toList());
    assertEquals(score.curves().get(2).style(), score.ribbons().get(0).style());
    assertEquals("97.9 %", score.curves().get(1).endLabel());
    ChartSpec loss = RunCharts.loss(series);
    assertEquals(
        List.of("Federated", "Training, mean over clients", "Pooled data", "Each client alone, median"),
        loss.curves().stream().map(Curve::name).toList());
    assertEquals(1, loss.ribbons().size());
    assertEquals(
        4, loss.curves().stream().map(Curve::style).distinct().count(), "each its colour and dash");
  }

  @Test
  void r2StandsBesideTheMeanAndWhatIsCutOffIsSaid() {
    ChartSpec score = RunCharts.score(RunSeries.of(SampleRuns.houses(40)));
    assertEquals("R² on the hold-out", score.title());
    assertEquals(0, score.references().get(0).value());
    assertEquals("Values below −1 are cut off; the lowest is −3.200", score.subtitle());
    assertEquals(new ValueRange(-1, 1), ValueRange.of(score));
  }

  @Test
  void epsilonStandsBelowItsBudgetAndIsStamped() {
    ChartSpec privacy = RunCharts.privacy(RunSeries.of(SampleRuns.privateDigits(50)));
    assertTrue(privacy.subtitle().startsWith("simulated, not private · δ = 1e-5 · "), privacy.subtitle());
    assertEquals(
        List.of(new ReferenceLine(4, "budget 4", ReferenceLine.Kind.LIMIT)), privacy.references());
    assertEquals("3.85", privacy.curves().get(0).endLabel());
    assertEquals(0, ValueRange.of(privacy).lower());
    assertTrue(ValueRange.of(privacy).upper() > 4, "the budget's line lies within the picture");
    assertEquals(
        "Privacy spent (simulated, not private · δ = 1e-5 · one client added or removed, RDP accountant): "
            + "ε spent from 0 at 0 to 3.85 at 50; for comparison: budget 4",
        privacy.description());
  }

  @Test
  void withoutPrivacyThereAreTwoCharts() {
    assertEquals(2, RunCharts.all(RunSeries.of(SampleRuns.openDigits(3))).size());
  }

  @Test
  void roomIsLeftForTheRoundsToComeUntilTheRunHasEnded() {
    Run running = SampleRuns.openDigits(12);
    assertEquals(50, RunCharts.loss(RunSeries.of(running)).xEnd());
    Run stopped = SampleRuns.as(running, RunState.STOPPED, "");
    assertEquals(12, RunCharts.loss(RunSeries.of(stopped)).xEnd());
  }

  @Test
  void beforeTheFirstRoundTheChartsSayWhatTheyWaitFor() {
    Run run = SampleRuns.withoutRounds(SampleRuns.openDigits(0));
    ChartSpec waiting = RunCharts.score(RunSeries.of(run));
    assertTrue(waiting.isEmpty());
    assertEquals("Waiting for the first round", waiting.emptyText());
    ChartSpec ended = RunCharts.score(RunSeries.of(SampleRuns.as(run, RunState.FAILED, "")));
    assertEquals("The run ended before its first round was whole", ended.emptyText());
  }

  @Test
  void aRunWithoutHoldOutDoesNotWaitForEver() {
    RunHeader with = SampleRuns.openDigits(0).header();
    DatasetSummary data = with.dataset();
    RunHeader header =
        new RunHeader(
            with.experiment(), with.text(), with.provenance(),
            new DatasetSummary(
                data.source(), data.task(), data.features(), data.trainingRows(), 0, data.clients(),
                OptionalDouble.empty(), data.notes()),
            false);
    RunSeries series = new RunSeries(header);
    series.add(
        new RoundResult(
            1, Optional.empty(), OptionalDouble.of(0.5), List.of(), Optional.empty(),
            OptionalDouble.empty(), OptionalLong.empty(), OptionalLong.empty()));
    assertEquals("There is no common hold-out to measure on", RunCharts.score(series).emptyText());
    assertEquals(
        List.of("Training, mean over clients"),
        RunCharts.loss(series).curves().stream().map(Curve::name).toList());
  }

  private static RoundResult round(int round, Map<String, Double> figures) {
    return new RoundResult(
        round, Optional.of(Metrics.of(360, figures)), OptionalDouble.empty(), List.of(), Optional.empty(),
        OptionalDouble.empty(), OptionalLong.empty(), OptionalLong.empty());
  }
}
