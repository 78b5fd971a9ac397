package org.archipelago.partition.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.archipelago.core.InvalidInputException;
import org.archipelago.data.skew.SkewMeasure;
import org.junit.jupiter.api.Test;

class GoalTextTest {

  private static void reads(Goal expected, String text) {
    assertEquals(expected, GoalText.parse(text));
    assertEquals(expected, GoalText.parse(expected.text()), expected.text());
  }

  private static void refuses(String text, String start) {
    InvalidInputException thrown =
        assertThrows(InvalidInputException.class, () -> GoalText.parse(text), text);
    assertTrue(thrown.problems().get(0).message().startsWith(start), thrown.getMessage());
  }

  @Test
  void goalsAreReadAndWritten() {
    reads(
        new Goal.Figure(SkewMeasure.JENSEN_SHANNON, false, true, 0.2, 0.02),
        "excess jsd.mean 0.20 ± 0.02");
    reads(new Goal.Figure(SkewMeasure.ENTROPY, true, false, -0.5, 1e-3), "value entropy.weighted -.5 +-1e-3");
    reads(new Goal.Size(List.of(), 100, 400), " size 100..400 ");
    reads(new Goal.Size(List.of("client 3", "B"), 20, Integer.MAX_VALUE), "size 20.. on client 3, B");
    reads(new Goal.Size(List.of(), 0, 7), "size ..7");
    reads(new Goal.Size(List.of(), 50, 50), "size 50");
    reads(new Goal.Count("3", List.of("client 2", "client 5"), 0, 0), "without 3 on client 2, client 5");
    reads(new Goal.Count("nine of ten", List.of(), 5, 20), "count 5..20 of nine of ten");
    reads(new Goal.Reserve(Goal.ReserveUse.FREE), "reserve free");
  }

  @Test
  void namesMayHaveCommasAndQuotes() {
    reads(
        new Goal.Count("yes, and no", List.of("Ward \"A\"", "on call on Sunday"), 0, 0),
        "without \"yes, and no\" on \"Ward \"\"A\"\"\", \"on call on Sunday\"");
  }

  @Test
  void examplesAreGoals() {
    assertEquals(GoalText.EXAMPLES, Goals.parse(GoalText.EXAMPLES).texts());
  }

  @Test
  void whatIsNoGoalIsRefused() {
    refuses("large clients", "'large clients' is no goal. Goals are such as: excess jsd.mean 0.2 +- 0.02; size");
    refuses("excess jsd 0.2 +- 0.1", "There is no figure 'jsd' to set a goal for. There are: jsd.mean, jsd.weighted,");
    refuses("excess jsd.mean 0.2 +- 0", "'excess jsd.mean 0.2 +- 0' needs a tolerance above 0, such as +- 0.02.");
    refuses("excess jsd.mean 0.2.3 +- 1", "'excess jsd.mean 0.2.3 +- 1' needs a number instead of '0.2.3'.");
    refuses("size 40..20", "In 'size 40..20' the least number of rows is above the most.");
    refuses("size 99999999999..", "'size 99999999999..' names more rows than there can be: 99999999999.");
    refuses("reserve half", "The reserve can be kept, empty or free, not 'half'.");
    refuses("size 5.. on \"A\" B", "'size 5.. on \"A\" B' does not list clients by names with commas between.");
  }

  @Test
  void allTextsThatAreNoGoalsAreTold() {
    InvalidInputException thrown =
        assertThrows(InvalidInputException.class, () -> Goals.parse(List.of("x", "size 1..", "y")));
    assertEquals(2, thrown.problems().size());
  }
}
