package org.archipelago.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.archipelago.core.ClientResult;
import org.archipelago.core.DatasetSummary;
import org.archipelago.core.DatasetSummary.ClientSummary;
import org.archipelago.core.Metrics;
import org.archipelago.core.Provenance;
import org.archipelago.core.RoundResult;
import org.archipelago.core.Run;
import org.archipelago.core.RunEvaluation;
import org.archipelago.core.RunEvaluation.OwnFigures;
import org.archipelago.core.RunHeader;
import org.archipelago.core.RunState;
import org.archipelago.core.Task;
import org.archipelago.store.samples.SampleExperiments;
import org.archipelago.ui.tests.pages.RunPage;
import org.archipelago.ui.tests.pages.Ui;
import org.archipelago.ui.tests.pages.WorkbenchPage;
import org.archipelago.ui.workbench.Workspace;
import org.archipelago.ui.workbench.run.RunModel;
import org.archipelago.ui.workbench.run.ShownRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A run of more clients than anyone leafs through. */
class ManyClientsTest {

  private static final int CLIENTS = 100_000;

  private final WorkbenchPage workbench = new WorkbenchPage();
  private final RunPage run = workbench.run();

  @AfterEach
  void showNothing() {
    run.filterClients("");
    workbench.window().getService(ShownRun.class).show(null);
  }

  @Test
  void theFirstInTheChosenOrderAreListedAndAnyOtherIsFound() {
    workbench.window().getService(ShownRun.class).show(RunModel.of(record()));
    run.waitFor("First 5,000 of 100,000 clients");
    assertEquals(5000, run.clients());

    run.sortBy("Accuracy");
    Ui.waitUntil("the worst first", () -> run.client(0).getFirst().equals("client 100000"));
    run.sortBy("Accuracy");
    Ui.waitUntil("the best first", () -> run.client(0).getFirst().equals("client 1"));
    run.sortBy("Accuracy");
    Ui.waitUntil("unsorted", () -> run.sorting().equals("unsorted"));

    run.filterClients("client 9999");
    run.waitFor("11 of 100,000 clients");
    Ui.waitUntil("those of that name", () -> run.clients() == 11);
    Ui.waitUntil("asked in no round", () -> run.client(10).get(1).equals("not asked"));
  }

  /** One client trained; the figures of all are told at the end, the higher the earlier. */
  private Run record() {
    Workspace workspace = workbench.window().getService(Workspace.class);
    String text = SampleExperiments.find("digits-mlp").orElseThrow().text();
    List<ClientSummary> clients =
        IntStream.rangeClosed(1, CLIENTS)
            .mapToObj(i -> new ClientSummary("client " + i, 20, List.of(10L, 10L)))
            .toList();
    DatasetSummary data =
        new DatasetSummary(
            "sample:digits",
            Task.classification("label", List.of("a", "b")),
            List.of("x"),
            20L * CLIENTS,
            5,
            clients,
            OptionalDouble.of(0.5),
            List.of());
    RunHeader header =
        new RunHeader(
            workspace.read(text, "digits-mlp.yaml").orThrow(),
            text,
            Provenance.here(Instant.EPOCH, 42, "sample:digits", "", "", "plain"),
            data,
            false);
    List<OwnFigures> own =
        IntStream.range(0, CLIENTS)
            .mapToObj(i ->
                new OwnFigures(
                    clients.get(i).name(),
                    Metrics.of(20, Map.of(Metrics.ACCURACY, 1 - (double) i / CLIENTS))))
            .toList();
    RunEvaluation evaluation =
        new RunEvaluation(1, Optional.empty(), Optional.empty(), List.of(), own);
    return new Run("many", header, List.of(round(0), round(1)), RunState.COMPLETED, "All 1 rounds done.")
        .withEvaluation(Optional.of(evaluation));
  }

  private static RoundResult round(int number) {
    Metrics test = Metrics.of(5, Map.of(Metrics.LOSS, 1.0, Metrics.ACCURACY, 0.5));
    ClientResult asked =
        new ClientResult(
            "client 7",
            ClientResult.Status.TRAINED,
            20,
            5,
            OptionalDouble.of(0.5),
            Optional.empty(),
            0.1,
            0,
            0,
            OptionalDouble.of(1),
            false);
    return new RoundResult(
        number,
        Optional.of(test),
        OptionalDouble.empty(),
        number == 0 ? List.of() : List.of(asked),
        Optional.empty(),
        OptionalDouble.of(0.1),
        OptionalLong.empty(),
        OptionalLong.empty());
  }
}
