package org.archipelago.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.archipelago.core.ClientResult;
import org.archipelago.core.DatasetSummary;
import org.archipelago.core.DatasetSummary.ClientSummary;
import org.archipelago.core.Experiment;
import org.archipelago.core.Metrics;
import org.archipelago.core.Provenance;
import org.archipelago.core.RoundResult;
import org.archipelago.core.Run;
import org.archipelago.core.RunEvaluation;
import org.archipelago.core.RunHeader;
import org.archipelago.core.RunOutcome;
import org.archipelago.core.RunState;
import org.archipelago.core.Task;
import org.archipelago.store.samples.SampleExperiments;
import org.archipelago.ui.tests.pages.WorkbenchPage;
import org.archipelago.ui.workbench.Workspace;
import org.archipelago.ui.workbench.run.ClientRow;
import org.archipelago.ui.workbench.run.RunModel;
import org.archipelago.ui.workbench.run.RunSnapshot;
import org.junit.jupiter.api.Test;

class RunModelTest {

  private static final long SECOND = 1_000_000_000L;

  private final AtomicLong clock = new AtomicLong();
  private final RunModel model = new RunModel("digits", clock::get);

  @Test
  void preparationShowsItsProgressAndWhatIsBeingDone() {
    model.progress("reading rows", 25, 100);
    RunSnapshot run = model.snapshot();
    assertEquals(RunState.PREPARING, run.state());
    assertEquals("reading rows", run.message());
    assertEquals(0.25, run.progress());
    assertTrue(run.series().isEmpty());
  }

  @Test
  void whatIsBeingDoneIsSaidInTheLanguageOfTheProgram() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.CHINESE);
    try {
      model.progress("Reading sample:digits", 0, 0);
      assertEquals("正在读取 sample:digits", model.snapshot().message());
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void progressCountsWholeRoundsAndTheClientsOfTheRoundUnderWay() {
    begin(false);
    model.round(round(0, 0));
    model.round(round(1, 2));
    model.progress(2, 5, 10);
    assertEquals(1.5 / 50, model.snapshot().progress(), 1e-12);
    model.progress(1, 10, 10);
    assertEquals(1.0 / 50, model.snapshot().progress(), 1e-12, "news of a round that is over");
  }

  @Test
  void pausesDoNotCountAsTimeWorked() {
    begin(false);
    clock.addAndGet(3 * SECOND);
    model.state(RunState.PAUSED);
    clock.addAndGet(100 * SECOND);
    assertEquals(3, model.snapshot().elapsedSeconds(), 1e-9);
    model.state(RunState.RUNNING);
    clock.addAndGet(2 * SECOND);
    assertEquals(5, model.snapshot().elapsedSeconds(), 1e-9);
    model.finished(new RunOutcome(RunState.STOPPED, 0, "Stopped."));
    clock.addAndGet(100 * SECOND);
    assertEquals(5, model.snapshot().elapsedSeconds(), 1e-9);
  }

  @Test
  void theTimeLeftFollowsThePaceOfTheLastRounds() {
    begin(false);
    model.round(round(0, 0));
    assertTrue(model.snapshot().remainingSeconds().isEmpty());
    for (int i = 1; i <= 10; i++) {
      model.round(round(i, 100));
    }
    for (int i = 11; i <= 20; i++) {
      model.round(round(i, 2));
    }
    assertEquals(30 * 2, model.snapshot().remainingSeconds().getAsDouble(), 1e-9);
    model.finished(new RunOutcome(RunState.STOPPED, 20, "Stopped."));
    assertTrue(model.snapshot().remainingSeconds().isEmpty());
  }

  @Test
  void aClientKeepsWhatIsKnownOfItWhileItIsNotAsked() {
    begin(false);
    assertEquals(null, client(0).status());
    model.round(round(1, 1, trained("client 1", 0.5, 0.75), idle("client 2")));
    model.round(round(2, 1, idle("client 1"), trained("client 2", 0.25, 1)));

    assertEquals(ClientResult.Status.NOT_SAMPLED, client(0).status());
    assertEquals(1, client(0).lastTrained());
    assertEquals(OptionalDouble.of(0.5), client(0).loss());
    assertEquals(OptionalDouble.of(0.75), client(0).score());
    assertEquals(2, client(1).lastTrained());
  }

  @Test
  void aClientThatARoundDoesNotTellOfWasNotAskedAndIsJudgedAtTheEnd() {
    begin(false);
    model.round(round(1, 1, trained("client 1", 0.5, 0.75)));
    assertEquals(ClientResult.Status.NOT_SAMPLED, client(1).status());
    assertEquals(OptionalDouble.empty(), client(1).score());
    model.round(round(2, 1, trained("client 2", 0.5, 0.75)));
    assertEquals(ClientResult.Status.NOT_SAMPLED, client(0).status());
    assertEquals(1, client(0).lastTrained());
    Metrics figures = Metrics.of(10, Map.of(Metrics.ACCURACY, 0.9));
    model.evaluated(
        new RunEvaluation(
            2,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(new RunEvaluation.OwnFigures("client 1", figures))));
    assertEquals(OptionalDouble.of(0.9), client(0).score());
    assertEquals(OptionalDouble.of(0.75), client(1).score());
  }

  @Test
  void aRecordIsShownAsItEnded() {
    RunHeader header = header(true);
    Run run =
        new Run("id", header, List.of(round(0, 0), round(1, 4)), RunState.BUDGET_REACHED, "The budget.");
    RunModel recorded = RunModel.of(run);
    RunSnapshot snapshot = recorded.snapshot();
    assertEquals("id", recorded.id());
    assertEquals(RunState.BUDGET_REACHED, snapshot.state());
    assertEquals("The budget.", snapshot.message());
    assertEquals(1, snapshot.round());
    assertEquals(4, snapshot.elapsedSeconds(), 1e-9);
    assertTrue(snapshot.series().orElseThrow().ended());
    assertFalse(snapshot.clientsWithheld(), "this record tells of its clients");
  }

  @Test
  void listenersHearOfEveryChangeUntilTheyAreRemoved() {
    AtomicInteger heard = new AtomicInteger();
    Runnable listener = heard::incrementAndGet;
    model.addListener(listener);
    begin(false);
    int before = heard.get();
    assertTrue(before > 0);
    model.round(round(0, 0));
    assertEquals(before + 1, heard.get());
    model.removeListener(listener);
    model.round(round(1, 0));
    assertEquals(before + 1, heard.get());
  }

  private ClientRow client(int index) {
    return model.snapshot().clients().get(index);
  }

  private void begin(boolean privateCohort) {
    model.state(RunState.RUNNING);
    model.started(header(privateCohort));
  }

  private static RunHeader header(boolean privateCohort) {
    Workspace workspace = new WorkbenchPage().window().getService(Workspace.class);
    String text = SampleExperiments.find("digits-mlp").orElseThrow().text();
    Experiment experiment = workspace.read(text, "digits-mlp.yaml").orThrow();
    DatasetSummary dataset =
        new DatasetSummary(
            "sample:digits",
            Task.classification("label", List.of("a", "b")),
            List.of("x"),
            20,
            5,
            List.of(
                new ClientSummary("client 1", 10, List.of()),
                new ClientSummary("client 2", 10, List.of())),
            OptionalDouble.of(0.5),
            List.of());
    Provenance provenance = Provenance.here(Instant.EPOCH, 42, "sample:digits", "", "", "plain");
    return new RunHeader(experiment, text, provenance, dataset, privateCohort);
  }

  private static RoundResult round(int number, double seconds, ClientResult... clients) {
    Metrics test = Metrics.of(5, Map.of(Metrics.LOSS, 1.0, Metrics.ACCURACY, 0.5));
    return new RoundResult(
        number,
        Optional.of(test),
        OptionalDouble.empty(),
        List.of(clients),
        Optional.empty(),
        OptionalDouble.of(seconds),
        OptionalLong.empty(),
        OptionalLong.empty());
  }

  private static ClientResult trained(String name, double loss, double accuracy) {
    return new ClientResult(
        name,
        ClientResult.Status.TRAINED,
        10,
        5,
        OptionalDouble.of(loss),
        Optional.of(Metrics.of(10, Map.of(Metrics.ACCURACY, accuracy))),
        0.1,
        0,
        0,
        OptionalDouble.empty(),
        false);
  }

  private static ClientResult idle(String name) {
    return new ClientResult(
        name,
        ClientResult.Status.NOT_SAMPLED,
        10,
        0,
        OptionalDouble.empty(),
        Optional.empty(),
        0,
        0,
        0,
        OptionalDouble.empty(),
        false);
  }
}
