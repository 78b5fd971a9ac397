package org.archipelago.learning.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.archipelago.core.Evaluation;
import org.archipelago.core.Examples;
import org.archipelago.core.Metrics;
import org.junit.jupiter.api.Test;

class TaggingTallyTest {

  private static final List<String> TAGS = List.of("O", "B-A", "I-A", "B-B");

  /** Texts of three places: "B-A I-A O", "O B-B" and "B-A". */
  private static final Examples TEXTS =
      new Examples(3, new float[9], 3, new float[] {1, 2, 0, 0, 3, -1, 1, -1, -1});

  /** Scores that are highest for the given tags. */
  private static float[] scores(int... tags) {
    float[] scores = new float[TAGS.size() * tags.length];
    for (int i = 0; i < tags.length; i++) {
      scores[i * TAGS.size() + tags[i]] = 1;
    }
    return scores;
  }

  private static TaggingTally tally(int row, int... tags) {
    TaggingTally tally = new TaggingTally(TAGS);
    tally.add(scores(tags), 0, TEXTS, row);
    return tally;
  }

  @Test
  void spansAndWords() {
    // The first text has its span too short, the second is right, of the third the padding must not count.
    TaggingTally tally = tally(0, 1, 0, 0);
    tally.merge(tally(1, 0, 3, 3));
    tally.merge(tally(2, 1, 3, 3));
    tally.addLoss(1.5);
    Evaluation evaluation = tally.evaluation();
    assertEquals(
        Metrics.of(
            3,
            Map.of(
                Metrics.LOSS, 0.5,
                Metrics.ACCURACY, 5 / 6.0,
                Metrics.SPAN_PRECISION, 2 / 3.0,
                Metrics.SPAN_RECALL, 2 / 3.0,
                Metrics.SPAN_F1, 2 / 3.0)),
        evaluation.figures());
    assertEquals(List.of("A", "B"), List.copyOf(evaluation.spans().keySet()));
    assertEquals(OptionalDouble.of(0.5), evaluation.spans().get("A").f1());
    assertEquals(2, evaluation.spans().get("A").support());
    assertEquals(OptionalDouble.of(1), evaluation.spans().get("B").f1());
    assertEquals(1, evaluation.confusion().orElseThrow().count(2, 0));
  }

  @Test
  void withoutSpansPredictedThereIsNoPrecision() {
    Evaluation evaluation = tally(0, 0, 0, 0).evaluation();
    assertEquals(OptionalDouble.of(0), evaluation.figures().value(Metrics.SPAN_F1));
    assertEquals("no span is predicted", evaluation.undefined().get(Metrics.SPAN_PRECISION));
  }

  @Test
  void scoresThatAreNoNumbersAreTold() {
    TaggingTally tally = new TaggingTally(TAGS);
    float[] scores = scores(0, 0, 0);
    scores[5] = Float.NaN;
    tally.add(scores, 0, TEXTS, 0);
    assertTrue(tally.figures().values().isEmpty());
    assertEquals(
        "the model's scores of 1 of 1 rows are not finite",
        tally.evaluation().undefined().get(Metrics.SPAN_F1));
  }

  @Test
  void otherTagsAreNotMerged() {
    assertThrows(
        IllegalArgumentException.class, () -> tally(0, 0, 0, 0).merge(new TaggingTally(List.of("O"))));
  }
}
