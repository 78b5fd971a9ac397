package org.archipelago.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.archipelago.core.BaselineRound;
import org.archipelago.core.DatasetSummary;
import org.archipelago.core.Experiment;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Metrics;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.Provenance;
import org.archipelago.core.RoundResult;
import org.archipelago.core.Run;
import org.archipelago.core.RunControl;
import org.archipelago.core.RunHeader;
import org.archipelago.core.RunListener;
import org.archipelago.core.RunState;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.store.experiment.ExperimentReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class BaselineRunnerTest {

  private static final String DIGITS =
      """
      format: archipelago/experiment/1
      name: Digits, every client with its own few classes
      seed: 5
      data: {source: "sample:digits", target: label, test: 0.2}
      partition: {id: dirichlet, clients: 10, alpha: 0.1, minimum: 5}
      model: {id: softmax}
      training: {rounds: 15, localEpochs: 2, batchSize: 16, optimizer: {id: sgd, learningRate: 0.1}}
      sampler: {id: everyone}
      strategy: {id: fedavg}
      """;

  private static final String NUMBERS =
      """
      format: archipelago/experiment/1
      name: A line
      seed: 1
      data: {source: line.csv, target: y, test: 0.2, scaling: {id: none}}
      partition: {id: iid, clients: 3}
      model: {id: linear}
      training: {rounds: 4, localEpochs: 1, batchSize: 8, optimizer: {id: sgd, learningRate: 0.1}}
      sampler: {id: everyone}
      strategy: {id: fedavg}
      """;

  private final Catalog catalog = Catalog.load();
  private final RecordingRepository repository = new RecordingRepository();

  @TempDir Path folder;

  @Test
  void poolingIsAsGoodAsFederatingAndEachAloneIsFarWorse() {
    RunHeader header = run(DIGITS);
    List<BaselineRound> baselines = baselines(header, 15, 2);
    assertEquals(16, baselines.size());
    for (int round = 0; round <= 15; round++) {
      assertEquals(round, baselines.get(round).round());
      assertEquals(10, baselines.get(round).alone().size());
    }
    double federated = accuracy(repository.rounds.get(15).test().orElseThrow());
    BaselineRound last = baselines.get(15);
    double pooled = accuracy(last.pooled());
    List<Double> alone = last.alone().stream().map(BaselineRunnerTest::accuracy).sorted().toList();
    String figures = "federated %s, pooled %s, alone %s".formatted(federated, pooled, alone);
    assertTrue(pooled >= federated - 0.01 && pooled >= 0.93, figures);
    assertTrue(alone.get(5) < federated - 0.3, figures);
    assertTrue(alone.get(9) < federated, figures);
  }

  @Test
  void everyoneBeginsWithTheParametersOfTheFederatedRun() {
    RunHeader header = run(DIGITS.replace("rounds: 15", "rounds: 1"));
    Metrics initial = repository.rounds.get(0).test().orElseThrow();
    BaselineRound first = baselines(header, 1, 1).get(0);
    assertEquals(initial, first.pooled());
    Map<String, Double> few = new HashMap<>(initial.values());
    few.keySet().retainAll(Set.of(Metrics.LOSS, Metrics.ACCURACY));
    assertEquals(Collections.nCopies(10, Metrics.of(initial.rows(), few)), first.alone());
  }

  @Test
  void oneThreadAndManyGiveTheSameBitsAndAnotherSeedOthers() {
    RunHeader header = run(DIGITS.replace("rounds: 15", "rounds: 3"));
    List<BaselineRound> one = baselines(header, 3, 1);
    assertEquals(one, baselines(header, 3, 4));
    assertEquals(one.subList(0, 3), baselines(header, 2, 4), "going less far changes nothing");
    RunHeader other = run(DIGITS.replace("rounds: 15", "rounds: 3").replace("seed: 5", "seed: 6"));
    assertNotEquals(one, baselines(other, 3, 1));
  }

  @Test
  void aClientWhoseTrainingDivergesHasNoFiguresFromThereOn() throws IOException {
    writeLine(2);
    RunHeader header = run(NUMBERS);
    RunHeader steep = run(NUMBERS.replace("learningRate: 0.1", "learningRate: 1000000.0"));
    assertTrue(baselines(header, 4, 1).get(4).pooled().value(Metrics.R2).isPresent());
    BaselineRound last = baselines(steep, 4, 1).get(4);
    Metrics none = Metrics.of(20, Map.of());
    assertEquals(new BaselineRound(4, none, List.of(none, none, none)), last);
  }

  @Test
  void tellsHowFarItHasComeAndEndsAtTheNextBatchWhenStopped() {
    RunHeader header = run(DIGITS.replace("rounds: 15", "rounds: 2"));
    List<Long> done = Collections.synchronizedList(new ArrayList<>());
    List<Long> totals = Collections.synchronizedList(new ArrayList<>());
    ProgressListener counting = (what, rows, total) -> {
      if (what.equals("Training the baselines")) {
        done.add(rows);
        totals.add(total);
      }
    };
    BaselineRequest request = new BaselineRequest(header, 2, folder, 2);
    new BaselineRunner(catalog).run(request, new RunControl(), counting);
    assertEquals(2 * 11, done.size(), "two rounds of the pooled data and of ten clients");
    long all = 2L * 2 * header.dataset().trainingRows();
    assertEquals(all, Collections.max(done));
    assertTrue(totals.stream().allMatch(total -> total == all), totals.toString());

    RunControl control = new RunControl();
    ProgressListener stopping = (what, rows, total) -> {
      if (what.equals("Training the baselines")) {
        control.stop();
      }
    };
    BaselineRequest endless = new BaselineRequest(header, 1_000_000, folder, 2);
    assertThrows(
        RunControl.StoppedException.class,
        () -> new BaselineRunner(catalog).run(endless, control, stopping));
  }

  @Test
  void dataThatHasChangedIsRefusedAndNamed() throws IOException {
    writeLine(2);
    RunHeader header = run(NUMBERS);
    writeLine(3);
    String problem = refusal(header);
    assertTrue(
        problem.startsWith(
            "data.source: 'line.csv' is not what it was when the run was recorded (SHA-256 "),
        problem);
    assertTrue(problem.endsWith("Bring the old data back, or run the experiment again."), problem);
    Files.delete(folder.resolve("line.csv"));
    assertTrue(refusal(header).contains("line.csv"), refusal(header));
  }

  @Test
  void anotherPartitionIsRefused() {
    RunHeader header = run(DIGITS.replace("rounds: 15", "rounds: 1"));
    Provenance p = header.provenance();
    Provenance other =
        new Provenance(
            "0.0.9", p.started(), p.seed(), p.dataSource(), p.dataHash(), "ab12", p.java(), p.os(),
            p.processors(), p.kernels());
    String problem =
        refusal(
            new RunHeader(header.experiment(), header.text(), other, header.dataset(), false));
    assertTrue(
        problem.startsWith(
            "partition: The rows are dealt to the clients otherwise than when the run was recorded, by"
                + " version 0.0.9 of the program"),
        problem);
  }

  @Test
  void aRunWithClientsFromElsewhereIsRefused() {
    RunHeader header = run(DIGITS.replace("rounds: 15", "rounds: 1"));
    DatasetSummary d = header.dataset();
    DatasetSummary twoMore =
        new DatasetSummary(
            d.source(), d.task(), d.features(), d.trainingRows(), d.testRows(), List.of(), 12,
            d.majorityAccuracy(), d.notes());
    assertEquals(
        "2 of the run's 12 clients took part from elsewhere, and their rows are not here. Baselines"
            + " exist for runs whose clients are all simulated.",
        refusal(
            new RunHeader(header.experiment(), header.text(), header.provenance(), twoMore, false)));
  }

  @Test
  void aRunWithoutAHoldOutIsRefusedWithTheField() {
    RunHeader header =
        run(DIGITS.replace("rounds: 15", "rounds: 1").replace("test: 0.2", "test: 0.0"));
    assertEquals(
        "data.test: Baselines are judged on the common hold-out, and this run has none; run the"
            + " experiment again with a share of the rows held out, such as 0.2.",
        refusal(header));
  }

  @Test
  void theyGoAsFarAsTheRunDid() {
    RunHeader header = run(DIGITS.replace("rounds: 15", "rounds: 2"));
    List<RoundResult> rounds = repository.rounds;
    Run stopped = new Run("x", header, rounds.subList(0, 2), RunState.STOPPED, "");
    assertEquals(1, BaselineRequest.of(stopped, folder, 1).rounds());
    Run begun = new Run("x", header, rounds.subList(0, 1), RunState.RUNNING, "");
    assertEquals(2, BaselineRequest.of(begun, folder, 1).rounds(), "all that it will do");
  }

  private void writeLine(int slope) throws IOException {
    StringBuilder csv = new StringBuilder("x,y\n");
    for (int i = 0; i < 100; i++) {
      csv.append(i / 100.0).append(',').append(1 + slope * i / 100.0).append('\n');
    }
    Files.writeString(folder.resolve("line.csv"), csv);
  }

  /** Runs it to its end, which may be that it diverged, and gives what was known before. */
  private RunHeader run(String text) {
    repository.rounds.clear();
    Experiment experiment =
        ExperimentReader.read(text, "x.yaml", catalog, List.of()).experiment().orElseThrow();
    new ExperimentRunner(catalog, repository)
        .start(
            new RunRequest(experiment, text, folder, 2), new RunListener() {}, ProgressListener.NONE)
        .await();
    return repository.header;
  }

  private List<BaselineRound> baselines(RunHeader header, int rounds, int threads) {
    return new BaselineRunner(catalog)
        .run(
            new BaselineRequest(header, rounds, folder, threads),
            new RunControl(),
            ProgressListener.NONE);
  }

  private String refusal(RunHeader header) {
    return assertThrows(InvalidInputException.class, () -> baselines(header, 1, 1)).getMessage();
  }

  private static double accuracy(Metrics figures) {
    return figures.value(Metrics.ACCURACY).orElseThrow();
  }
}
