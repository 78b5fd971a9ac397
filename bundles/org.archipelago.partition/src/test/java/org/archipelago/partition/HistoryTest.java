package org.archipelago.partition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {

  private final Draft start = Fixtures.dealtInTurn(Fixtures.rows(120, 3), 4);
  private final History history = new History(start);

  @Test
  void everyEditIsUndoneAndRedone() {
    List<Edit> edits =
        List.of(
            Edits.move(4, 1, 0, 2),
            Edits.setCount(new Cell(3, 0), 2),
            Edits.lock(List.of(new Cell(3, 0))),
            Edits.split(1, 3),
            Edits.merge(List.of(1, 2)),
            Edits.add("Basel"),
            Edits.rename(0, "Bern"),
            Edits.remove(List.of(1)),
            Edits.dealReserve(),
            Edits.deal(dealing(6, 1), Fixtures.CATALOG));
    List<Draft> states = new ArrayList<>(List.of(start));
    for (Edit edit : edits) {
      String name = edit.name(history.current());
      history.perform(edit);
      assertEquals(Optional.of(name), history.undoName());
      states.add(history.current());
    }
    for (int i = edits.size(); i > 0; i--) {
      assertEquals(states.get(i), history.current());
      history.undo();
    }
    assertEquals(start, history.current());
    assertTrue(history.undoName().isEmpty());
    history.undo();
    for (int i = 1; i <= edits.size(); i++) {
      history.redo();
      assertEquals(states.get(i), history.current());
    }
    assertTrue(history.redoName().isEmpty());
    history.redo();
    assertEquals(states.get(edits.size()), history.current());
  }

  @Test
  void aNewEditTakesThePlaceOfWhatWasUndone() {
    history.perform(Edits.add("Basel"));
    history.undo();
    assertEquals(Optional.of("Add Basel"), history.redoName());
    history.perform(Edits.add("Bern"));
    assertTrue(history.redoName().isEmpty());
    assertEquals("Bern", history.current().clients().get(4));
  }

  @Test
  void whatIsRefusedOrChangesNothingIsNoStep() {
    assertThrows(InvalidInputException.class, () -> history.perform(Edits.rename(0, "client 2")));
    history.perform(Edits.setCount(new Cell(0, 0), 10));
    history.perform(Edits.rename(0, "client 1"));
    assertTrue(history.undoName().isEmpty());
    assertFalse(history.isChangedSinceSaved());
    assertEquals(start, history.current());
  }

  @Test
  void changedIsWhatDiffersFromWhenItWasSaved() {
    assertFalse(history.isChangedSinceSaved());
    history.perform(Edits.add("Basel"));
    assertTrue(history.isChangedSinceSaved());
    history.markSaved();
    history.perform(Edits.add("Bern"));
    history.undo();
    assertFalse(history.isChangedSinceSaved());
    history.undo();
    assertTrue(history.isChangedSinceSaved());
    history.perform(Edits.add("Basel"));
    assertTrue(history.isChangedSinceSaved());
  }

  @Test
  void theEarliestStepsAreForgottenButTheLatestNever() {
    History small = new History(start, Recipe.UNKNOWN, 1000);
    for (int i = 0; i < 50; i++) {
      small.perform(Edits.move(5, 0, i % 2, 1 - i % 2));
    }
    int undone = 0;
    while (small.undoName().isPresent()) {
      small.undo();
      undone++;
    }
    assertTrue(undone >= 1 && undone < 5, "undone " + undone);
    assertEquals(50 - undone, small.recipe().byHand().size());
    History tiny = new History(start, Recipe.UNKNOWN, 1);
    tiny.perform(Edits.add("Basel"));
    tiny.undo();
    assertEquals(start, tiny.current());
  }

  @Test
  void theRecipeIsTheRuleAndWhatWasDoneByHandSince() {
    Dealing first = dealing(4, 1);
    History from = new History(start, Recipe.of(first));
    from.perform(Edits.add("Basel"));
    from.perform(Edits.rename(4, "Bern"));
    assertEquals(new Recipe(Optional.of(first), List.of("Add Basel", "Rename Basel to Bern")), from.recipe());
    Dealing second = dealing(5, 2);
    from.perform(Edits.deal(second, Fixtures.CATALOG));
    assertEquals(Recipe.of(second), from.recipe());
    from.perform(Edits.lock(List.of(new Cell(0, 0))));
    from.perform(Edits.deal(first.equals(second) ? second : dealing(5, 3), Fixtures.CATALOG));
    assertEquals(2, from.recipe().byHand().size());
    assertEquals(Optional.of(dealing(5, 3)), from.recipe().dealing());
    from.undo();
    from.undo();
    from.undo();
    assertEquals(new Recipe(Optional.of(first), List.of("Add Basel", "Rename Basel to Bern")), from.recipe());
  }

  @Test
  void rowsThatAreKeptTogetherArePartedByNoEdit(@TempDir Path folder) throws IOException {
    PartitionData data = Fixtures.ofPatients(folder, 400, 57);
    Dealing iid = new Dealing(Fixtures.rule("iid", Map.of("clients", 4)), new Seed(3));
    History grouped = new History(Rules.deal(data, iid.rule(), iid.seed(), Fixtures.CATALOG), Recipe.of(iid));
    int there = grouped.current().counts()[0][1];
    grouped.perform(Edits.move(15, 1, 0, 1));
    assertEquals(15, there - grouped.current().counts()[0][1], 4);
    assertTogether(grouped.current());
    grouped.perform(Edits.split(1, 3));
    assertTogether(grouped.current());
    grouped.perform(Edits.setCount(new Cell(0, 2), 20));
    assertTogether(grouped.current());
    String refusal =
        assertThrows(InvalidInputException.class, () -> grouped.perform(Edits.move(1, 0, 0, 1)))
            .problems()
            .get(0)
            .message();
    assertTrue(refusal.contains("which are kept together (data.group, data.duplicates)"), refusal);
  }

  private static void assertTogether(Draft draft) {
    int[] groupOf = draft.data().groupOfRow().orElseThrow();
    Map<Integer, Integer> places = new HashMap<>();
    for (int row = 0; row < groupOf.length; row++) {
      Integer place = places.putIfAbsent(groupOf[row], draft.clientOfRow()[row]);
      assertTrue(place == null || place == draft.clientOfRow()[row], "group " + groupOf[row]);
    }
  }

  private static Dealing dealing(int clients, long seed) {
    return new Dealing(
        Fixtures.rule("dirichlet", Map.of("clients", clients, "alpha", 0.5)), new Seed(seed));
  }
}
