package org.archipelago.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.archipelago.core.Language;
import org.archipelago.core.LearningRateStep;
import org.junit.jupiter.api.Test;

class LearningRateRangeTest {

  @Test
  void aQuarterOfTheRateAtWhichTheLossIsLowestIsSuggested() {
    // A valley around 0.1, so slow that smoothing moves it by less than a tenth of a decade.
    LearningRateRange range = range(2000, x -> 1 + Math.abs(x + 1));
    assertEquals(0.1, range.upperBound().orElseThrow(), 0.01);
    assertEquals(0.25 * range.upperBound().orElseThrow(), range.suggestion().orElseThrow(), 0.001);
    assertFalse(range.endsFalling());
    assertTrue(
        range.sentence(Language.ENGLISH).startsWith(
            "Suggested: " + Format.plain(range.suggestion().orElseThrow()) + ", a quarter of 0.1"));
    assertTrue(range.sentence(Language.CHINESE).contains("四分之一"));
  }

  @Test
  void aLossThatStillFallsAtTheEndSaysSo() {
    LearningRateRange range = range(200, x -> 2 - x);
    assertTrue(range.endsFalling());
    assertTrue(range.sentence(Language.ENGLISH).endsWith("a wider one may suggest more."));
  }

  @Test
  void aLossThatNeverFallsSuggestsNothing() {
    assertTrue(range(200, x -> 1).suggestion().isEmpty());
    assertTrue(range(200, x -> 1 + Math.exp(x)).suggestion().isEmpty());
  }

  @Test
  void whatIsNotFiniteHasNoPlaceOnACurve() {
    List<LearningRateStep> steps = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      steps.add(new LearningRateStep(Math.pow(10, -4 + i / 10.0), 3 - i / 20.0));
    }
    steps.add(new LearningRateStep(10, Double.NaN));
    LearningRateRange range = LearningRateRange.of(steps);
    assertEquals(30, range.measured().size());
    assertFalse(range.endsFalling(), "it ended because the model diverged");
    assertTrue(LearningRateRange.of(List.of(new LearningRateStep(1, Double.NaN))).suggestion().isEmpty());
  }

  /** @param loss of the logarithm of the learning rate, from −6 to 1 */
  private static LearningRateRange range(int steps, DoubleUnaryOperator loss) {
    List<LearningRateStep> taken = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      double x = -6 + 7.0 * i / (steps - 1);
      taken.add(new LearningRateStep(Math.pow(10, x), loss.applyAsDouble(x)));
    }
    return LearningRateRange.of(taken);
  }
}
