package org.archipelago.results;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.archipelago.core.ClientResult;
import org.archipelago.core.Metrics;
import org.archipelago.core.PrivacyStatus;
import org.archipelago.core.PrivacyStatus.NoiseOrigin;
import org.archipelago.core.RoundResult;
import org.archipelago.core.Run;
import org.archipelago.core.RunState;
import org.archipelago.results.fixture.SampleRuns;
import org.junit.jupiter.api.Test;

class RunSeriesTest {

  @Test
  void everyRoundGivesItsFigures() {
    Run run = SampleRuns.openDigits(3);
    RunSeries series = RunSeries.of(run);
    double[] loss =
        run.rounds().stream().mapToDouble(r -> r.test().orElseThrow().values().get("loss")).toArray();
    double[] accuracy =
        run.rounds().stream().mapToDouble(r -> r.test().orElseThrow().values().get("accuracy")).toArray();
    assertArrayEquals(new double[] {0, 1, 2, 3}, series.testLoss().xs());
    assertArrayEquals(loss, series.testLoss().ys());
    assertArrayEquals(accuracy, series.score().ys());
    assertArrayEquals(new double[] {1, 2, 3}, series.trainLoss().xs(), "round 0 trains nobody");
    assertEquals(run.rounds().get(3).trainLoss().orElseThrow(), series.trainLoss().lastY());
    assertArrayEquals(new double[] {0, 52_000, 52_000, 52_000}, series.bytes().ys(), "down and up");
    assertEquals("s", series.seconds().unit());
    assertEquals(0.0412, series.seconds().y(0));
    assertEquals(0.102777, series.majorityAccuracy().orElseThrow());
    assertTrue(series.epsilon().isEmpty());
    assertTrue(series.privacy().isEmpty());
    assertEquals(50, series.plannedRounds());
  }

  @Test
  void ofManyClientsTheCurvesAreOfSomeAndTheLastSpreadIsOfAll() {
    Run run = SampleRuns.drawnDigits(4);
    RunSeries series = RunSeries.of(run);
    assertEquals(50, series.clients().size());
    assertTrue(series.drawn());
    assertFalse(series.lastSpreadDrawn());
    assertEquals(400, series.lastSpread().orElseThrow().count());
    RunSeries stopped = RunSeries.of(run.withEvaluation(Optional.empty()));
    assertTrue(stopped.lastSpreadDrawn());
    assertEquals(50, stopped.lastSpread().orElseThrow().count());
    assertEquals(stopped.lastSpread().orElseThrow().median(), series.median().lastY());
    assertFalse(RunSeries.of(SampleRuns.openDigits(4)).drawn());
  }

  @Test
  void bothEdgesOfTheMiddleHalfAreOfTheSameRounds() throws InterruptedException {
    Run run = SampleRuns.openDigits(200);
    for (int repeat = 0; repeat < 20; repeat++) {
      RunSeries series = new RunSeries(run.header());
      Thread adding = new Thread(() -> run.rounds().forEach(series::add));
      adding.start();
      while (adding.isAlive()) {
        RunSeries.MiddleHalf half = series.middleHalf();
        assertEquals(half.lower().size(), half.upper().size());
      }
      adding.join();
    }
  }

  @Test
  void regressionIsJudgedByR2AndHasNoMajority() {
    RunSeries series = RunSeries.of(SampleRuns.houses(4));
    assertArrayEquals(new double[] {0, 1, 2, 3, 4}, series.score().xs());
    assertEquals(-3.2, series.score().y(0));
    assertTrue(series.majorityAccuracy().isEmpty());
  }

  @Test
  void privacyIsSpentRoundByRound() {
    RunSeries series = RunSeries.of(SampleRuns.privateDigits(50));
    assertEquals(51, series.epsilon().size());
    assertEquals(0, series.epsilon().y(0));
    assertEquals(SampleRuns.spent(50).epsilon(), series.epsilon().lastY());
    assertEquals(4, series.privacy().orElseThrow().budget().orElseThrow());
  }

  @Test
  void anInfiniteEpsilonIsNoPointButIsKept() {
    RunSeries series = new RunSeries(SampleRuns.privateDigits(0).header());
    series.add(round(0, List.of(), Optional.of(new PrivacyStatus(
        Double.POSITIVE_INFINITY, 1e-5, OptionalDouble.empty(), NoiseOrigin.SIMULATED, "one client"))));
    assertTrue(series.epsilon().isEmpty());
    assertEquals(Double.POSITIVE_INFINITY, series.privacy().orElseThrow().epsilon());
  }

  @Test
  void aSnapshotStaysWhatItWasWhileTheRunGoesOn() {
    Run run = SampleRuns.openDigits(40);
    RunSeries series = new RunSeries(run.header());
    List<Series> snapshots = new ArrayList<>();
    for (RoundResult round : run.rounds()) {
      series.add(round);
      snapshots.add(series.score());
    }
    double[] all = RunSeries.of(run).score().ys();
    for (int i = 0; i < snapshots.size(); i++) {
      assertEquals(i + 1, snapshots.get(i).size());
      assertEquals(all[i], snapshots.get(i).lastY());
      assertEquals(all[0], snapshots.get(i).y(0));
    }
    assertFalse(series.ended());
    series.state(RunState.STOPPED);
    assertTrue(series.ended());
  }

  @Test
  void clientsThatCannotBeJudgedDoNotCount() {
    RunSeries series = new RunSeries(SampleRuns.openDigits(0).header());
    series.add(
        round(
            1,
            List.of(
                client("a", ClientResult.Status.TRAINED, OptionalDouble.of(0.5)),
                client("b", ClientResult.Status.TOO_FEW_ROWS_TO_JUDGE, OptionalDouble.of(1)),
                client("c", ClientResult.Status.NOT_SAMPLED, OptionalDouble.of(0.7)),
                client("d", ClientResult.Status.DROPPED, OptionalDouble.empty())),
            Optional.empty()));
    assertEquals(new Spread(2, 0.5, 0.55, 0.6, 0.65, 0.7), rounded(series.lastSpread().orElseThrow()));
    assertEquals(0.6, series.median().lastY(), 1e-12);
    assertArrayEquals(new double[] {0.5}, series.client("a").ys());
    assertTrue(series.client("b").isEmpty());
    assertTrue(series.client("nobody").isEmpty());
    assertEquals(List.of("a", "c"), series.clients());
    assertEquals(9, series.fewestJudgedRows());
  }

  @Test
  void quartilesAreThoseOfDefinitionSeven() {
    // R 4.3: quantile(c(1, 2, 4, 7, 11, 16)) gives 1.00 2.50 5.50 10.00 16.00
    assertEquals(new Spread(6, 1, 2.5, 5.5, 10, 16), Spread.of(new double[] {16, 1, 7, 2, 11, 4}));
    assertEquals(new Spread(1, 3, 3, 3, 3, 3), Spread.of(new double[] {3}));
    assertThrows(IllegalArgumentException.class, () -> Spread.of(new double[0]));
  }

  @Test
  void pointsMustAscend() {
    var descending =
        assertThrows(
            IllegalArgumentException.class,
            () -> Series.of("s", "", new double[] {1, 1}, new double[] {0, 0}));
    assertEquals("1.0 does not lie after 1.0", descending.getMessage());
    assertThrows(
        IllegalArgumentException.class, () -> Series.of("s", "", new double[] {1}, new double[0]));
    assertThrows(
        IndexOutOfBoundsException.class,
        () -> Series.of("s", "", new double[] {1}, new double[] {2}).y(1));
  }

  private static Spread rounded(Spread s) {
    return new Spread(
        s.count(), round(s.min()), round(s.lowerQuartile()), round(s.median()),
        round(s.upperQuartile()), round(s.max()));
  }

  private static double round(double value) {
    return Math.round(value * 1e9) / 1e9;
  }

  private static RoundResult round(
      int round, List<ClientResult> clients, Optional<PrivacyStatus> privacy) {
    return new RoundResult(
        round, Optional.empty(), OptionalDouble.empty(), clients, privacy, OptionalDouble.empty(),
        OptionalLong.empty(), OptionalLong.empty());
  }

  private static ClientResult client(String name, ClientResult.Status status, OptionalDouble accuracy) {
    Optional<Metrics> local =
        accuracy.isPresent()
            ? Optional.of(Metrics.of(9, java.util.Map.of(Metrics.ACCURACY, accuracy.getAsDouble())))
            : Optional.empty();
    return new ClientResult(
        name, status, 9, 1, OptionalDouble.empty(), local, 0, 0, 0, OptionalDouble.empty(), false);
  }
}
