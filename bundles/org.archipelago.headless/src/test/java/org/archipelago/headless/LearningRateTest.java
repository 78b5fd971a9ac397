package org.archipelago.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.archipelago.store.run.FileRunRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearningRateTest {

  private static final Pattern USE = Pattern.compile("Use it: --set (training\\S+)");

  @TempDir Path folder;

  @Test
  void theRateThatIsSuggestedTrains() throws IOException {
    Cli test = Cli.run("lr-range", "digits-mlp", "--quiet");
    assertEquals(0, test.code(), test.err());
    assertTrue(test.out().contains("(Smith 2017, section 3.3)"), test.out());
    Matcher use = USE.matcher(test.out());
    assertTrue(use.find(), test.out());
    Path out = folder.resolve("run");
    Cli run =
        Cli.run(
            "run", "digits-mlp", "--quiet", "--out", out.toString(), "--set", use.group(1), "--set",
            "training.rounds=10");
    assertEquals(0, run.code(), run.err());
    double accuracy =
        FileRunRepository.read(out).lastRound().orElseThrow().test().orElseThrow().values().get("accuracy");
    assertTrue(accuracy > 0.9, use.group(1) + " gives " + accuracy);
  }

  @Test
  void stepsAndChartAreWritten() throws IOException {
    Path csv = folder.resolve("steps.csv");
    Path svg = folder.resolve("chart.svg");
    Cli test =
        Cli.run(
            "lr-range", "wdbc-hospitals", "--from", "1e-4", "--to", "1", "--steps", "40", "--csv",
            csv.toString(), "--svg", svg.toString());
    assertEquals(0, test.code(), test.err());
    List<String> lines = Files.readAllLines(csv);
    assertEquals("learningRate,loss,smoothedLoss", lines.get(0));
    assertEquals(41, lines.size());
    assertEquals(1e-4, Double.parseDouble(lines.get(1).split(",")[0]), 1e-9);
    assertEquals(1, Double.parseDouble(lines.get(40).split(",")[0]), 1e-9);
    assertTrue(Files.readString(svg).contains("Learning-rate range test"));
    assertTrue(Files.readString(svg).contains(">0.01</text>"), "powers of ten at the axis");
    assertTrue(test.out().contains("Learning rate      Loss"), test.out());
  }

  @Test
  void aRegressionHasARateToo() {
    Cli test = Cli.run("lr-range", "ames-neighborhoods", "--quiet");
    assertEquals(0, test.code(), test.err());
    assertTrue(USE.matcher(test.out()).find(), test.out());
  }

  @Test
  void theSameTestGivesTheSameAnswer() {
    assertEquals(
        Cli.run("lr-range", "churn-companies", "--quiet").out(),
        Cli.run("lr-range", "churn-companies", "--quiet").out());
  }

  @Test
  void aRangeThatIsNoneIsAnsweredWithTheOption() {
    Cli test = Cli.run("lr-range", "wdbc-hospitals", "--from", "0", "--to", "-1", "--steps", "3");
    assertEquals(1, test.code());
    assertTrue(test.err().contains("--from: Found 0.0; a number from 1e-12 to 1e6 is allowed"), test.err());
    assertTrue(
        test.err().contains("--to: Found -1.0; a number above the first learning rate, 0.0,"), test.err());
    assertTrue(test.err().contains("--steps: Found 3; 20 to 100,000 are allowed."), test.err());
  }

  @Test
  void whereTheLossNeverFallsNothingIsSuggested() {
    Cli test = Cli.run("lr-range", "wdbc-hospitals", "--quiet", "--from", "1e-10", "--to", "1e-9");
    assertEquals(0, test.code(), test.err());
    assertTrue(test.out().startsWith("At no learning rate in this range the loss falls"), test.out());
    assertFalse(test.out().contains("Use it"));
  }
}
