package org.archipelago.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.archipelago.core.Metrics;
import org.archipelago.core.Run;
import org.archipelago.store.run.FileRunRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sample that the program is introduced with learns what it promises within its budget. An
 * independent simulation of it gives an accuracy of .916 (deviation .013) at ε = 3.85.
 */
class DigitsPrivacyTest {

  private static final int SEEDS = 5;

  @TempDir Path folder;

  @Test
  void isAccurateWithinItsBudget() throws IOException {
    double sum = 0;
    for (int seed = 1; seed <= SEEDS; seed++) {
      Run run = run(seed);
      assertEquals(50, run.lastRound().orElseThrow().round());
      assertEquals(3.85, run.privacySpent().orElseThrow().epsilon(), 0.005);
      double accuracy =
          run.lastRound().orElseThrow().test().orElseThrow().value(Metrics.ACCURACY).orElseThrow();
      assertTrue(accuracy >= 0.85, "seed " + seed + ": " + accuracy);
      sum += accuracy;
    }
    assertTrue(sum / SEEDS >= 0.88, "mean " + sum / SEEDS);
  }

  @Test
  void stopsBeforeTheRoundThatWouldExceedASmallerBudget() throws IOException {
    Path out = folder.resolve("small");
    Cli cli =
        Cli.run("run", "digits-privacy", "--out", out.toString(), "--set", "privacy.budget=1.5");
    assertEquals(0, cli.code(), cli.err());
    Run run = FileRunRepository.read(out);
    int last = run.lastRound().orElseThrow().round();
    assertTrue(run.privacySpent().orElseThrow().epsilon() <= 1.5, "ε");
    assertTrue(
        cli.out().contains("Stopped before round %d: it would raise ε to ".formatted(last + 1)), cli.out());
    assertTrue(cli.out().contains("(simulated, not private; "), cli.out());
  }

  private Run run(int seed) throws IOException {
    Path out = folder.resolve("seed-" + seed);
    Cli cli =
        Cli.run("run", "digits-privacy", "--quiet", "--seed", "" + seed, "--out", out.toString());
    assertEquals(0, cli.code(), cli.err());
    return FileRunRepository.read(out);
  }
}
