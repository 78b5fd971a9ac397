package org.archipelago.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.archipelago.results.Format;
import org.archipelago.results.RunSeries;
import org.archipelago.results.Series;
import org.archipelago.results.fixture.SampleRuns;
import org.junit.jupiter.api.Test;

class ChartNumbersTest {

  private final ChartSpec spec =
      new ChartSpec(
          "Loss", "", "Round", 3, new Axis("y", "s", Axis.Rule.VALUES, false, Format::plain),
          List.of(
              new Curve("A, \"first\"", series(new double[] {0, 1, 2}, new double[] {1, 1.0 / 3, 2e-9}), 0, ""),
              new Curve("B", series(new double[] {1, 3}, new double[] {-4, 1e20}), 1, "")),
          List.of(new Ribbon("R", series(new double[] {2}, new double[] {5}), series(new double[] {2},
              new double[] {6}), 2)),
          List.of(), "");

  @Test
  void everyNumberStandsThereInFull() {
    assertEquals(
        """
        Round,"A, ""first"" (s)",B (s),"R, from (s)","R, to (s)"
        0,1,,,
        1,0.3333333333333333,-4,,
        2,2.0E-9,,5,6
        3,,1.0E20,,
        """,
        ChartNumbers.csv(spec, ChartView.PLAIN));
  }

  @Test
  void neitherSmoothingNorZoomChangesThem() {
    ChartView view = ChartView.PLAIN.withSmoothing(0.9).selected(spec, 0, 0, 1, 1);
    assertEquals(ChartNumbers.csv(spec, ChartView.PLAIN), ChartNumbers.csv(spec, view));
  }

  @Test
  void whatIsHiddenIsLeftOut() {
    assertEquals(
        "Round,B (s)\n1,-4\n3,1.0E20\n",
        ChartNumbers.csv(spec, ChartView.PLAIN.toggled("A, \"first\"").toggled("R")));
  }

  @Test
  void whatTellsOfASecretCohortNeverLeavesTheScreen() {
    RunSeries run = RunSeries.of(SampleRuns.privateDigits(5));
    ChartSpec loss = RunCharts.loss(run);
    assertEquals(2, loss.curves().size(), "the analyst sees the training loss");
    assertEquals("Round,Hold-out", firstLine(ChartNumbers.csv(loss, ChartView.PLAIN)));
    ChartSpec score = RunCharts.score(run);
    assertEquals(1, score.ribbons().size());
    assertEquals("Round,Hold-out", firstLine(ChartNumbers.csv(score, ChartView.PLAIN)));
    assertTrue(score.forExport().ribbons().isEmpty());
    assertEquals("what would tell of the cohorts is left out", score.forExport().subtitle());
    assertEquals("Round", firstLine(ChartNumbers.csv(CostCharts.bytes(run), ChartView.PLAIN)));
    String client = run.clients().get(0);
    assertFalse(
        ChartNumbers.csv(ClientCharts.score(run, client, 5), ChartView.PLAIN).contains(client));
  }

  @Test
  void anOpenRunIsExportedWhole() {
    ChartSpec loss = RunCharts.loss(RunSeries.of(SampleRuns.openDigits(5)));
    assertSame(loss, loss.forExport());
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElseThrow();
  }

  private static Series series(double[] x, double[] y) {
    return Series.of("s", "s", x, y);
  }
}
