package org.archipelago.store.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.archipelago.core.CalibrationBin;
import org.archipelago.core.ConfusionMatrix;
import org.archipelago.core.ConfusionMatrix.Scores;
import org.archipelago.core.Evaluation;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Metrics;
import org.archipelago.core.RunEvaluation;
import org.archipelago.core.RunListener;
import org.archipelago.core.RunOutcome;
import org.archipelago.core.RunState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {

  private static final Evaluation DETAILED =
      new Evaluation(
          Metrics.of(10, Map.of(Metrics.ACCURACY, 1.0 / 3, Metrics.AUC, 0.1 + 0.2)),
          Optional.of(ConfusionMatrix.of(new long[][] {{7, 1}, {2, 0}})),
          List.of(OptionalDouble.of(0.5), OptionalDouble.empty()),
          List.of(new CalibrationBin(0.4, 7.0 / 15, 10, 0.45, 1.0 / 7)),
          new TreeMap<>(Map.of("DRUG", Scores.of(2, 0, 3), "SITE", Scores.of(1, 3, 4))),
          new TreeMap<>(Map.of("auc", "there is no \"1\"")));

  private static final Evaluation PLAIN =
      Evaluation.of(Metrics.of(3, Map.of(Metrics.R2, -0.5)), Map.of());

  private static final RunEvaluation WHOLE =
      new RunEvaluation(
          1,
          Optional.of(DETAILED),
          Optional.of(PLAIN),
          List.of(new RunEvaluation.OfClient("Alice's phone", DETAILED)),
          List.of(
              new RunEvaluation.OwnFigures(
                  "Alice's phone",
                  Metrics.of(29, Map.of(Metrics.ACCURACY, 1.0 / 3, Metrics.LOSS, 0.1 + 0.2))),
              new RunEvaluation.OwnFigures(
                  "Bob's phone", Metrics.of(5, Map.of(Metrics.ACCURACY, 1.0)))));

  @TempDir Path folder;

  @Test
  void whatWasMeasuredIsReadAsItWasWritten() throws IOException {
    Path record = record(false);
    assertEquals(Optional.of(WHOLE), FileRunRepository.read(record).evaluation());
  }

  @Test
  void whereCohortsStaySecretNothingOfClientsIsWritten() throws IOException {
    Path record = record(true);
    assertEquals(Optional.of(WHOLE.withoutClients()), FileRunRepository.read(record).evaluation());
    String text = Files.readString(record.resolve("evaluation.json"));
    assertFalse(text.contains("Alice") || text.contains("clients") || text.contains("each"), text);
    assertFalse(text.contains("Bob") || text.contains("own"), text);
  }

  @Test
  void whoeverFollowsARecordHearsOfItBeforeTheEnd() throws IOException {
    List<Object> heard = new ArrayList<>();
    new RunFollower(record(false))
        .read(
            new RunListener() {
              @Override
              public void evaluated(RunEvaluation evaluation) {
                heard.add(evaluation);
              }

              @Override
              public void finished(RunOutcome outcome) {
                heard.add(outcome.state());
              }
            });
    assertEquals(List.of(WHOLE, RunState.COMPLETED), heard);
  }

  @Test
  void recordsOfBeforeItWasThereAreReadAsEver() throws IOException {
    Path record = record(false);
    Files.delete(record.resolve("evaluation.json"));
    assertEquals(Optional.empty(), FileRunRepository.read(record).evaluation());
    assertEquals(RunState.COMPLETED, FileRunRepository.read(record).state());
  }

  @Test
  void columnsOfDifferentLengthsAreDamage() throws IOException {
    Path record = record(false);
    Path file = record.resolve("evaluation.json");
    Files.writeString(file, Files.readString(file).replace("[ 29, 5 ]", "[ 29 ]"));
    String message =
        assertThrows(InvalidInputException.class, () -> FileRunRepository.read(record)).getMessage();
    assertTrue(message.contains("'own' has 2 clients and 1 values of 'rows'"), message);
  }

  @Test
  void aDamagedFileIsNamed() throws IOException {
    Path record = record(false);
    Files.writeString(
        record.resolve("evaluation.json"),
        "{\"format\":\"archipelago/run/1\",\"round\":1,\"test\":{\"figures\":{\"rows\":1},"
            + "\"confusion\":[[1,2],[3]]}}");
    String message =
        assertThrows(InvalidInputException.class, () -> FileRunRepository.read(record)).getMessage();
    assertTrue(message.contains("evaluation.json"), message);
    assertTrue(message.contains("2 classes, but a line of 1 counts"), message);
  }

  private Path record(boolean privateCohort) throws IOException {
    Path record = folder.resolve("record-" + privateCohort);
    try (var recorder = FileRunRepository.at(record).create(Records.header(privateCohort))) {
      recorder.round(Records.round(0));
      recorder.round(Records.round(1));
      recorder.evaluation(WHOLE);
      recorder.finish(new RunOutcome(RunState.COMPLETED, 1, "Done."));
    }
    return record;
  }
}
