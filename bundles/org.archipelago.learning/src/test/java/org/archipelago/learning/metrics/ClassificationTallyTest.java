package org.archipelago.learning.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.archipelago.core.CalibrationBin;
import org.archipelago.core.ConfusionMatrix;
import org.archipelago.core.ConfusionMatrix.Scores;
import org.archipelago.core.Evaluation;
import org.archipelago.core.Metrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassificationTallyTest {

  private static final double TOLERANCE = 1e-12;

  @ParameterizedTest
  @CsvSource({"binary,2", "binary-ties,2", "four-ties,4", "twelve,12", "two-absent,5"})
  void figuresAreThoseOfScikitLearn(String name, int classes) {
    Evaluation evaluation = Reference.count(tally(classes), Reference.rows(name)).evaluation();
    ConfusionMatrix matrix = evaluation.confusion().orElseThrow();
    Reference.expected(name).forEach(
        (figure, value) -> assertEquals(value, told(figure, evaluation, matrix), TOLERANCE, figure));
  }

  private static double told(String figure, Evaluation evaluation, ConfusionMatrix matrix) {
    String[] parts = figure.split("\\.");
    return switch (parts[0]) {
      case "confusion" -> matrix.count(Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
      case "precision" -> scores(parts[1], matrix).precision().orElse(0);
      case "recall" -> scores(parts[1], matrix).recall().orElse(0);
      case "f1" -> scores(parts[1], matrix).f1().orElse(0);
      case "support" -> scores(parts[1], matrix).support();
      case "bin" -> told(parts[2], evaluation.calibration().get(Integer.parseInt(parts[1])));
      case "auc" ->
          parts.length == 1
              ? evaluation.figures().value(Metrics.AUC).orElseThrow()
              : evaluation.auc().get(Integer.parseInt(parts[1])).orElseThrow();
      default -> evaluation.figures().value(figure).orElseThrow(() -> new AssertionError(figure));
    };
  }

  private static Scores scores(String which, ConfusionMatrix matrix) {
    return switch (which) {
      case "micro" -> matrix.micro();
      case "macro" -> matrix.macro();
      case "weighted" -> matrix.weighted();
      default -> matrix.of(Integer.parseInt(which));
    };
  }

  private static double told(String what, CalibrationBin bin) {
    return switch (what) {
      case "rows" -> bin.rows();
      case "confidence" -> bin.confidence();
      default -> bin.accuracy();
    };
  }

  @Test
  void mergedInAnyOrderClientsTellTheSameToTheLastBit() {
    List<float[]> rows = new ArrayList<>(Reference.rows("twelve"));
    Tally whole = Reference.count(tally(12), rows);
    Random random = new Random(1);
    for (int trial = 0; trial < 5; trial++) {
      Collections.shuffle(rows, random);
      List<Tally> clients = new ArrayList<>();
      for (int from = 0; from < rows.size(); from += 37) {
        clients.add(
            Reference.count(tally(12), rows.subList(from, Math.min(rows.size(), from + 37))));
      }
      Tally merged = tally(12);
      clients.forEach(merged::merge);
      assertEquals(whole.evaluation(), merged.evaluation());
      assertEquals(whole.figures(), merged.figures());
    }
  }

  @Test
  void withRowsOfOneClassTheAreaIsLeftOutAndItIsSaidWhy() {
    ClassificationTally tally = tally(2);
    tally.add(new float[] {1, 0}, 0, 0);
    tally.add(new float[] {0, 1}, 0, 0);
    Evaluation evaluation = tally.evaluation();
    assertTrue(evaluation.figures().value(Metrics.AUC).isEmpty());
    assertEquals(List.of(OptionalDouble.empty(), OptionalDouble.empty()), evaluation.auc());
    assertEquals(
        Map.of("auc", "all rows are of the class 'c0', and an area needs rows of two"),
        evaluation.undefined());
    assertEquals(0.5, evaluation.figures().value(Metrics.ACCURACY).orElseThrow());
  }

  @Test
  void classesThatNoRowHasAreNamed() {
    Evaluation evaluation =
        Reference.count(tally(5), Reference.rows("two-absent")).evaluation();
    assertEquals(
        "the mean is over the classes that rows have; there is none of c1, c4",
        evaluation.undefined().get("auc"));
    assertTrue(evaluation.auc().get(1).isEmpty());
    assertTrue(evaluation.auc().get(0).isPresent());
  }

  @Test
  void scoresThatAreNotFiniteLeaveNothingDefined() {
    ClassificationTally tally = tally(3);
    tally.add(new float[] {1, 2, 3}, 0, 2);
    tally.add(new float[] {1, Float.NaN, 3}, 0, 2);
    Evaluation evaluation = tally.evaluation();
    assertEquals(Metrics.of(2, Map.of()), evaluation.figures());
    assertEquals(Metrics.of(2, Map.of()), tally.figures());
    assertEquals(
        "the model's scores of 1 of 2 rows are not finite", evaluation.undefined().get("accuracy"));
    assertTrue(evaluation.confusion().isEmpty());
  }

  @Test
  void noRowsNoFigures() {
    assertEquals(Metrics.of(0, Map.of()), tally(3).figures());
    assertEquals("there is no row to measure on", tally(3).evaluation().undefined().get("accuracy"));
  }

  @Test
  void withoutScoresThereIsNoAreaAndItIsSaidWhy() {
    ClassificationTally tally = new ClassificationTally(List.of("a", "b"), false);
    tally.add(new float[] {1, 0}, 0, 0);
    assertTrue(tally.figures().value(Metrics.AUC).isEmpty());
    assertEquals(
        Map.of("auc", "the scores of so many rows were not kept, which an area needs"),
        tally.evaluation().undefined());
    assertEquals(
        Set.of("accuracy", "brier", "ece", "f1Macro", "loss"), tally.figures().values().keySet());
  }

  @Test
  void ofEqualScoresTheLowestIndexWins() {
    ClassificationTally tally = tally(6);
    tally.add(new float[6], 0, 3);
    Evaluation evaluation = tally.evaluation();
    assertEquals(1, evaluation.confusion().orElseThrow().count(3, 0));
    assertEquals(0, evaluation.figures().value(Metrics.TOP_3).orElseThrow());
    assertEquals(1, evaluation.figures().value(Metrics.TOP_5).orElseThrow());
  }

  @Test
  void tasksAreNotMixedUp() {
    Tally two = tally(2);
    assertThrows(IllegalArgumentException.class, () -> two.merge(tally(3)));
    assertThrows(IllegalArgumentException.class, () -> two.merge(new RegressionTally(1)));
  }

  private static ClassificationTally tally(int classes) {
    return new ClassificationTally(
        IntStream.range(0, classes).mapToObj(i -> "c" + i).toList(), true);
  }
}
