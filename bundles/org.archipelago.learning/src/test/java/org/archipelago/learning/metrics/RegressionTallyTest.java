package org.archipelago.learning.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.archipelago.core.Metrics;
import org.junit.jupiter.api.Test;

class RegressionTallyTest {

  @Test
  void figuresAreThoseOfScikitLearn() {
    Metrics figures = Reference.count(new RegressionTally(1), Reference.rows("regression")).figures();
    Reference.expected("regression").forEach(
        (name, value) -> assertEquals(value, figures.value(name).orElseThrow(), 1e-12, name));
  }

  @Test
  void mergedInAnyOrderClientsTellTheSameToTheLastBit() {
    List<float[]> rows = new ArrayList<>(Reference.rows("regression"));
    Metrics whole = Reference.count(new RegressionTally(3), rows).figures();
    Collections.shuffle(rows, new Random(2));
    RegressionTally merged = new RegressionTally(3);
    for (int from = 0; from < rows.size(); from += 50) {
      merged.merge(Reference.count(new RegressionTally(3), rows.subList(from, from + 50)));
    }
    assertEquals(whole, merged.figures());
  }

  @Test
  void aTargetThatIsTheSameInAllRowsHasNoR2() {
    RegressionTally tally = new RegressionTally(1);
    tally.add(new float[] {1}, 0, 0.1f);
    tally.add(new float[] {2}, 0, 0.1f);
    tally.addLoss(4);
    assertEquals(Set.of("loss", "mae", "rmse"), tally.figures().values().keySet());
    assertEquals(Map.of("r2", "the target is the same in all rows"), tally.evaluation().undefined());
  }

  @Test
  void predictionsThatAreNotFiniteLeaveNothingDefined() {
    RegressionTally tally = new RegressionTally(1);
    tally.add(new float[] {Float.POSITIVE_INFINITY}, 0, 1);
    tally.add(new float[] {1}, 0, 1);
    assertEquals(Metrics.of(2, Map.of()), tally.figures());
    assertEquals(
        Map.of("r2", "the model's predictions of 1 of 2 rows are not finite"),
        tally.evaluation().undefined());
  }

  @Test
  void noRowsNoFigures() {
    assertEquals(Metrics.of(0, Map.of()), new RegressionTally(1).figures());
    assertEquals(
        Map.of("r2", "there is no row to measure on"), new RegressionTally(1).evaluation().undefined());
  }

  @Test
  void scalesAreNotMixedUp() {
    RegressionTally tally = new RegressionTally(1);
    assertThrows(IllegalArgumentException.class, () -> tally.merge(new RegressionTally(2)));
  }
}
