package org.archipelago.store.run;

import static org.archipelago.store.run.Records.charge;
import static org.archipelago.store.run.Records.header;
import static org.archipelago.store.run.Records.round;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.archipelago.core.Run;
import org.archipelago.core.RunState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it records leaves a record that can be read. */
class KilledRunTest {

  private static final String READY = "ready";

  /** The process: records two rounds, charges a third, and is in the middle of its line when it dies. */
  public static void main(String[] arguments) throws IOException {
    Path out = Path.of(arguments[0]);
    FileRunRecorder recorder = new FileRunRecorder(out, header(false));
    recorder.round(round(0));
    recorder.charge(charge(1));
    recorder.round(round(1));
    recorder.charge(charge(2));
    Files.writeString(out.resolve("rounds.jsonl"), "{\"round\":2,\"tes", StandardOpenOption.APPEND);
    System.out.println(READY);
    System.in.read();
    recorder.close();
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void leavesItsWholeRoundsAndItsCharges(@TempDir Path out) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledRunTest.class.getName(),
                out.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader lines = process.inputReader()) {
      assertEquals(READY, lines.readLine());
      assertEquals(RunState.RUNNING, FileRunRepository.read(out).state());
    } finally {
      process.destroyForcibly().waitFor();
    }
    Run run = FileRunRepository.read(out);
    assertEquals(RunState.INTERRUPTED, run.state());
    assertEquals(List.of(round(0), round(1)), run.rounds());
    assertEquals(
        "The process ended after round 1 was recorded."
            + " Round 2 is charged to the privacy budget all the same: ε = 1.0 is spent.",
        run.message());
    assertEquals(List.of(charge(1), charge(2)), run.charges());
  }
}
