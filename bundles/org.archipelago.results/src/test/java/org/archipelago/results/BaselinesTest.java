package org.archipelago.results;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.archipelago.core.BaselineRound;
import org.archipelago.core.Language;
import org.archipelago.core.Metrics;
import org.archipelago.core.Run;
import org.archipelago.results.fixture.SampleRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselinesTest {

  private static Metrics accuracy(double value) {
    return Metrics.of(360, Map.of(Metrics.ACCURACY, value));
  }

  private static Metrics diverged() {
    return Metrics.of(360, Map.of());
  }

  private static FederatingGain gain(double federated, double pooled, double... alone) {
    return new FederatingGain(
        Metrics.ACCURACY, 3, 360, federated, OptionalDouble.of(pooled),
        alone.length == 0 ? Optional.empty() : Optional.of(Spread.of(alone)), 0);
  }

  @Test
  void curvesAreTheMedianAndTheMiddleHalfOfWhoCanBeJudged() {
    List<BaselineRound> rounds =
        List.of(
            new BaselineRound(0, accuracy(0.1), List.of(accuracy(0.1), accuracy(0.1), accuracy(0.1))),
            new BaselineRound(1, accuracy(0.9), List.of(accuracy(0.2), diverged(), accuracy(0.6))),
            new BaselineRound(2, diverged(), List.of(diverged(), diverged(), diverged())));
    BaselineSeries series = BaselineSeries.of(rounds, Metrics.ACCURACY);
    assertArrayEquals(new double[] {0.1, 0.9}, series.pooled().ys());
    assertArrayEquals(new double[] {0, 1}, series.aloneMedian().xs());
    assertArrayEquals(new double[] {0.1, 0.4}, series.aloneMedian().ys(), 1e-15);
    assertArrayEquals(new double[] {0.1, 0.3}, series.aloneLower().ys(), 1e-15);
    assertArrayEquals(new double[] {0.1, 0.5}, series.aloneUpper().ys(), 1e-15);
    assertTrue(BaselineSeries.of(rounds, Metrics.LOSS).pooled().isEmpty());
  }

  @Test
  void aRunsSeriesCarryThemAndAnotherRunHasNone() {
    Run run = SampleRuns.withBaselines(SampleRuns.openDigits(5));
    assertEquals(6, RunSeries.of(run).baselineScore("accuracy").pooled().size());
    assertEquals(6, RunSeries.of(run).baselineLoss().aloneMedian().size());
    assertTrue(RunSeries.of(SampleRuns.openDigits(5)).baselineScore("accuracy").pooled().isEmpty());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      0.950 | 0.958 | 0.827 | Federating gains 12.3 points of accuracy over the median client alone, and stays 0.8 points below the pooled data.
      0.950 | 0.940 | 0.960 | Federating loses 1.0 points of accuracy against the median client alone, and comes out 1.0 points above the pooled data.
      0.950 | 0.950 | 0.9501 | Federating gains nothing over the median client alone, and is level with the pooled data.
      """)
  void theSentenceSaysWhoIsBetterAndByHowMuch(
      double federated, double pooled, double alone, String expected) {
    assertEquals(expected, gain(federated, pooled, alone).sentence());
  }

  @Test
  void theSentenceSpeaksOfR2AndOfWhatDiverged() {
    FederatingGain gain =
        new FederatingGain(
            Metrics.R2, 3, 586, 0.8712, OptionalDouble.of(0.8812),
            Optional.of(Spread.of(new double[] {-0.5, 0.5, 0.6})), 2);
    assertEquals(
        "Federating gains 0.371 of R² over the median client alone, and stays 0.010 below the pooled data."
            + " The training of 2 clients alone diverged; the median leaves them out.",
        gain.sentence());
    assertEquals("Federating stays 0.8 points below the pooled data.", gain(0.95, 0.958).sentence());
    assertEquals(
        "Training on the pooled data diverged. The training of every client alone diverged.",
        new FederatingGain(
                Metrics.R2, 3, 586, 0.5, OptionalDouble.empty(), Optional.empty(), 2)
            .sentence());
  }

  @Test
  void theGainIsTakenAfterTheLastRoundThatBothHave() {
    Run run = SampleRuns.openDigits(5);
    assertEquals(Optional.empty(), FederatingGain.of(run));
    List<BaselineRound> shorter = new ArrayList<>(SampleRuns.withBaselines(run).baselines());
    shorter.remove(5);
    FederatingGain gain = FederatingGain.of(run.withBaselines(shorter)).orElseThrow();
    assertEquals(4, gain.round());
    assertEquals(
        run.rounds().get(4).test().orElseThrow().values().get(Metrics.ACCURACY), gain.federated());
    assertEquals(10, gain.alone().orElseThrow().count());
  }

  @Test
  void theFinalFiguresNameThemAndStampThemUnderPrivacy() {
    Run open = SampleRuns.withBaselines(SampleRuns.openDigits(50));
    FinalFigures.Row pooled = row(open, "Accuracy on the hold-out, pooled data").orElseThrow();
    assertEquals("97.9 %", pooled.value());
    assertEquals("the same model on the rows of all clients together, after round 50", pooled.note());
    FinalFigures.Row alone =
        row(open, "Accuracy on the hold-out, each client alone, median").orElseThrow();
    assertTrue(alone.note().endsWith(" over 10 clients, after round 50"), alone.note());
    Run closed = SampleRuns.withBaselines(SampleRuns.privateDigits(50));
    assertTrue(
        row(closed, pooled.label()).orElseThrow().note()
            .endsWith("; trained without privacy, not covered by ε"));
    assertTrue(
        row(closed, alone.label()).orElseThrow().note()
            .endsWith("; trained without privacy, not covered by ε"));
  }

  @Test
  void nothingOfThemLeavesTheScreenUnderCentralPrivacy() {
    Run open = SampleRuns.withBaselines(SampleRuns.openDigits(3));
    assertEquals(open.baselines(), CohortRule.forExport(open).baselines());
    Run closed = SampleRuns.withBaselines(SampleRuns.privateDigits(3));
    assertFalse(closed.baselines().isEmpty());
    assertEquals(List.of(), CohortRule.forExport(closed).baselines());
    assertTrue(
        CohortRule.reason(Language.ENGLISH).endsWith(
            "So are baselines, if there are any: they are trained without privacy, and ε does not cover"
                + " them."));
  }

  @Test
  void pointsHaveAsManyDigitsAsPercent() {
    assertEquals("12.3 points", Format.points(0.1234, 360, Language.ENGLISH));
    assertEquals("1 point", Format.points(0.011, 99, Language.ENGLISH));
    assertEquals("−0.50 points", Format.points(-0.005, 10_000, Language.ENGLISH));
  }

  private static Optional<FinalFigures.Row> row(Run run, String label) {
    return FinalFigures.of(run).rows().stream().filter(row -> row.label().equals(label)).findFirst();
  }
}
