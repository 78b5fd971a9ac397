package org.archipelago.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.archipelago.core.ConfusionMatrix;
import org.archipelago.core.Evaluation;
import org.archipelago.core.Language;
import org.archipelago.core.Run;
import org.archipelago.core.Task;
import org.archipelago.results.RunSeries;
import org.archipelago.results.fixture.SampleRuns;
import org.junit.jupiter.api.Test;

class EvaluationChartsTest {

  private static final Task TASK = Task.classification("kind", List.of("no", "yes"));
  private static final ConfusionMatrix MATRIX = ConfusionMatrix.of(new long[][] {{30, 10}, {0, 0}});

  @Test
  void cellsTellCountsOrSharesOfTheTrueClass() {
    HeatMapSpec counts = EvaluationCharts.confusion(TASK, MATRIX, false, Language.ENGLISH);
    assertEquals("30", counts.cells().get(0).get(0).text());
    assertEquals(0.75, counts.cells().get(0).get(0).heat());
    assertEquals("10 of 40 rows of class no predicted as yes", counts.cells().get(0).get(1).words());
    HeatMapSpec shares = EvaluationCharts.confusion(TASK, MATRIX, true, Language.ENGLISH);
    assertEquals("75", shares.cells().get(0).get(0).text());
    assertEquals("–", shares.cells().get(1).get(0).text(), "no row of the class");
  }

  @Test
  void aPlaceInThePictureLeadsToItsCell() {
    HeatMapSpec spec = EvaluationCharts.confusion(TASK, MATRIX, false, Language.ENGLISH);
    HeatMapPicture picture = ChartRenderer.picture(spec, 400, 300, 2, Theme.LIGHT);
    assertEquals(800, picture.image().getWidth());
    var area = picture.area();
    assertEquals(
        spec.cells().get(0).get(1),
        picture.cellAt(area.getMaxX() - 3, area.getMinY() + 3).orElseThrow());
    assertTrue(picture.cellAt(2, 2).isEmpty());
  }

  @Test
  void manyClassesAndLittleRoomAreDrawnAllTheSame() {
    int classes = 100;
    Task many =
        Task.classification(
            "x", IntStream.range(0, classes).mapToObj(i -> "label " + i).toList());
    HeatMapSpec spec =
        EvaluationCharts.confusion(
            many, ConfusionMatrix.of(new long[classes][classes]), false, Language.ENGLISH);
    assertTrue(ChartRenderer.svg(spec, 300, 260, Theme.LIGHT).startsWith("<svg"));
    assertEquals(10, ChartRenderer.picture(spec, 10, 10, 1, Theme.DARK).image().getHeight());
  }

  @Test
  void reliabilityHasAPointABinAndTheDiagonal() {
    Run run = SampleRuns.withEvaluation(SampleRuns.openDigits(3));
    Evaluation evaluation = run.evaluation().orElseThrow().test().orElseThrow();
    ChartSpec spec = EvaluationCharts.reliability(evaluation, Language.ENGLISH);
    assertEquals(List.of("Model", "As sure as right"), spec.curves().stream().map(Curve::name).toList());
    assertEquals(0.44, spec.curves().get(0).series().x(0));
    assertEquals(1, spec.xEnd());
    String svg = ChartRenderer.svg(spec, 400, 300, Theme.LIGHT);
    assertTrue(svg.contains(">0.2</text>") && svg.contains(">0.8</text>"), "labels between 0 and 1");
    assertTrue(
        ChartNumbers.csv(spec, ChartView.PLAIN)
            .startsWith("Probability given to the predicted class,Model,As sure as right\n0,,0\n0.44,0.5,\n"));
    assertEquals(
        "No probabilities to hold against the truth",
        EvaluationCharts.reliability(evaluation.withoutDetail(), Language.ENGLISH).emptyText());
  }

  @Test
  void everyFigureThatARoundHasCanBeShown() {
    RunSeries run = RunSeries.of(SampleRuns.houses(5));
    assertEquals(List.of("r2", "mae", "rmse"), run.metrics());
    ChartSpec mae = RunCharts.score(run, "mae");
    assertEquals("Mean absolute error on the hold-out", mae.title());
    assertEquals("log(USD)", mae.y().unit());
    assertEquals(6, mae.curves().get(0).series().size());
    assertTrue(mae.references().isEmpty() && mae.ribbons().isEmpty());
    assertEquals(RunCharts.score(run).title(), RunCharts.score(run, "r2").title());
    ChartSpec none = RunCharts.score(run, "auc");
    assertTrue(none.isEmpty());
    assertEquals("by chance: 0.5", none.references().get(0).label());
  }

  @Test
  void powersAreWrittenAsTheNumbersTheyStandFor() {
    assertEquals("0.01", Positions.POWERS.tick(-2));
    assertEquals("0.0316", Positions.POWERS.text(-1.5));
    assertEquals("12", Positions.ROUNDS.tick(12.2));
    assertEquals("0.3333", Positions.SHARES.text(1 / 3.0));
  }
}
