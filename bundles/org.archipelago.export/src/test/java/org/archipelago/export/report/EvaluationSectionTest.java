package org.archipelago.export.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.archipelago.core.Language;
import org.archipelago.core.Run;
import org.archipelago.results.fixture.SampleRuns;
import org.junit.jupiter.api.Test;

class EvaluationSectionTest {

  @Test
  void aClassifierIsToldClassByClass() {
    String html = report(SampleRuns.openDigits(9), Language.ENGLISH);
    for (String part :
        List.of(
            "<h2>Evaluation</h2>",
            "The model after round 9 on the hold-out: 360 rows that no client trained on.",
            "<th scope=\"col\">Precision</th><th scope=\"col\">Recall</th><th scope=\"col\">F1-score</th>",
            "<tr><th scope=\"row\">Macro avg</th>",
            "aria-label=\"Confusion matrix (Rows; the darker, the larger their share of the true class)",
            "aria-label=\"Reliability (Calibration error 0.035, in 15 bins)",
            "<tr><th scope=\"row\">AUC</th><td>0.988</td><td>the mean is over the classes that rows have;"
                + " there is none of 9</td></tr>",
            "<h3>On the rows that clients keep back</h3>",
            "<tr><th scope=\"row\">client-2</th><td>360</td>")) {
      assertTrue(html.contains(part), part);
    }
  }

  @Test
  void whatIsNotDefinedIsAStroke() {
    String html = report(SampleRuns.openDigits(9), Language.ENGLISH);
    assertTrue(
        html.contains(
            "<tr><th scope=\"row\">9</th><td>0.000</td><td>0.000</td><td>0.000</td><td>2</td><td>–"));
  }

  @Test
  void inChineseToo() {
    String html = report(SampleRuns.openDigits(9), Language.CHINESE);
    for (String part : List.of("<h2>评价</h2>", "精确率", "宏平均", "混淆矩阵", "可靠性", "没有 9 的行")) {
      assertTrue(html.contains(part), part);
    }
  }

  @Test
  void aRegressionHasNoClasses() {
    String html = report(SampleRuns.houses(9), Language.ENGLISH);
    assertTrue(html.contains("share of the variance explained"));
    assertFalse(html.contains("Confusion matrix"));
    assertTrue(html.contains("log(USD)"));
  }

  @Test
  void whereCohortsStaySecretNothingOfClientsIsTold() {
    String html = report(SampleRuns.privateDigits(9), Language.ENGLISH);
    assertTrue(html.contains("Confusion matrix"));
    assertFalse(html.contains("client-1"));
    assertFalse(html.contains("keep back"));
  }

  @Test
  void aRunThatWasNotMeasuredSaysSo() {
    Run run = SampleRuns.openDigits(2);
    String html = HtmlReport.of(document(run, Language.ENGLISH));
    assertTrue(html.contains("the model is measured in full when a run ends, unless its process was killed"));
  }

  private static String report(Run run, Language language) {
    return HtmlReport.of(document(SampleRuns.withEvaluation(run), language));
  }

  private static ReportDocument document(Run run, Language language) {
    return ReportDocument.of(
        run, new ReportSources(List.of(), List.of(), List.of()), ReportOptions.in(language));
  }
}
