package org.archipelago.headless;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.archipelago.core.Run;
import org.archipelago.core.RunControl;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.store.run.FileRunRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Baselines beside a run, afterwards, and where they are refused. */
class BaselinesTest {

  private static final String LINE =
      """
      format: archipelago/experiment/1
      name: A line
      seed: 1
      data: {source: line.csv, target: y, test: 0.2}
      partition: {id: iid, clients: 3}
      model: {id: linear}
      training: {rounds: 3, batchSize: 8, optimizer: {id: sgd, learningRate: 0.1}}
      sampler: {id: everyone}
      strategy: {id: fedavg}
      """;

  @TempDir Path folder;

  private Path out() {
    return folder.resolve("out");
  }

  private Cli run(String what, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("run", what, "--out", out().toString()));
    arguments.addAll(List.of(more));
    return Cli.run(arguments.toArray(String[]::new));
  }

  @Test
  void besideARunTheyAreRecordedSummedUpAndInTheReport() throws IOException {
    Cli run = run("wdbc-hospitals", "--baselines", "--set", "training.rounds=4");
    assertEquals(0, run.code(), run.err());
    assertTrue(
        run.out().contains(
            "Baselines: the same model on the pooled data, and each of 5 clients alone, 4 rounds each."),
        run.out());
    assertTrue(run.out().contains("Accuracy on the hold-out, pooled data "), run.out());
    List<String> sentence =
        run.out().lines().filter(line -> line.startsWith("Federating ")).toList();
    assertEquals(1, sentence.size(), run.out());
    Run record = FileRunRepository.read(out());
    assertEquals(5, record.baselines().size());
    assertEquals(5, record.baselines().get(4).alone().size());
    assertTrue(Files.readString(out().resolve("report.html")).contains(sentence.get(0)));
  }

  @Test
  void afterwardsTheyAreTheSameWhateverTheThreads() throws IOException {
    run("wdbc-hospitals", "--baselines", "--threads", "1", "--set", "training.rounds=4");
    byte[] beside = Files.readAllBytes(out().resolve("baselines.jsonl"));
    byte[] report = Files.readAllBytes(out().resolve("report.html"));
    Files.delete(out().resolve("baselines.jsonl"));
    Files.delete(out().resolve("report.html"));
    Cli later = Cli.run("baselines", out().toString(), "--threads", "3", "--quiet");
    assertEquals(0, later.code(), later.err());
    assertArrayEquals(beside, Files.readAllBytes(out().resolve("baselines.jsonl")));
    assertArrayEquals(report, Files.readAllBytes(out().resolve("report.html")));
    assertFalse(later.out().contains("Baselines: "), later.out());
    assertTrue(later.out().contains("\nFederating "), later.out());
  }

  @Test
  void underAPrivacyStrategyTheScreenAloneTellsOfSingleClients() throws IOException {
    Cli run = run("digits-privacy", "--baselines", "--set", "training.rounds=2");
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("over the median client alone"), run.out());
    assertTrue(
        run.out().contains(
            "The baselines are trained without privacy and not covered by ε: the report leaves them out."),
        run.out());
    List<String> lines = Files.readAllLines(out().resolve("baselines.jsonl"));
    assertEquals(3, lines.size());
    for (String line : lines) {
      assertTrue(line.contains("\"coveredByEpsilon\":false"), line);
      assertFalse(line.contains("alone"), line);
    }
    String report = Files.readString(out().resolve("report.html"));
    assertFalse(report.contains("ooled data"));
    assertFalse(report.contains("Federating"));
    assertTrue(report.contains("So are baselines, if there are any"));
  }

  @Test
  void dataThatHasChangedIsRefusedAndTheRecordStays() throws IOException {
    Path file = folder.resolve("line.yaml");
    Files.writeString(file, LINE);
    writeLine(2);
    assertEquals(0, run(file.toString()).code());
    byte[] report = Files.readAllBytes(out().resolve("report.html"));
    writeLine(3);
    Cli changed =
        Cli.run("baselines", out().toString(), "--data-folder", folder.toString(), "--quiet");
    assertEquals(1, changed.code());
    assertTrue(
        changed.err().startsWith("data.source: 'line.csv' is not what it was when the run was recorded"),
        changed.err());
    assertFalse(Files.exists(out().resolve("baselines.jsonl")));
    assertArrayEquals(report, Files.readAllBytes(out().resolve("report.html")));

    writeLine(2);
    Cli elsewhere = Cli.run("baselines", out().toString());
    assertEquals(1, elsewhere.code());
    assertTrue(elsewhere.err().contains("line.csv"), elsewhere.err());
    Cli same = Cli.run("baselines", out().toString(), "--data-folder", folder.toString());
    assertEquals(0, same.code(), same.err());
    assertEquals(4, FileRunRepository.read(out()).baselines().size());
  }

  @Test
  void stoppedTheyLeaveTheRecordAsItWas() throws IOException {
    run("wdbc-hospitals", "--set", "training.rounds=2");
    Run before = FileRunRepository.read(out());
    RunControl control = new RunControl();
    BaselineStep step =
        new BaselineStep(Catalog.load(), Path.of(""), 1, Terminal.PIPE, true, control);
    step.stop();
    assertThrows(
        RunControl.StoppedException.class,
        () -> step.train(out(), before, new PrintWriter(new StringWriter())));
    assertEquals(before, FileRunRepository.read(out()));
    assertFalse(Files.exists(out().resolve("baselines.jsonl")));
  }

  @Test
  void withoutAHoldOutTheRunStandsAndTheFieldIsNamed() {
    Cli run =
        run("wdbc-hospitals", "--baselines", "--set", "training.rounds=2", "--set", "data.test=0");
    assertEquals(1, run.code());
    assertTrue(
        run.err().contains("data.test: Baselines are judged on the common hold-out, and this run has none"),
        run.err());
    assertTrue(Files.exists(out().resolve("report.html")));
    assertFalse(Files.exists(out().resolve("baselines.jsonl")));
  }

  @Test
  void aRunWithoutAWholeRoundIsRefused() throws IOException {
    run("wdbc-hospitals", "--set", "training.rounds=2");
    Path rounds = out().resolve("rounds.jsonl");
    Files.writeString(rounds, Files.readAllLines(rounds).get(0) + "\n");
    Cli baselines = Cli.run("baselines", out().toString());
    assertEquals(1, baselines.code());
    assertEquals(
        "No round of the run is whole, so there is nothing to hold baselines against.",
        baselines.err().strip());
  }

  @Test
  void everySampleCanBeReadBackFromItsRecordAndHasBaselines() throws IOException {
    for (String sample : List.of("ames-neighborhoods", "churn-companies", "digits-mlp")) {
      Path record = folder.resolve(sample);
      Cli.run("run", sample, "--quiet", "--out", record.toString(), "--set", "training.rounds=1");
      Cli baselines = Cli.run("baselines", record.toString(), "--quiet");
      assertEquals(0, baselines.code(), baselines.err());
      assertEquals(2, FileRunRepository.read(record).baselines().size(), sample);
    }
  }

  private void writeLine(int slope) throws IOException {
    StringBuilder csv = new StringBuilder("x,y\n");
    for (int i = 0; i < 100; i++) {
      csv.append(i / 100.0).append(',').append(1 + slope * i / 100.0).append('\n');
    }
    Files.writeString(folder.resolve("line.csv"), csv);
  }
}
