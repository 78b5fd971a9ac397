package org.archipelago.partition.goal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Language;
import org.archipelago.core.Phrasebook;
import org.archipelago.core.Problem;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.RunControl;
import org.archipelago.core.Seed;
import org.archipelago.data.skew.SkewFigure;
import org.archipelago.data.skew.SkewReport;
import org.archipelago.partition.Draft;
import org.archipelago.partition.Fixtures;
import org.archipelago.partition.PartitionData;
import org.archipelago.partition.Rules;
import org.archipelago.partition.goal.Solution.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SolverTest {

  private static final Seed SEED = new Seed(3);

  private static Draft iid(int rows, int clients) {
    PartitionData data = Fixtures.rows(rows, 10);
    return Rules.deal(data, Fixtures.rule("iid", Map.of("clients", clients)), SEED, Fixtures.CATALOG);
  }

  private static Draft dirichlet(int rows, int clients, double alpha) {
    return Rules.deal(
        Fixtures.rows(rows, 10),
        Fixtures.rule("dirichlet", Map.of("clients", clients, "alpha", alpha)),
        SEED,
        Fixtures.CATALOG);
  }

  private static Solution solve(Draft draft, String... goals) {
    return Solver.solve(
        draft, Goals.parse(List.of(goals)), SEED, ProgressListener.NONE, new RunControl());
  }

  private static Draft met(Solution solution) {
    assertEquals(Outcome.MET, solution.outcome(), solution.sentence());
    return solution.draft().orElseThrow();
  }

  private static int[] sizes(Draft draft) {
    return Arrays.stream(draft.counts()).mapToInt(counts -> Arrays.stream(counts).sum()).toArray();
  }

  private static double excess(Draft draft, String figure) {
    return SkewReport.of(draft.counts(), new Seed(99), new RunControl()).figure(figure).excess();
  }

  private static int moved(Draft from, Draft to) {
    return (int)
        IntStream.range(0, from.data().rows())
            .filter(row -> from.clientOfRow()[row] != to.clientOfRow()[row])
            .count();
  }

  @Test
  void theGoalsOfTheIssueAreMetTogether() {
    Draft found =
        met(
            solve(
                iid(5000, 20),
                "excess jsd.mean 0.20 +- 0.02",
                "size 20..",
                "size 100..400",
                "without class 3 on client 2, client 5, client 7"));
    assertEquals(0.20, excess(found, "jsd.mean"), 0.022);
    assertTrue(Arrays.stream(sizes(found)).allMatch(size -> size >= 100 && size <= 400));
    for (int client : new int[] {1, 4, 6}) {
      assertEquals(0, found.counts()[client][3]);
    }
    assertEquals(0, Arrays.stream(found.reserve()).sum());
  }

  @Test
  void whatMeetsTheGoalsAlreadyStays() {
    Draft draft = iid(1000, 10);
    assertEquals(draft, met(solve(draft, "size 50..150", "excess jsd.mean 0 +- 0.05")));
  }

  @Test
  void onlyRowsThatMustMoveDo() {
    Draft draft = iid(1000, 10);
    int ofTheClass = draft.counts()[4][2];
    Draft found = met(solve(draft, "without class 2 on client 5"));
    assertEquals(0, found.counts()[4][2]);
    assertArrayEquals(sizes(draft), sizes(found));
    // As many come as go, and a few more since the others keep their sizes.
    assertTrue(moved(draft, found) <= 6 * ofTheClass, moved(draft, found) + " of " + ofTheClass);
  }

  @Test
  void skewIsTakenAwayAsWellAsAdded() {
    Draft skewed = dirichlet(4000, 20, 0.1);
    double before = excess(skewed, "jsd.mean");
    assertTrue(before > 0.4, "skewed by " + before);
    Draft found = met(solve(skewed, "excess jsd.mean 0.1 +- 0.01"));
    assertEquals(0.1, excess(found, "jsd.mean"), 0.012);
    assertArrayEquals(sizes(skewed), sizes(found));
  }

  @Test
  void everyFigureCanBeAGoal() {
    for (String goal :
        List.of(
            "excess hellinger.weighted 0.3 +- 0.02",
            "excess l1.mean 0.8 +- 0.03",
            "value entropy.mean 0.5 +- 0.02",
            "value hhi.weighted 0.4 +- 0.02",
            "excess emd.mean 1 +- 0.05")) {
      Draft found = met(solve(iid(2000, 10), goal));
      Goal.Figure figure = (Goal.Figure) GoalText.parse(goal);
      SkewFigure reached =
          SkewReport.of(found.counts(), new Seed(99), new RunControl()).figure(figure.id());
      assertEquals(
          figure.value(),
          figure.excess() ? reached.excess() : reached.value(),
          figure.tolerance() + 0.003,
          goal);
    }
  }

  @Test
  void smallClientsReachAnExcessOverChance() {
    Draft found = met(solve(iid(1437, 300), "excess jsd.mean 0.15 +- 0.01"));
    assertEquals(0.15, excess(found, "jsd.mean"), 0.012);
  }

  @Test
  void lockedCellsKeepTheirRows() {
    Draft draft = iid(2000, 10);
    boolean[] locked = new boolean[100];
    Arrays.fill(locked, 20, 30, true);
    locked[55] = true;
    Draft found =
        met(
            solve(
                new Draft(draft.data(), draft.clients(), draft.clientOfRow(), locked),
                "excess jsd.mean 0.3 +- 0.02"));
    assertArrayEquals(draft.rowsOf(2), found.rowsOf(2));
    int[] lockedRows =
        Arrays.stream(draft.rowsOf(5)).filter(row -> draft.data().labels()[row] == 5).toArray();
    assertArrayEquals(
        lockedRows,
        Arrays.stream(found.rowsOf(5)).filter(row -> draft.data().labels()[row] == 5).toArray());
    assertArrayEquals(locked, found.locked());
  }

  @Test
  void theReserveIsKeptDealtOrUsed() {
    Draft all = iid(1000, 10);
    int[] clientOfRow = all.clientOfRow().clone();
    Arrays.fill(clientOfRow, 0, 100, Draft.NOBODY);
    Draft draft = Draft.of(all.data(), all.clients(), clientOfRow);
    Draft kept = met(solve(draft, "size 85..95"));
    assertEquals(100, Arrays.stream(kept.reserve()).sum());
    assertTrue(IntStream.range(0, 100).allMatch(row -> kept.clientOfRow()[row] == Draft.NOBODY));
    assertEquals(0, Arrays.stream(met(solve(draft, "reserve empty")).reserve()).sum());
    Draft used = met(solve(draft, "size 50", "reserve free"));
    assertTrue(Arrays.stream(sizes(used)).allMatch(size -> size == 50));
    assertEquals(500, Arrays.stream(used.reserve()).sum());
  }

  @Test
  void aConflictNamesTheGoalsThatConflictAndNoOthers() {
    Solution solution =
        solve(
            iid(1000, 10),
            "size 20..",
            "size ..400",
            "without class 3",
            "without class 2 on client 1",
            "excess jsd.mean 0.2 +- 0.02");
    assertEquals(Outcome.CONFLICT, solution.outcome());
    assertTrue(solution.draft().isEmpty());
    assertEquals(List.of("without class 3", "all rows are dealt"), solution.conflict());
    assertEquals(
        "These goals conflict: 'without class 3', 'all rows are dealt'."
            + " At the least 100 rows are missing or do not fit.",
        solution.sentence());
  }

  @Test
  void moreThanTheRowsIsAConflictOfOneGoal() {
    Solution solution = solve(iid(1000, 10), "size 150..");
    assertEquals(
        "There are not the rows for 'size 150..'. At the least 500 rows are missing or do not fit.",
        solution.sentence());
  }

  @Test
  void locksAreNamedInConflicts() {
    Draft draft = iid(1000, 10);
    boolean[] locked = new boolean[100];
    Arrays.fill(locked, 20, 30, true);
    Solution solution =
        solve(
            new Draft(draft.data(), draft.clients(), draft.clientOfRow(), locked),
            "size 90..",
            "without class 3 on client 3, client 4");
    assertEquals(
        List.of("without class 3 on client 3, client 4", "the locked cells of client 3"),
        solution.conflict());
  }

  @Test
  void aFigureOutOfReachIsSaidWithTheNearest() {
    Solution solution = solve(iid(1000, 10), "excess jsd.mean 0.9 +- 0.02", "count 5.. of class 3");
    assertEquals(Outcome.FIGURE_MISSED, solution.outcome());
    assertTrue(
        solution
            .sentence()
            .startsWith(
                "The goal 'excess jsd.mean 0.9 +- 0.02' conflicts with the others: the nearest partition that was"
                    + " found has 0."),
        solution.sentence());
    assertTrue(Arrays.stream(solution.draft().orElseThrow().counts()).allMatch(counts -> counts[3] >= 5));
  }

  @Test
  void theSameSeedGivesTheSamePartition() {
    Draft draft = iid(2000, 20);
    String[] goals = {"excess jsd.mean 0.3 +- 0.01", "size 80..120"};
    assertEquals(met(solve(draft, goals)), met(solve(draft, goals)));
  }

  @Test
  void namesThatAreNotThereAreProblems() {
    InvalidInputException thrown =
        assertThrows(
            InvalidInputException.class,
            () -> solve(iid(100, 2), "without class 12", "size 3.. on client 2, Paris"));
    assertEquals(
        List.of(
            "'without class 12': there is no class 'class 12'. There are: class 0, class 1, class 2, class 3,"
                + " class 4, class 5, class 6, class 7, class 8, class 9.",
            "'size 3.. on client 2, Paris': there is no client 'Paris'."),
        thrown.problems().stream().map(problem -> problem.message()).toList());
  }

  @Test
  void stoppedAtOnceThereIsNothingStoppedLaterTheBestSoFar() {
    RunControl control = new RunControl();
    control.stop();
    Goals goals = Goals.parse(List.of("excess jsd.mean 0.3 +- 0.0001", "size 40..200"));
    Draft draft = iid(2000, 20);
    Solution nothing = Solver.solve(draft, goals, SEED, ProgressListener.NONE, control);
    assertEquals(Outcome.STOPPED, nothing.outcome());
    assertTrue(nothing.draft().isEmpty());

    RunControl later = new RunControl();
    ProgressListener stopper =
        (what, done, total) -> {
          if (what.startsWith("Looking for the figure")) {
            later.stop();
          }
        };
    Solution best = Solver.solve(draft, goals, SEED, stopper, later);
    assertEquals(Outcome.STOPPED, best.outcome());
    assertTrue(Arrays.stream(sizes(best.draft().orElseThrow())).allMatch(size -> size >= 40 && size <= 200));
    assertFalse(best.sentence().isBlank());
  }

  @Test
  void groupsStayWhole(@TempDir Path folder) throws IOException {
    PartitionData data = Fixtures.ofPatients(folder, 600, 97);
    Draft dealt = Rules.deal(data, Fixtures.rule("iid", Map.of("clients", 4)), SEED, Fixtures.CATALOG);
    int[] groupOf = data.groupOfRow().orElseThrow();
    for (String goal : List.of("without c1 on client 2", "excess jsd.mean 0.3 +- 0.05")) {
      Solution solution = solve(dealt, goal);
      int[] places = solution.draft().orElseThrow().clientOfRow();
      Map<Integer, Integer> home = new HashMap<>();
      for (int row = 0; row < places.length; row++) {
        Integer place = home.putIfAbsent(groupOf[row], places[row]);
        assertTrue(place == null || place == places[row], "group " + groupOf[row] + " is parted");
      }
      assertTrue(
          solution.outcome() == Outcome.MET
              || solution.sentence().startsWith("Groups of rows are kept together, so that these goals are met")
              || solution.sentence().startsWith("The goal 'excess jsd.mean 0.3 +- 0.05' conflicts"),
          solution.sentence());
    }
  }

  @Test
  void sentencesAreKnownInChinese() {
    Phrasebook chinese = Phrasebook.beside(Problem.class, "problemMessages", Language.CHINESE);
    assertEquals(
        "这些目标互相冲突：'without class 3'、'全部行都分给客户端'。至少有 100 行缺少或放不下。",
        chinese.say(solve(iid(1000, 10), "without class 3").sentence()));
    assertEquals(
        "没有足够的行满足 'size 150..'。至少有 500 行缺少或放不下。",
        chinese.say(solve(iid(1000, 10), "size 150..").sentence()));
    assertTrue(chinese.say(solve(iid(1000, 10), "excess jsd.mean 0.2 +- 0.1").sentence()).startsWith("所有目标"));
    assertTrue(chinese.say(solve(iid(1000, 10), "value jsd.mean 3 +- 0.1").sentence()).startsWith("目标 '"));
  }

  @Test
  void aThousandClientsAreSolved() {
    Draft found =
        met(
            solve(
                dirichlet(70_000, 1000, 0.5),
                "excess jsd.mean 0.3 +- 0.01",
                "size 20..200",
                "without class 3 on client 2, client 5, client 7"));
    assertTrue(Arrays.stream(sizes(found)).allMatch(size -> size >= 20 && size <= 200));
    assertEquals(0.3, excess(found, "jsd.mean"), 0.011);
  }
}
