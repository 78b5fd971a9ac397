package org.archipelago.testing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.archipelago.core.Examples;
import org.archipelago.core.ImageSize;
import org.archipelago.core.RandomStream;
import org.archipelago.core.Seed;
import org.archipelago.core.Task;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.data.shift.Shift;
import org.archipelago.data.shift.ShiftFactory;
import org.archipelago.data.shift.ShiftSetting;
import org.archipelago.data.shift.ShiftedClient;
import org.junit.jupiter.api.Test;

/** What every shift promises, on 30 images of three by four pixels in four classes. */
public abstract class ShiftContract extends ComponentContract<ShiftFactory> {

  private static final int ROWS = 30;
  private static final int CLIENTS = 5;
  private static final int ROUNDS = 9;
  private static final ShiftSetting SETTING =
      new ShiftSetting(
          Task.classification("kind", List.of("a", "b", "c", "d")), false, Optional.of(new ImageSize(3, 4, 1)));

  @Override
  protected final ComponentKind kind() {
    return ComponentKind.SHIFT;
  }

  /** The one under which rows stay as they are has no source. */
  @Override
  protected boolean followsAPaper() {
    return shift().isPresent();
  }

  @Override
  protected void use(ParameterValues values) {
    factory().create(values, SETTING).ifPresent(shift -> shift.shifted(rows(), client(1), 3));
  }

  private Optional<Shift> shift() {
    return factory().create(values(), SETTING);
  }

  private static ShiftedClient client(int index) {
    return new ShiftedClient(index, CLIENTS, new Seed(7));
  }

  private static Examples rows() {
    RandomStream random = new RandomStream(3);
    float[] features = new float[ROWS * 12];
    for (int i = 0; i < features.length; i++) {
      features[i] = (float) random.nextDouble();
    }
    float[] labels = new float[ROWS];
    for (int row = 0; row < ROWS; row++) {
      labels[row] = row % 4;
    }
    return new Examples(12, features, labels);
  }

  @Test
  void theRowsItIsGivenStayAsTheyAre() {
    Examples own = rows();
    shift()
        .ifPresent(
            shift ->
                IntStream.rangeClosed(1, ROUNDS).forEach(round -> shift.shifted(own, client(1), round)));
    assertEquals(rows(), own);
  }

  @Test
  void rowsStayAsManyAndLabelsAreLabels() {
    if (shift().isEmpty()) {
      return;
    }
    for (int client = 0; client < CLIENTS; client++) {
      for (int round = 1; round <= ROUNDS; round++) {
        Examples shifted = shift().get().shifted(rows(), client(client), round);
        assertEquals(ROWS, shifted.rows());
        assertEquals(12, shifted.columns());
        for (float label : shifted.targets()) {
          assertTrue(label >= 0 && label < 4 && label == Math.rint(label), "label " + label);
        }
        for (float value : shifted.features()) {
          assertTrue(Float.isFinite(value), "feature " + value);
        }
      }
    }
  }

  @Test
  void somethingChangesForSomebody() {
    if (shift().isEmpty()) {
      return;
    }
    assertTrue(
        IntStream.range(0, CLIENTS)
            .anyMatch(client -> !shift().get().shifted(rows(), client(client), ROUNDS).equals(rows())));
  }

  @Test
  void theSameClientHasTheSameRowsWhenAskedAgain() {
    if (shift().isEmpty()) {
      return;
    }
    for (int round = 1; round <= ROUNDS; round++) {
      Examples once = shift().get().shifted(rows(), client(2), round);
      Examples again = shift().get().shifted(rows(), client(2), round);
      assertArrayEquals(once.features(), again.features());
      assertArrayEquals(once.targets(), again.targets());
    }
  }

  @Test
  void whatDoesNotDriftIsTheSameInEveryRound() {
    if (shift().isEmpty() || shift().get().drifts()) {
      return;
    }
    assertEquals(shift().get().shifted(rows(), client(3), 1), shift().get().shifted(rows(), client(3), ROUNDS));
  }
}
