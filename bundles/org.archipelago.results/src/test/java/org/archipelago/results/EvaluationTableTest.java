package org.archipelago.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.archipelago.core.ConfusionMatrix;
import org.archipelago.core.ConfusionMatrix.Scores;
import org.archipelago.core.Evaluation;
import org.archipelago.core.Language;
import org.archipelago.core.Metrics;
import org.archipelago.core.Run;
import org.archipelago.core.Task;
import org.archipelago.results.EvaluationTable.Line;
import org.archipelago.results.fixture.SampleRuns;
import org.junit.jupiter.api.Test;

class EvaluationTableTest {

  /** The example of scikit-learn's documentation of classification_report, without its labels. */
  private static final Task THREE = Task.classification("y", List.of("class 0", "class 1", "class 2"));

  private static final Evaluation DOCUMENTED =
      new Evaluation(
          Metrics.of(5, Map.of(Metrics.ACCURACY, 0.6, Metrics.LOSS, 0.7, Metrics.LOG_LOSS, 0.7)),
          Optional.of(ConfusionMatrix.of(new long[][] {{1, 0, 0}, {1, 0, 0}, {0, 1, 2}})),
          List.of(OptionalDouble.empty(), OptionalDouble.of(0.5), OptionalDouble.of(1)),
          List.of(),
          new TreeMap<>(Map.of(Metrics.AUC, "there is a reason")));

  @Test
  void itIsTheTableOfScikitLearnsDocumentation() {
    EvaluationTable table = EvaluationTable.of(THREE, DOCUMENTED, Language.ENGLISH);
    assertEquals(List.of("0.500", "1.000", "0.667", "1", "–"), cells(table.classes().get(0)));
    assertEquals(List.of("0.000", "0.000", "0.000", "1", "0.500"), cells(table.classes().get(1)));
    assertEquals(List.of("1.000", "0.667", "0.800", "3", "1.000"), cells(table.classes().get(2)));
    assertEquals(List.of("", "", "0.600", "5", ""), cells(table.averages().get(0)));
    assertEquals(List.of("0.500", "0.556", "0.489", "5", "–"), cells(table.averages().get(1)));
    assertEquals(List.of("0.700", "0.600", "0.613", "5", ""), cells(table.averages().get(2)));
  }

  /** As seqeval lays it out: a line a type of span, then all spans together, then the types' mean. */
  @Test
  void ofTagsTheLinesAreTypesOfSpans() {
    Evaluation tagged =
        new Evaluation(
            Metrics.of(
                2,
                Map.of(
                    Metrics.ACCURACY, 0.9,
                    Metrics.SPAN_PRECISION, 0.75,
                    Metrics.SPAN_RECALL, 0.6,
                    Metrics.SPAN_F1, 2 / 3.0)),
            Optional.of(ConfusionMatrix.of(new long[][] {{7, 1}, {0, 2}})),
            List.of(),
            List.of(),
            new TreeMap<>(Map.of("DRUG", Scores.of(3, 4, 4), "SITE", Scores.of(0, 0, 1))),
            new TreeMap<>());
    EvaluationTable table =
        EvaluationTable.of(Task.tagging("tag", List.of("O", "B-DRUG")), tagged, Language.ENGLISH);
    assertEquals(List.of("DRUG", "SITE"), table.classes().stream().map(Line::name).toList());
    assertEquals(List.of("0.750", "0.750", "0.750", "4", ""), cells(table.classes().get(0)));
    assertEquals(List.of("–", "0.000", "0.000", "1", ""), cells(table.classes().get(1)));
    assertEquals("Micro avg", table.averages().get(0).name());
    assertEquals(List.of("0.750", "0.600", "0.667", "5", ""), cells(table.averages().get(0)));
    assertEquals(List.of("0.375", "0.375", "0.375", "5", ""), cells(table.averages().get(1)));
    assertEquals("share of the words whose tag is right", table.others().get(0).note());
  }

  private static List<String> cells(Line line) {
    return line.cells();
  }

  @Test
  void whatIsNotDefinedHasItsReasonAndNothingIsToldTwice() {
    List<FinalFigures.Row> others = EvaluationTable.of(THREE, DOCUMENTED, Language.ENGLISH).others();
    assertEquals(
        List.of("Log-loss", "AUC"), others.stream().map(FinalFigures.Row::label).toList());
    assertEquals("–", others.get(1).value());
    assertEquals("there is a reason", others.get(1).note());
  }

  @Test
  void aLossOfAnotherKindIsToldBesideTheLogLoss() {
    Evaluation other =
        Evaluation.of(Metrics.of(5, Map.of(Metrics.LOSS, 0.9, Metrics.LOG_LOSS, 0.7)), Map.of());
    assertEquals(
        List.of("Loss", "Log-loss"),
        EvaluationTable.of(THREE, other, Language.ENGLISH).others().stream()
            .map(FinalFigures.Row::label)
            .toList());
  }

  @Test
  void namesAndReasonsComeInTheLanguageAskedFor() {
    Run run = SampleRuns.withEvaluation(SampleRuns.openDigits(3));
    EvaluationTable table =
        EvaluationTable.of(
            run.header().dataset().task(),
            run.evaluation().orElseThrow().test().orElseThrow(),
            Language.CHINESE);
    assertEquals("准确率", table.averages().get(0).name());
    FinalFigures.Row auc = table.others().get(0);
    assertEquals("平均值只取有行的类别；没有 9 的行", auc.note());
    assertEquals("类别", EvaluationTable.head(Language.CHINESE).get(0));
  }

  @Test
  void anExportedRunUnderCentralPrivacyKeepsTheHoldOutsFiguresOnly() {
    Run exported = CohortRule.forExport(SampleRuns.withEvaluation(SampleRuns.privateDigits(3)));
    assertTrue(exported.evaluation().orElseThrow().test().isPresent());
    assertTrue(exported.evaluation().orElseThrow().clients().isEmpty());
    assertFalse(exported.evaluation().orElseThrow().each().iterator().hasNext());
  }
}
