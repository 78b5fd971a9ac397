package org.archipelago.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What can be wrong with what the user gave: the message says where it is and what would do. */
class BadInputTest {

  private static final String EXPERIMENT =
      """
      format: archipelago/experiment/1
      name: Rain
      seed: 1
      data:
        source: rain.csv
        target: rain
        test: 0
      partition: {id: iid, clients: 2}
      model: {id: softmax}
      training:
        rounds: 2
        batchSize: 2
        optimizer:
          id: sgd
          learningRate: 0.1
      """;
  private static final String DATA =
      """
      town,wind,sun,rain
      A,1,8,no
      A,2,7,no
      B,6,2,yes
      B,7,1,yes
      C,5,3,yes
      C,1,9,no
      """;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("rain.yaml");
    Files.writeString(file, EXPERIMENT);
    Files.writeString(folder.resolve("rain.csv"), DATA);
  }

  private void change(String what, String to) throws IOException {
    assertTrue(EXPERIMENT.contains(what), what);
    Files.writeString(file, EXPERIMENT.replace(what, to));
  }

  private int line(String text) throws IOException {
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(text)) {
        return i + 1;
      }
    }
    throw new AssertionError(text + " is in no line");
  }

  /** Both commands say it, in these words, and nothing is left behind. */
  private String refusedWith(int code, String... options) {
    String[] validate = with(options, "validate", file.toString());
    Path out = folder.resolve("out");
    Cli run = Cli.run(with(options, "run", file.toString(), "--quiet", "--out", out.toString()));
    Cli check = Cli.run(validate);
    assertEquals(code, run.code(), run.err());
    assertEquals(code, check.code(), check.err());
    assertEquals(check.err(), run.err());
    assertEquals("", check.out());
    assertFalse(Files.exists(out), "a folder was left");
    return run.err().strip();
  }

  private static String[] with(String[] options, String... first) {
    String[] all = Arrays.copyOf(first, first.length + options.length);
    System.arraycopy(options, 0, all, first.length, options.length);
    return all;
  }

  @Test
  void theExperimentItselfIsGood() {
    Cli run = Cli.run("run", file.toString(), "--quiet", "--out", folder.resolve("out").toString());
    assertEquals("", run.err());
    assertEquals(0, run.code());
  }

  @Test
  void aMissingExperimentFile() {
    file = folder.resolve("digits-mpl");
    String said = refusedWith(1);
    assertEquals(
        file
            + ": There is no such file, and no sample of that name; the samples are digits-privacy,"
            + " digits-mlp, digits-cnn, digits-dp-sgd, wdbc-hospitals, conditions-hospitals, ames-neighborhoods,"
            + " churn-companies, notes-tagger.",
        said);
  }

  @Test
  void aMisspeltSample() {
    Cli run = Cli.run("run", "digits-mpl");
    assertEquals(1, run.code());
    assertTrue(run.err().strip().endsWith("notes-tagger. Did you mean 'digits-mlp'?"), run.err());
  }

  @Test
  void aMissingDataFile() throws IOException {
    change("rain.csv", "rian.csv");
    assertEquals(
        "%s:%d: data.source: There is no file %s. Name a table, relative to the experiment's folder, or"
                .formatted(file, line("source:"), folder.resolve("rian.csv"))
            + " one of the samples sample:digits, sample:wdbc, sample:ames, sample:churn, sample:credit,"
            + " sample:penguins, sample:conditions, sample:notes.",
        refusedWith(1));
  }

  @Test
  void aRaggedTable() throws IOException {
    Files.writeString(folder.resolve("rain.csv"), DATA.replace("B,7,1,yes", "B,7,yes"));
    String said = refusedWith(1);
    assertTrue(said.startsWith("rain.csv:5: "), said);
    assertTrue(said.contains("3") && said.contains("4"), said);
  }

  @Test
  void aTargetThatDoesNotExist() throws IOException {
    change("target: rain", "target: rane");
    String said = refusedWith(1);
    assertEquals(
        "%s:%d: data.target: rain.csv has no column 'rane'; it has rain, wind, sun, town."
            .formatted(file, line("target:")),
        said);
  }

  @Test
  void aTextTargetForRegression() throws IOException {
    change("model: {id: softmax}", "model: {id: linear}");
    String said = refusedWith(1);
    assertEquals(
        "rain.csv:2: data.target: Column 'rain' is 'no' here, which is no number, but model 'linear' needs"
            + " a numeric target. A missing number is an empty cell. Use task classification with a model"
            + " that learns classes (model.id), or one of the numeric columns: wind, sun.",
        said);
  }

  @Test
  void aClientWithoutRows() throws IOException {
    change("clients: 2", "clients: 7");
    String said = refusedWith(1);
    assertTrue(said.startsWith("%s:%d: partition.clients: ".formatted(file, line("clients:"))), said);
    assertTrue(said.contains("7") && said.contains("6"), said);
  }

  @Test
  void aNegativeLearningRate() throws IOException {
    change("learningRate: 0.1", "learningRate: -0.1");
    assertEquals(
        "%s:%d: training.optimizer.learningRate: Found -0.1; a number greater than 0 and at most 1000000"
                .formatted(file, line("learningRate:"))
            + " is allowed.",
        refusedWith(1));
  }

  @Test
  void aNegativeLearningRateOnTheCommandLine() {
    assertEquals(
        "--set training.optimizer.learningRate=-0.1: training.optimizer.learningRate: Found -0.1; a number"
            + " greater than 0 and at most 1000000 is allowed.",
        refusedWith(1, "--set", "training.optimizer.learningRate=-0.1"));
  }

  @Test
  void aFieldThatDoesNotExistOnTheCommandLine() {
    String said = refusedWith(1, "--set", "training.round=5");
    assertTrue(said.startsWith("--set training.round=5: "), said);
    assertTrue(said.contains("rounds"), said);
  }

  @Test
  void aSeedThatIsNoNumber() {
    String said = refusedWith(1, "--seed", "lucky");
    assertTrue(said.startsWith("--seed lucky: seed: Found 'lucky'; a whole number from "), said);
  }

  @Test
  void everyProblemIsToldInTheOrderOfLines() throws IOException {
    change("rounds: 2\n  batchSize: 2", "rounds: 0\n  batchSize: none");
    List<String> said = refusedWith(1).lines().toList();
    assertEquals(2, said.size(), said::toString);
    assertTrue(said.get(0).startsWith("%s:%d: training.rounds: Found 0; ".formatted(file, line("rounds:"))));
    assertTrue(said.get(1).startsWith("%s:%d: training.batchSize: ".formatted(file, line("batchSize:"))));
  }

  @Test
  void anOutputFolderThatIsNotEmpty() {
    Cli run = Cli.run("run", file.toString(), "--out", folder.toString());
    assertEquals(1, run.code());
    assertEquals(
        folder + ": The folder is not empty (rain.csv, rain.yaml); name one that is empty or new.",
        run.err().strip());
    assertEquals("", run.out());
  }

  @Test
  void anOutputFolderThatIsAFile() {
    Cli run = Cli.run("run", file.toString(), "--out", file.toString());
    assertEquals(1, run.code());
    assertEquals(file + ": This is a file; name a folder for the run.", run.err().strip());
  }

  /** Nobody, not even root, makes a folder in /proc. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void anOutputFolderThatMayNotBeWritten() {
    Cli run = Cli.run("run", file.toString(), "--quiet", "--out", "/proc/archipelago");
    assertEquals(3, run.code());
    assertTrue(run.err().contains("/proc/archipelago can't be written: "), run.err());
    assertTrue(run.err().contains("you may write"), run.err());
  }
}
