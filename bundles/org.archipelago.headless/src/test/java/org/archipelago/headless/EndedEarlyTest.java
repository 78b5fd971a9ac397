package org.archipelago.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.archipelago.core.Run;
import org.archipelago.core.RunState;
import org.archipelago.learning.io.Safetensors;
import org.archipelago.store.run.FileRunRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs whose process is asked, or made, to end. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class EndedEarlyTest {

  private static final int SOME_ROUNDS = 3;

  @TempDir Path folder;

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void controlCStopsTheRunAndKeepsItsRecord() throws Exception {
    assumeTrue(signalsArrive(), "this process was started so that its children ignore Ctrl+C");
    stopsOn("-INT");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aPoliteEndStopsTheRunAndKeepsItsRecord() throws Exception {
    stopsOn("-TERM");
  }

  private void stopsOn(String signal) throws Exception {
    try (ChildProcess child = new ChildProcess(folder, "wdbc-hospitals")) {
      child.awaitRounds(SOME_ROUNDS);
      assertEquals(0, new ProcessBuilder("kill", signal, "" + child.pid()).start().waitFor());
      assertEquals(4, child.await());
      Run run = FileRunRepository.read(child.out);
      assertEquals(RunState.STOPPED, run.state());
      List<String> screen = child.screen();
      assertTrue(screen.contains("Stopped by the analyst."), screen::toString);
      assertTrue(screen.contains("model:  " + child.out.resolve("model.safetensors")), screen::toString);
      Path report = child.out.resolve("report.html");
      assertTrue(screen.contains("report: " + report), screen::toString);
      assertTrue(Files.readString(report).contains("Stopped by the analyst."), "report");
    }
  }

  /** In a shell's background job, SIGINT is ignored, and children inherit that. */
  private static boolean signalsArrive() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (Files.notExists(status)) {
      return true;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .mapToLong(line -> Long.parseUnsignedLong(line.substring("SigIgn:".length()).strip(), 16))
        .allMatch(ignored -> (ignored & 0b10) == 0);
  }

  @Test
  void aKilledRunLeavesARecordThatCanBeExported() throws Exception {
    try (ChildProcess child = new ChildProcess(folder, "wdbc-hospitals")) {
      child.awaitRounds(SOME_ROUNDS);
      child.kill();
      Run run = FileRunRepository.read(child.out);
      assertEquals(RunState.INTERRUPTED, run.state());
      assertTrue(run.rounds().size() >= SOME_ROUNDS, () -> run.rounds().size() + " rounds");
      Path exported = folder.resolve("exported");
      Cli export = Cli.run("export", child.out.toString(), "--out", exported.toString());
      assertEquals(0, export.code(), export.err());
      assertTrue(export.out().startsWith("The process ended after round "), export.out());
      assertEquals(
          run.rounds().size() + 1, Files.readAllLines(exported.resolve("metrics.csv")).size());
      assertEquals(
          -1, Files.mismatch(child.out.resolve("model.safetensors"), exported.resolve("model.safetensors")));
      assertTrue(Files.readString(exported.resolve("report.html")).contains(run.message()), "report");
    }
  }

  /** The learning rate grows from round to round until it is too high. */
  @Test
  void aRunThatDivergesKeepsItsWholeRoundsAndIsReportedAndExported() throws IOException {
    Path out = folder.resolve("diverged");
    Cli cli =
        Cli.run(
            "run", "ames-neighborhoods", "--set", "training.warmUpRounds=40", "--set",
            "training.rounds=40", "--set", "training.optimizer.learningRate=2", "--quiet", "--out",
            out.toString());
    assertEquals(3, cli.code(), cli.err());
    Run run = FileRunRepository.read(out);
    assertEquals(RunState.FAILED, run.state());
    int last = run.lastRound().orElseThrow().round();
    assertTrue(last >= 1, "it went well for " + last + " rounds");
    assertTrue(
        run.message().contains(" diverged in round " + (last + 1) + ": "), run.message());
    assertTrue(run.message().contains("Lower the learning rate"), run.message());
    assertTrue(cli.err().contains(run.message()), cli.err());
    assertTrue(Files.readString(out.resolve("report.html")).contains(" diverged in round "), "report");
    Path exported = folder.resolve("exported");
    Cli export = Cli.run("export", out.toString(), "--out", exported.toString());
    assertEquals(0, export.code(), export.err());
    assertEquals(last + 2, Files.readAllLines(exported.resolve("metrics.csv")).size());
    assertTrue(
        Safetensors.read("model", Files.readAllBytes(exported.resolve("model.safetensors")))
            .parameters()
            .finite());
  }

  /** On Linux, whatever is written to /dev/full meets a full disk. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskIsNamedAndLeavesAReadableRecord() throws Exception {
    try (ChildProcess child = new ChildProcess(folder, "wdbc-hospitals")) {
      child.awaitRounds(SOME_ROUNDS);
      letNextModelMeetAFullDisk(child.out);
      assertEquals(3, child.await());
      String full = child.out.resolve("model.safetensors") + " can't be written: the disk is full.";
      assertTrue(
          child.screen().stream().anyMatch(line -> line.contains(full + " Free some space")),
          () -> child.screen().toString());
      Run run = FileRunRepository.read(child.out);
      assertEquals(RunState.FAILED, run.state());
      assertTrue(run.message().contains("the disk is full"), run.message());
      assertTrue(run.rounds().size() >= SOME_ROUNDS, () -> run.rounds().size() + " rounds");
    }
  }

  /** Takes the name that the model is first written under, in a moment in which it is free. */
  private static void letNextModelMeetAFullDisk(Path out) throws IOException {
    for (boolean placed = false; !placed; ) {
      try {
        Files.createSymbolicLink(out.resolve(".model.safetensors.tmp"), Path.of("/dev/full"));
        placed = true;
      } catch (FileAlreadyExistsException e) {
        Thread.onSpinWait();
      }
    }
  }
}
