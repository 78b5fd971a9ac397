package org.archipelago.store.run;

import static org.archipelago.store.run.Records.header;
import static org.archipelago.store.run.Records.round;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.archipelago.core.BaselineRound;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Metrics;
import org.archipelago.core.RunOutcome;
import org.archipelago.core.RunRecorder;
import org.archipelago.core.RunRepository;
import org.archipelago.core.RunState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselinesTest {

  private static final List<BaselineRound> BASELINES = List.of(baselines(0), baselines(1));

  @TempDir Path folder;

  private static BaselineRound baselines(int round) {
    return new BaselineRound(
        round,
        Metrics.of(10, Map.of(Metrics.ACCURACY, 0.1 + round / 3.0, Metrics.LOSS, 1e-300)),
        List.of(Metrics.of(10, Map.of(Metrics.ACCURACY, 0.25)), Metrics.of(10, Map.of())));
  }

  @Test
  void theyAreReadBackAsTheyWereSavedAndReplacedWhole() throws IOException {
    FileRunRepository repository = new FileRunRepository(folder);
    String id = finished(repository, false);
    assertEquals(List.of(), repository.open(id).baselines());
    repository.saveBaselines(id, List.of(baselines(0)));
    repository.saveBaselines(id, BASELINES);
    assertEquals(BASELINES, repository.open(id).baselines());
    assertEquals(List.of(round(0)), repository.open(id).rounds(), "the rest stays as it was");
    assertFalse(Files.exists(repository.folder(id).resolve(".baselines.jsonl.tmp")));
  }

  @Test
  void aFolderThatTheUserNamedKeepsThemToo() throws IOException {
    RunRepository repository = FileRunRepository.at(folder.resolve("out"));
    repository.saveBaselines(finished(repository, false), BASELINES);
    assertEquals(BASELINES, FileRunRepository.read(folder.resolve("out")).baselines());
    InvalidInputException e =
        assertThrows(
            InvalidInputException.class, () -> repository.saveBaselines("other", BASELINES));
    assertEquals(
        folder.resolve("out") + ": There is no run 'other' in this folder.", e.getMessage());
  }

  @Test
  void underCentralPrivacyNothingOfSingleClientsIsKeptAndEveryLineIsStamped() throws IOException {
    FileRunRepository repository = new FileRunRepository(folder);
    String id = finished(repository, true);
    repository.saveBaselines(id, BASELINES);
    assertEquals(
        """
        {"round":0,"coveredByEpsilon":false,"pooled":{"rows":10,"accuracy":0.1,"loss":1.0E-300}}
        {"round":1,"coveredByEpsilon":false,"pooled":{"rows":10,"accuracy":0.43333333333333335,"loss":1.0E-300}}
        """,
        Files.readString(repository.folder(id).resolve("baselines.jsonl")));
    assertEquals(
        BASELINES.stream().map(BaselineRound::withoutClients).toList(),
        repository.open(id).baselines());
  }

  @Test
  void whatCannotBeWrittenLeavesTheOldOnes() throws IOException {
    FileRunRepository repository = new FileRunRepository(folder);
    String id = finished(repository, false);
    repository.saveBaselines(id, BASELINES);
    Path temporary = repository.folder(id).resolve(".baselines.jsonl.tmp");
    Files.createDirectory(temporary);
    IOException e =
        assertThrows(
            IOException.class, () -> repository.saveBaselines(id, List.of(baselines(0))));
    assertEquals(
        repository.folder(id).resolve("baselines.jsonl") + " can't be written: ",
        e.getMessage().substring(0, e.getMessage().indexOf("written: ") + 9));
    assertEquals(BASELINES, repository.open(id).baselines());
  }

  private static String finished(RunRepository repository, boolean privateCohort)
      throws IOException {
    try (RunRecorder recorder = repository.create(header(privateCohort))) {
      recorder.round(round(0));
      recorder.finish(new RunOutcome(RunState.COMPLETED, 1, ""));
    }
    return repository.list().get(0);
  }
}
