package org.archipelago.headless;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.archipelago.core.Run;
import org.archipelago.core.RunState;
import org.archipelago.core.Task;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.store.run.FileRunRepository;
import org.archipelago.store.samples.SampleExperiment;
import org.archipelago.store.samples.SampleExperiments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sample, with every component as it really is. */
class SampleRunsTest {

  private static final String TWO_ROUNDS = "training.rounds=2";

  @TempDir Path folder;

  static Stream<String> samples() {
    return SampleExperiments.all().stream().map(SampleExperiment::id);
  }

  private Path runTwoRounds(String sample, String name, String... more) {
    Path out = folder.resolve(name);
    Stream<String> fixed = Stream.of("run", sample, "--out", out.toString(), "--set", TWO_ROUNDS);
    Cli run = Cli.run(Stream.concat(fixed, Stream.of(more)).toArray(String[]::new));
    assertEquals("", run.err());
    assertEquals(0, run.code());
    return out;
  }

  @ParameterizedTest
  @MethodSource("samples")
  void leavesAWholeRecord(String sample) throws IOException {
    Path out = runTwoRounds(sample, "run");
    Run run = FileRunRepository.read(out);
    assertEquals(RunState.COMPLETED, run.state());
    assertEquals(2, run.lastRound().orElseThrow().round());
    for (String file :
        List.of(
            "experiment.yaml",
            "rounds.jsonl",
            "provenance.json",
            "dataset.json",
            "outcome.json",
            "model.safetensors",
            "report.html")) {
      assertTrue(Files.size(out.resolve(file)) > 0, file);
    }
    boolean isPrivate = !run.header().experiment().section(ComponentKind.PRIVACY).id().equals("none");
    assertEquals(isPrivate, Files.exists(out.resolve("ledger.jsonl")), "ledger");
    assertEquals(isPrivate, run.privacySpent().isPresent());
    boolean classes = run.header().dataset().task().kind() != Task.Kind.REGRESSION;
    assertEquals(classes, run.header().dataset().majorityAccuracy().isPresent());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void givesTheSameBitsOnOneThreadAndOnFour(String sample) throws IOException {
    byte[] one = model(runTwoRounds(sample, "one", "--threads", "1"));
    byte[] four = model(runTwoRounds(sample, "four", "--threads", "4"));
    assertArrayEquals(one, four);
  }

  @Test
  void anotherSeedGivesAnotherModelAndStandsInTheRecord() throws IOException {
    Path first = runTwoRounds("digits-mlp", "first", "--seed", "1");
    Path second = runTwoRounds("digits-mlp", "second", "--seed", "2");
    assertFalse(Arrays.equals(model(first), model(second)));
    assertEquals(2, FileRunRepository.read(second).header().provenance().seed());
    assertTrue(Files.readString(second.resolve("experiment.yaml")).contains("--seed 2"));
  }

  @Test
  void aRecordedExperimentGivesTheSameBitsAgain() throws IOException {
    Path first = runTwoRounds("wdbc-hospitals", "first", "--seed", "7", "--set", "partition.clients=3");
    Path again = folder.resolve("again");
    Cli run = Cli.run("run", first.resolve("experiment.yaml").toString(), "--out", again.toString());
    assertEquals(0, run.code(), run.err());
    assertArrayEquals(model(first), model(again));
    assertEquals(3, FileRunRepository.read(again).header().dataset().clientCount());
  }

  private static byte[] model(Path out) throws IOException {
    return Files.readAllBytes(out.resolve("model.safetensors"));
  }
}
