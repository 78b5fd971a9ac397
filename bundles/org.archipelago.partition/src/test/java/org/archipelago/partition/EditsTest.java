package org.archipelago.partition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Language;
import org.archipelago.core.RandomStream;
import org.archipelago.core.Seed;
import org.junit.jupiter.api.Test;

class EditsTest {

  /** 120 rows of 3 classes on 4 clients: 10 rows a cell. */
  private final Draft draft = Fixtures.dealtInTurn(Fixtures.rows(120, 3), 4);

  @Test
  void rowsMoveFromClientToClientAndToTheReserve() {
    Draft moved = apply(draft, Edits.move(4, 1, 0, 2));
    assertEquals(6, moved.counts()[0][1]);
    assertEquals(14, moved.counts()[2][1]);
    Draft reserved = apply(moved, Edits.move(3, 1, 2, Draft.NOBODY));
    assertArrayEquals(new int[] {0, 3, 0}, reserved.reserve());
    assertEquals(120 - 3, Arrays.stream(reserved.sizes()).sum());
    assertEquals(
        "Move 4 rows of class class 1 from client 1 to client 3", Edits.move(4, 1, 0, 2).name(draft));
  }

  @Test
  void rowsOfSeveralCellsMoveInOneStep() {
    Edit moveAll = Edits.moveAll(Map.of(new Cell(0, 0), 4, new Cell(0, 1), 6, new Cell(1, 1), 1), 3);
    Draft moved = apply(draft, moveAll);
    assertArrayEquals(new int[] {14, 17, 10}, moved.counts()[3]);
    assertArrayEquals(new int[] {6, 4, 10}, moved.counts()[0]);
    assertEquals("Move 11 rows of 3 cells to client 4", moveAll.name(draft));
    Draft locked = apply(draft, Edits.lock(List.of(new Cell(1, 1))));
    assertEquals("Class 'class 1' of 'client 2' is locked; unlock the cell first.", refusal(locked, moveAll));
  }

  @Test
  void moreRowsThanThereAreDoNotMove() {
    assertEquals(
        "11 rows of class 'class 1' are to leave client 1, which has 10; move fewer.",
        refusal(draft, Edits.move(11, 1, 0, 2)));
  }

  @Test
  void whichRowsMoveIsDrawnAndTheSameSeedDrawsTheSame() {
    int[] first = Edits.move(5, 0, 0, 1).apply(draft, new RandomStream(1)).clientOfRow();
    assertArrayEquals(first, Edits.move(5, 0, 0, 1).apply(draft, new RandomStream(1)).clientOfRow());
    assertFalse(
        Arrays.equals(first, Edits.move(5, 0, 0, 1).apply(draft, new RandomStream(2)).clientOfRow()));
  }

  @Test
  void aSmallerCountFillsTheReserveAndALargerOneEmptiesItFirst() {
    Draft fewer = apply(draft, Edits.setCount(new Cell(0, 2), 4));
    assertEquals(4, fewer.counts()[0][2]);
    assertEquals(6, fewer.reserve()[2]);
    Draft more = apply(fewer, Edits.setCount(new Cell(3, 2), 25));
    assertEquals(25, more.counts()[3][2]);
    assertEquals(0, more.reserve()[2]);
    assertArrayEquals(new int[] {3, 6, 6}, sorted(more.counts()[0][2], more.counts()[1][2], more.counts()[2][2]));
    assertEquals(120, Arrays.stream(more.sizes()).sum());
  }

  @Test
  void severalCountsAreSetWithoutTakingFromOneAnother() {
    Draft set = apply(draft, Edits.setCounts(Map.of(new Cell(0, 0), 15, new Cell(1, 0), 15)));
    assertEquals(15, set.counts()[0][0]);
    assertEquals(15, set.counts()[1][0]);
    assertEquals(10, set.counts()[2][0] + set.counts()[3][0]);
  }

  @Test
  void countsThatNobodyCanFillAreRefused() {
    assertEquals(
        "'client 1' would need 31 more rows of class 'class 0', but 30 are to be had: 0 in the reserve, 30 on"
            + " clients whose cells are not locked. Set at most 40, or unlock cells of that class.",
        refusal(draft, Edits.setCount(new Cell(0, 0), 41)));
    Draft locked = apply(draft, Edits.lock(List.of(new Cell(1, 0))));
    assertTrue(refusal(locked, Edits.setCount(new Cell(0, 0), 35)).contains("20 are to be had"));
    assertEquals(
        "Found -1, but a number of rows is at least 0.", refusal(draft, Edits.setCount(new Cell(0, 0), -1)));
  }

  @Test
  void lockedCellsAreChangedByNoEdit() {
    Draft locked = apply(draft, Edits.lock(List.of(new Cell(1, 2))));
    String said = "Class 'class 2' of 'client 2' is locked; unlock the cell first.";
    assertEquals(said, refusal(locked, Edits.move(1, 2, 1, 0)));
    assertEquals(said, refusal(locked, Edits.move(1, 2, 0, 1)));
    assertEquals(said, refusal(locked, Edits.setCount(new Cell(1, 2), 3)));
    assertEquals(said, refusal(locked, Edits.split(1, 2)));
    assertEquals(said, refusal(locked, Edits.merge(List.of(0, 1))));
    assertEquals(said, refusal(locked, Edits.remove(List.of(1))));
    int[] elsewhere = locked.clientOfRow().clone();
    elsewhere[locked.rowsOf(1)[2]] = 0;
    assertEquals(said, refusal(locked, Edits.replace("Solve", Draft.of(locked.data(), locked.clients(), elsewhere))));
    assertEquals(draft, apply(locked, Edits.unlock(List.of(new Cell(1, 2)))));
  }

  @Test
  void aClientSplitsWithItsClassesEvenlyAndMergesAgain() {
    Draft split = apply(draft, Edits.split(1, 3));
    assertEquals(
        List.of("client 1", "client 2", "client 2 (2)", "client 2 (3)", "client 3", "client 4"), split.clients());
    for (int part = 1; part <= 3; part++) {
      for (int label = 0; label < 3; label++) {
        assertEquals(3.5, split.counts()[part][label], 0.6);
      }
    }
    assertEquals(draft, apply(split, Edits.merge(List.of(3, 1, 2))));
    assertTrue(refusal(draft, Edits.split(0, 31)).contains("'client 1' has 30 rows"));
    assertTrue(refusal(draft, Edits.merge(List.of(2, 2))).contains("two or more"));
  }

  @Test
  void locksStayWithTheirClientsWhenOthersComeAndGo() {
    Draft locked = apply(draft, Edits.lock(List.of(new Cell(3, 1))));
    Draft fewer = apply(locked, Edits.remove(List.of(0)));
    assertTrue(fewer.isLocked(2, 1));
    assertEquals(List.of("client 2", "client 3", "client 4"), fewer.clients());
    assertArrayEquals(new int[] {10, 10, 10}, fewer.reserve());
    Draft more = apply(apply(fewer, Edits.split(0, 2)), Edits.add("Basel"));
    assertTrue(more.isLocked(3, 1));
    assertEquals(List.of("client 2", "client 2 (2)", "client 3", "client 4", "Basel"), more.clients());
    assertEquals(0, more.sizes()[4]);
  }

  @Test
  void namesOfClientsAreTheirOwn() {
    assertEquals(
        "Another client is called 'client 2' already; choose another name.",
        refusal(draft, Edits.rename(0, "client 2")));
    assertEquals("A client needs a name.", refusal(draft, Edits.add(" ")));
    assertEquals("client 1", apply(draft, Edits.rename(0, "client 1")).clients().get(0));
    assertEquals("Basel", apply(draft, Edits.rename(2, "Basel")).clients().get(2));
    assertEquals(
        "These are all the clients, and at least one is needed; leave one.",
        refusal(draft, Edits.remove(List.of(0, 1, 2, 3))));
  }

  @Test
  void theReserveIsDealtByTheClientsSizesToCellsThatAreFree() {
    Draft fewer = apply(draft, Edits.setCounts(Map.of(new Cell(0, 0), 0, new Cell(1, 0), 0)));
    Draft locked = apply(fewer, Edits.lock(List.of(new Cell(0, 0))));
    Draft dealt = apply(locked, Edits.dealReserve());
    assertEquals(0, dealt.reserve()[0]);
    assertEquals(0, dealt.counts()[0][0]);
    assertEquals(5, dealt.counts()[1][0]);
    assertEquals("Deal 20 rows of the reserve", Edits.dealReserve().name(locked));
    assertEquals("The reserve has no rows.", refusal(draft, Edits.dealReserve()));
  }

  @Test
  void aRuleDealsAgainAndLockedCellsKeepTheirRows() {
    PartitionData data = Fixtures.rows(3000, 3);
    Draft start = Fixtures.dealtInTurn(data, 5);
    Draft none = apply(start, Edits.setCount(new Cell(1, 0), 0));
    Draft locked = apply(none, Edits.lock(List.of(new Cell(1, 0), new Cell(2, 2))));
    int[] kept = cell(locked, 2, 2);
    for (long seed = 1; seed <= 20; seed++) {
      Draft dealt = apply(locked, dirichlet(5, seed));
      assertEquals(0, dealt.counts()[1][0]);
      assertArrayEquals(kept, cell(dealt, 2, 2));
      assertEquals(0, Arrays.stream(dealt.reserve()).sum());
      assertEquals(locked.clients(), dealt.clients());
      assertArrayEquals(locked.locked(), dealt.locked());
    }
    assertNotEquals(apply(locked, dirichlet(5, 1)), apply(locked, dirichlet(5, 2)));
    assertEquals(
        "'client 3' has locked cells, but the rule makes only 2 clients; unlock them, or ask for 3 clients or more.",
        refusal(locked, dirichlet(2, 1)));
    assertEquals(8, apply(locked, dirichlet(8, 1)).clients().size());
  }

  @Test
  void withoutLocksARuleDealsAsARunDoes() {
    PartitionData data = Fixtures.rows(300, 3);
    Draft dealt = apply(Fixtures.dealtInTurn(data, 7), dirichlet(5, 3));
    Dealing dealing = dealing(5, 3);
    assertEquals(Rules.deal(data, dealing.rule(), dealing.seed(), Fixtures.CATALOG), dealt);
  }

  @Test
  void namesOfEditsAreKnownInChinese() {
    List<Edit> all =
        List.of(
            Edits.move(1, 0, 0, Draft.NOBODY),
            Edits.moveAll(Map.of(new Cell(0, 0), 1, new Cell(Draft.NOBODY, 1), 0), 2),
            Edits.setCount(new Cell(0, 0), 12),
            Edits.setCounts(Map.of(new Cell(0, 0), 12, new Cell(1, 0), 3)),
            Edits.dealReserve(),
            Edits.lock(List.of(new Cell(0, 0))),
            Edits.unlock(List.of(new Cell(0, 0), new Cell(1, 1))),
            Edits.split(0, 2),
            Edits.merge(List.of(0, 1)),
            Edits.add("Basel"),
            Edits.remove(List.of(0, 1, 2, 3)),
            Edits.rename(0, "Basel"),
            dirichlet(5, 3));
    for (Edit edit : all) {
      String chinese = EditWords.in(Language.CHINESE, edit.name(draft));
      assertTrue(chinese.codePoints().anyMatch(Character::isIdeographic), chinese);
      assertFalse(chinese.contains("rows"), chinese);
    }
    assertEquals(
        "把类别 class 0 的1 行从 client 1 移到 备用池", EditWords.in(Language.CHINESE, all.get(0).name(draft)));
  }

  private static Edit dirichlet(int clients, long seed) {
    return Edits.deal(dealing(clients, seed), Fixtures.CATALOG);
  }

  private static Dealing dealing(int clients, long seed) {
    return new Dealing(
        Fixtures.rule("dirichlet", Map.of("clients", clients, "alpha", 0.5)), new Seed(seed));
  }

  private static int[] cell(Draft draft, int client, int label) {
    return Arrays.stream(draft.rowsOf(client)).filter(row -> draft.data().labels()[row] == label).toArray();
  }

  private static int[] sorted(int... values) {
    Arrays.sort(values);
    return values;
  }

  private static Draft apply(Draft draft, Edit edit) {
    return edit.apply(draft, new RandomStream(5));
  }

  private static String refusal(Draft draft, Edit edit) {
    return assertThrows(InvalidInputException.class, () -> apply(draft, edit)).problems().get(0).message();
  }
}
