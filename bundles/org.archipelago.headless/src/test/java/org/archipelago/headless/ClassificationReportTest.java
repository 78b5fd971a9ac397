package org.archipelago.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.archipelago.core.ConfusionMatrix;
import org.archipelago.core.Run;
import org.archipelago.results.Format;
import org.archipelago.store.run.FileRunRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassificationReportTest {

  @TempDir Path folder;

  private Cli run(String sample, String... settings) {
    String[] arguments = new String[6 + 2 * settings.length];
    List.of("run", sample, "--quiet", "--out", folder.resolve("run").toString(), "--threads=1")
        .toArray(arguments);
    for (int i = 0; i < settings.length; i++) {
      arguments[6 + 2 * i] = "--set";
      arguments[7 + 2 * i] = settings[i];
    }
    Cli cli = Cli.run(arguments);
    assertEquals(0, cli.code(), cli.err());
    return cli;
  }

  @Test
  void aRunEndsWithTheTableOfItsClasses() throws IOException {
    String out = run("wdbc-hospitals", "training.rounds=2").out();
    Run run = FileRunRepository.read(folder.resolve("run"));
    ConfusionMatrix matrix =
        run.evaluation().orElseThrow().test().orElseThrow().confusion().orElseThrow();
    assertTrue(
        out.contains(
            "Classification report on the hold-out, %s rows, after round 2".formatted(matrix.rows())), out);
    assertTrue(out.contains("precision    recall  f1-score   support       auc"), out);
    List<String> labels = run.header().dataset().task().classes();
    for (int i = 0; i < labels.size(); i++) {
      String line =
          "%s%10s%10s%10s%10d"
              .formatted(
                  labels.get(i),
                  Format.coefficient(matrix.of(i).precision().orElseThrow()),
                  Format.coefficient(matrix.of(i).recall().orElseThrow()),
                  Format.coefficient(matrix.of(i).f1().orElseThrow()),
                  matrix.support(i));
      assertTrue(out.contains(line), line + " in " + out);
    }
    for (String word : List.of("macro avg", "weighted avg", "Log-loss", "Brier score", "Calibration error")) {
      assertTrue(out.contains(word), word);
    }
    assertTrue(Files.readString(folder.resolve("run/report.html")).contains("Confusion matrix"));
  }

  @Test
  void aNetworkTrainedWithAdamAtFiveHospitalsTellsTenConditionsApart() throws IOException {
    String out = run("conditions-hospitals", "training.rounds=12").out();
    Run run = FileRunRepository.read(folder.resolve("run"));
    assertEquals(5, run.header().dataset().clientCount());
    ConfusionMatrix matrix =
        run.evaluation().orElseThrow().test().orElseThrow().confusion().orElseThrow();
    assertEquals(600, matrix.rows());
    for (String label : run.header().dataset().task().classes()) {
      assertTrue(out.lines().anyMatch(line -> line.strip().startsWith(label + " ")), label + " in " + out);
    }
    assertEquals(10, run.header().dataset().task().classes().size());
    for (String line : List.of("accuracy", "macro avg", "weighted avg", "Confusion matrix")) {
      assertTrue(out.contains(line), line + " in " + out);
    }
    double macro =
        IntStream.range(0, 10).mapToDouble(c -> matrix.of(c).f1().orElse(0)).average().orElseThrow();
    assertTrue(macro > 0.7, "macro F1 " + macro + " in " + out);
  }

  @Test
  void clientsThatKeepRowsBackAreInTheRecord() throws IOException {
    run("wdbc-hospitals", "training.rounds=1", "data.clientTest=0.3");
    Run run = FileRunRepository.read(folder.resolve("run"));
    assertEquals(
        run.header().dataset().clientCount(), run.evaluation().orElseThrow().each().size());
    assertTrue(run.evaluation().orElseThrow().clients().isPresent());
  }

  @Test
  void aRegressionHasNoTableOfClasses() {
    assertFalse(run("ames-neighborhoods", "training.rounds=1").out().contains("Classification report"));
  }

  @Test
  void metricsCsvHasTheFiguresOfEveryRound() throws IOException {
    run("wdbc-hospitals", "training.rounds=1");
    Cli.run("export", folder.resolve("run").toString());
    String head = Files.readAllLines(folder.resolve("run/metrics.csv")).get(0);
    for (String column : List.of("test.accuracy", "test.auc", "test.brier", "test.ece", "test.f1Macro")) {
      assertTrue(head.contains(column), head);
    }
  }
}
