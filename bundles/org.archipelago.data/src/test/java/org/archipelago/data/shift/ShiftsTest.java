package org.archipelago.data.shift;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.archipelago.core.Examples;
import org.archipelago.core.ImageSize;
import org.archipelago.core.Seed;
import org.archipelago.core.Task;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.data.Fixtures;
import org.junit.jupiter.api.Test;

class ShiftsTest {

  private static final int CLASSES = 4;
  private static final Task TASK = Task.classification("kind", List.of("a", "b", "c", "d"));
  private static final ShiftSetting TABLE = new ShiftSetting(TASK, false, Optional.empty());

  private static Shift shift(ShiftSetting setting, String id, Object... parameters) {
    Map<String, Object> given = new HashMap<>();
    for (int i = 0; i < parameters.length; i += 2) {
      given.put((String) parameters[i], parameters[i + 1]);
    }
    return Fixtures.CATALOG
        .get(ComponentKind.SHIFT, id, ShiftFactory.class)
        .create(Fixtures.spec(ComponentKind.SHIFT, id, given).parameters(), setting)
        .orElseThrow();
  }

  private static ShiftedClient client(int index, int clients) {
    return new ShiftedClient(index, clients, new Seed(4));
  }

  /** Rows of zeros in two columns, their classes in turn. */
  private static Examples rows(int count) {
    float[] labels = new float[count];
    for (int row = 0; row < count; row++) {
      labels[row] = row % CLASSES;
    }
    return new Examples(2, new float[2 * count], labels);
  }

  private static double variance(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value * value;
    }
    return sum / values.length;
  }

  private static double mean(Examples rows, int column) {
    return IntStream.range(0, rows.rows())
        .mapToDouble(row -> rows.features()[row * rows.columns() + column])
        .average()
        .orElseThrow();
  }

  private static double changedLabels(Examples before, Examples after) {
    return IntStream.range(0, before.targets().length)
            .filter(i -> before.targets()[i] != after.targets()[i])
            .count()
        / (double) before.targets().length;
  }

  @Test
  void theVarianceOfNoiseGrowsFromClientToClient() {
    Shift growing = shift(TABLE, "feature-noise", "variance", 0.8);
    assertEquals(0.2, variance(growing.shifted(rows(20_000), client(0, 4), 1).features()), 0.01);
    assertEquals(0.8, variance(growing.shifted(rows(20_000), client(3, 4), 1).features()), 0.03);
    Shift equal = shift(TABLE, "feature-noise", "variance", 0.8, "growth", "equal");
    assertEquals(0.8, variance(equal.shifted(rows(20_000), client(0, 4), 1).features()), 0.03);
  }

  @Test
  void imagesAreTurnedByTheAngleOfTheirClient() {
    // 1 2 3
    // 4 5 6
    // 7 8 9, two channels of which the second is ten times the first.
    float[] image = new float[18];
    for (int i = 0; i < 9; i++) {
      image[2 * i] = i + 1;
      image[2 * i + 1] = 10 * (i + 1);
    }
    Examples own = new Examples(18, image, new float[] {2});
    Shift turns =
        shift(new ShiftSetting(TASK, false, Optional.of(new ImageSize(3, 3, 2))), "rotation");
    assertEquals(own, turns.shifted(own, client(0, 9), 1));
    assertArrayEquals(new float[] {3, 6, 9, 2, 5, 8, 1, 4, 7}, first(turns.shifted(own, client(1, 9), 1)));
    assertArrayEquals(new float[] {9, 8, 7, 6, 5, 4, 3, 2, 1}, first(turns.shifted(own, client(2, 9), 1)));
    assertArrayEquals(new float[] {7, 4, 1, 8, 5, 2, 9, 6, 3}, first(turns.shifted(own, client(3, 9), 1)));
    assertEquals(own, turns.shifted(own, client(4, 9), 1));
    Shift slight =
        shift(new ShiftSetting(TASK, false, Optional.of(new ImageSize(3, 3, 2))), "rotation", "angles", List.of(45.0));
    float[] turned = first(slight.shifted(own, client(0, 9), 1));
    assertEquals(5, turned[4], 1e-6);
    // Up from the centre by 1 comes from up and right of it by √½: between 5, 6, 2 and 3.
    double share = Math.sqrt(0.5);
    assertEquals(
        (1 - share) * (1 - share) * 5 + share * (1 - share) * (6 + 2) + share * share * 3, turned[1], 1e-5);
  }

  private static float[] first(Examples image) {
    float[] channel = new float[9];
    for (int i = 0; i < 9; i++) {
      channel[i] = image.features()[2 * i];
      assertEquals(10 * channel[i], image.features()[2 * i + 1], 1e-4);
    }
    return channel;
  }

  @Test
  void offsetsAreTheClientsOwnAndTheSameForAllItsRows() {
    Shift shift = shift(TABLE, "feature-shift", "offset", 2.0, "scale", 0.5);
    double[] offsets =
        IntStream.range(0, 2000)
            .mapToDouble(index -> shift.shifted(rows(2), client(index, 2000), 1).features()[0])
            .toArray();
    assertEquals(0, Arrays.stream(offsets).average().orElseThrow(), 0.2);
    assertEquals(4, Arrays.stream(offsets).map(o -> o * o).average().orElseThrow(), 0.5);
    Examples ones = new Examples(2, new float[] {0, 0, 1, 1, 2, 2}, new float[3]);
    float[] moved = shift.shifted(ones, client(1, 5), 1).features();
    assertEquals(moved[2] - moved[0], moved[4] - moved[2], 1e-5);
    assertNotEquals(moved[0], moved[1]);
  }

  @Test
  void labelsAreFalseToTheShareThatIsAskedFor() {
    Examples own = rows(20_000);
    Shift all = shift(TABLE, "label-noise", "clients", 1.0, "least", 0.3, "most", 0.3);
    assertEquals(0.3, changedLabels(own, all.shifted(own, client(0, 5), 1)), 0.01);
    Shift next = shift(TABLE, "label-noise", "clients", 1.0, "least", 1.0, "most", 1.0, "label", "next");
    assertArrayEquals(
        new float[] {1, 2, 3, 0}, Arrays.copyOf(next.shifted(own, client(0, 5), 1).targets(), 4));
    Shift some = shift(TABLE, "label-noise", "clients", 0.25, "least", 0.5, "most", 0.9);
    double[] shares =
        IntStream.range(0, 400)
            .mapToDouble(index -> changedLabels(rows(400), some.shifted(rows(400), client(index, 400), 1)))
            .toArray();
    double[] noisy = Arrays.stream(shares).filter(share -> share > 0).toArray();
    assertEquals(100, noisy.length, 35);
    assertEquals(0.7, Arrays.stream(noisy).average().orElseThrow(), 0.04);
  }

  @Test
  void placesWithoutAWordKeepNoTag() {
    Examples tagged = new Examples(1, new float[2], 2, new float[] {1, Examples.NONE, 0, Examples.NONE});
    Shift next = shift(TABLE, "label-noise", "clients", 1.0, "least", 1.0, "most", 1.0, "label", "next");
    assertArrayEquals(
        new float[] {2, Examples.NONE, 1, Examples.NONE}, next.shifted(tagged, client(0, 2), 1).targets());
  }

  @Test
  void groupsSwapPairsOfClassesAndTheFirstDoesNot() {
    Examples own = rows(CLASSES);
    Shift shift = shift(TABLE, "concept-shift", "groups", 2, "swaps", 1);
    assertEquals(own, shift.shifted(own, client(0, 6), 1));
    Examples other = shift.shifted(own, client(1, 6), 1);
    assertEquals(0.5, changedLabels(own, other));
    assertEquals(own, shift.shifted(other, client(1, 6), 1), "swapped twice");
    assertEquals(other, shift.shifted(own, client(3, 6), 1), "the whole group swaps the same");
    Shift many = shift(TABLE, "concept-shift", "swaps", 99);
    assertEquals(1, changedLabels(own, many.shifted(own, client(1, 6), 1)));
  }

  @Test
  void driftComesAtOnceGraduallyOrAgainAndAgain() {
    double whole = mean(drifting("sudden").shifted(rows(10), client(0, 3), 3), 0);
    assertNotEquals(0, whole);
    assertEquals(List.of(0.0, 0.0, 1.0, 1.0, 1.0, 1.0, 1.0), strengths("sudden", whole));
    assertEquals(List.of(0.0, 0.0, 0.5, 1.0, 1.0, 1.0, 1.0), strengths("gradual", whole));
    assertEquals(List.of(0.0, 0.0, 1.0, 1.0, 0.0, 0.0, 1.0), strengths("recurring", whole));
  }

  private static Shift drifting(String pattern) {
    return shift(TABLE, "drift", "pattern", pattern, "fromRound", 3, "rounds", 2);
  }

  private static List<Double> strengths(String pattern, double whole) {
    Shift drift = drifting(pattern);
    assertTrue(drift.drifts());
    return IntStream.rangeClosed(1, 7)
        .mapToObj(
            round ->
                Math.rint(mean(drift.shifted(rows(10), client(0, 3), round), 0) / whole * 1e4) / 1e4)
        .toList();
  }

  @Test
  void clientsDriftApartOrTogether() {
    Shift apart = shift(TABLE, "drift");
    assertNotEquals(
        apart.shifted(rows(1), client(0, 3), 2).features()[0], apart.shifted(rows(1), client(1, 3), 2).features()[0]);
    Shift together = shift(TABLE, "drift", "together", true);
    assertEquals(
        together.shifted(rows(1), client(0, 3), 2), together.shifted(rows(1), client(1, 3), 2));
  }

  @Test
  void labelsChangeForAGrowingShareOfTheRows() {
    Shift drift =
        shift(TABLE, "drift", "offset", 0.0, "swaps", 2, "pattern", "gradual", "fromRound", 1, "rounds", 4);
    Examples own = rows(8000);
    Examples before = own;
    for (int round = 1; round <= 4; round++) {
      Examples now = drift.shifted(own, client(1, 3), round);
      assertEquals(round / 4.0, changedLabels(own, now), 0.03);
      for (int row = 0; row < own.rows(); row++) {
        assertTrue(before.targets()[row] == own.targets()[row] || before.targets()[row] == now.targets()[row]);
      }
      before = now;
    }
  }

  private static String refusal(ShiftSetting setting, String id, Object... parameters) {
    return Fixtures.problem(() -> shift(setting, id, parameters)).toString();
  }

  @Test
  void whatDoesNotGoTogetherIsAnsweredInWords() {
    ShiftSetting words = new ShiftSetting(TASK, true, Optional.empty());
    ShiftSetting number = new ShiftSetting(Task.regression("price", ""), false, Optional.empty());
    String noWords =
        "shift.id: Words can't be moved as numbers can: choose label-noise or concept-shift, or data whose features are"
            + " numbers.";
    String noLabels =
        "shift.id: The target 'price' is a number and has no labels to change: choose another shift, or a target of"
            + " classes.";
    assertEquals(noWords, refusal(words, "feature-noise"));
    assertEquals(noWords, refusal(words, "feature-shift"));
    assertEquals(noWords, refusal(words, "drift"));
    assertEquals(noLabels, refusal(number, "label-noise"));
    assertEquals(noLabels, refusal(number, "concept-shift"));
    assertEquals(noLabels, refusal(number, "drift", "swaps", 1));
    assertEquals(
        "shift.id: Only images can be rotated: say in data.image how high and wide they are, or choose another shift.",
        refusal(TABLE, "rotation"));
    assertEquals(
        "shift.angles: At least one angle is needed.", refusal(TABLE, "rotation", "angles", List.of()));
    assertEquals(
        "shift.least: Found 0.9, which is more than most, 0.5: lower least, or raise most.",
        refusal(TABLE, "label-noise", "least", 0.9));
  }
}
