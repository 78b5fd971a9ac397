package org.archipelago.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.archipelago.core.Evaluation;
import org.archipelago.core.RunState;
import org.archipelago.results.Format;
import org.archipelago.ui.charts.HeatMapCanvas;
import org.archipelago.ui.tests.pages.RunPage;
import org.archipelago.ui.tests.pages.Ui;
import org.archipelago.ui.tests.pages.WorkbenchPage;
import org.archipelago.ui.tests.pages.WorkbenchPage.Command;
import org.archipelago.ui.workbench.run.LiveRun;
import org.archipelago.ui.workbench.run.RunService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the Run view tells of the last model, and the figures that its chart of scores can show. */
class EvaluationViewTest {

  private final WorkbenchPage workbench = new WorkbenchPage();
  private final RunPage run = workbench.run();

  @AfterEach
  void endEverything() {
    RunService runs = workbench.window().getService(RunService.class);
    runs.live().forEach(LiveRun::stop);
    Ui.waitUntil("no run is under way", () -> runs.live().isEmpty());
    workbench.closeEditors();
  }

  @Test
  void aClassifierIsToldClassByClassOnceTheRunHasEnded() {
    start("wdbc-hospitals", "rounds: 2", "");
    run.waitForState(RunState.COMPLETED);
    run.tab("Evaluation");
    Ui.waitUntil("the figures by class", () -> run.says("Rows:"));
    Evaluation test = run.snapshot().evaluation().orElseThrow().test().orElseThrow();
    List<String> classes = run.snapshot().header().orElseThrow().dataset().task().classes();
    String recall = Format.coefficient(test.confusion().orElseThrow().of(0).recall().orElseThrow());
    run.chooseInTab("Show:", "Figures by class");
    Ui.waitUntil(
        () -> "a line of " + classes.get(0) + " with " + recall + " in " + run.lines(),
        () -> run.lines().size() == classes.size() + 3
            && run.lines().get(0).startsWith(classes.get(0) + " | ")
            && run.lines().get(0).contains(recall));
    assertTrue(run.lines().get(classes.size() + 1).startsWith("Macro avg"), run.lines().toString());

    run.chooseInTab("Show:", "Figures over all rows");
    Ui.waitUntil("AUC", () -> run.lines().stream().anyMatch(line -> line.startsWith("AUC | ")));

    run.chooseInTab("Show:", "Confusion matrix");
    Ui.waitUntil("the matrix is drawn", () -> run.heatMap().isPresent());
    HeatMapCanvas matrix = run.heatMap().orElseThrow();
    int x = (int) matrix.picture().area().getX() + 3;
    int y = (int) matrix.picture().area().getY() + 3;
    assertTrue(matrix.words(x, y).contains("of class " + classes.get(0)), matrix.words(x, y));
    String count = matrix.spec().cells().get(0).get(0).text();
    run.chooseInTab("Show:", "Confusion matrix in shares");
    Ui.waitUntil(
        "shares", () -> !matrix.spec().cells().get(0).get(0).text().equals(count));

    run.chooseInTab("Show:", "Reliability");
    Ui.waitUntil("the reliability curve", () -> run.charts().contains("Reliability"));
    run.tab("Clients");
  }

  @Test
  void tenConditionsAtFiveHospitalsEndWithTheirReport() {
    start("conditions-hospitals", "rounds: 3", "");
    run.waitForState(RunState.COMPLETED);
    assertEquals(5, run.clientCount());
    run.tab("Evaluation");
    Ui.waitUntil("the figures by class", () -> run.says("Rows:"));
    run.chooseInTab("Show:", "Figures by class");
    Ui.waitUntil(() -> "ten conditions and three averages in " + run.lines(), () -> run.lines().size() == 13);
    assertTrue(run.lines().get(0).startsWith("diabetes | "), run.lines().toString());
    assertTrue(run.lines().get(12).startsWith("Weighted avg"), run.lines().toString());
    run.tab("Clients");
  }

  @Test
  void clientsThatKeepRowsBackCanBeChosen() {
    start("wdbc-hospitals", "rounds: 1", "data.clientTest");
    run.waitForState(RunState.COMPLETED);
    run.tab("Evaluation");
    Ui.waitUntil("the choice of rows", () -> run.says("Rows:"));
    List<String> rows = run.choicesInTab("Rows:");
    assertEquals("Hold-out", rows.get(0));
    assertEquals("What clients keep back, together", rows.get(1));
    assertEquals(2 + run.clientCount(), rows.size());
    run.chooseInTab("Show:", "Figures over all rows");
    List<String> before = run.lines();
    run.chooseInTab("Rows:", rows.get(2));
    Ui.waitUntil("other figures", () -> !run.lines().equals(before));
    run.tab("Clients");
  }

  @Test
  void whileTheRunGoesOnItIsSaidWhenItWillBe() {
    start("digits-mlp", "rounds: 10000", "");
    run.waitForRound(1);
    run.tab("Evaluation");
    run.waitFor("When the run ends, its last model is measured in full");
    workbench.execute(Command.STOP);
    run.waitForState(RunState.STOPPED);
    Ui.waitUntil("the figures", () -> run.says("Rows:"));
    run.tab("Clients");
  }

  @Test
  void theFigureOnTheChartOfScoresIsChosen() {
    start("wdbc-hospitals", "rounds: 2", "");
    run.waitForState(RunState.COMPLETED);
    Ui.waitUntil("accuracy", () -> run.charts().contains("Accuracy on the hold-out"));
    run.chooseFigure("AUC");
    Ui.waitUntil(
        () -> "AUC among " + run.charts(), () -> run.charts().contains("AUC on the hold-out"));
    assertEquals(3, run.points("AUC on the hold-out"));
    run.chooseFigure("Accuracy");
    Ui.waitUntil("accuracy again", () -> run.charts().contains("Accuracy on the hold-out"));
    assertFalse(run.charts().contains("AUC on the hold-out"));
  }

  private void start(String sample, String rounds, String clientTest) {
    workbench.experiments().under("Samples");
    workbench.experiments().open("Samples", sample);
    String text = workbench.editor().text();
    String old = text.lines().filter(line -> line.contains("rounds: ")).findFirst().orElseThrow();
    String number = old.replaceFirst(".*rounds: (\\d+).*", "$1");
    workbench.editor().replace("rounds: " + number, rounds);
    if (!clientTest.isEmpty()) {
      workbench.editor().replace("test: 0.2", "test: 0.2\n  clientTest: 0.3");
    }
    workbench.startRun();
  }
}
