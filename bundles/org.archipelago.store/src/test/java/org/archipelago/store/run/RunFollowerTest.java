package org.archipelago.store.run;

import static org.archipelago.store.run.Records.charge;
import static org.archipelago.store.run.Records.header;
import static org.archipelago.store.run.Records.round;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.RoundResult;
import org.archipelago.core.RunHeader;
import org.archipelago.core.RunListener;
import org.archipelago.core.RunOutcome;
import org.archipelago.core.RunState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFollowerTest {

  @TempDir Path folder;
  private final Heard heard = new Heard();

  /** Keeps what it is told, in order. */
  private static final class Heard implements RunListener {
    private final List<Object> all = new ArrayList<>();

    @Override
    public void started(RunHeader header) {
      all.add(header);
    }

    @Override
    public void round(RoundResult result) {
      all.add(result);
    }

    @Override
    public void state(RunState state) {
      all.add(state);
    }

    @Override
    public void finished(RunOutcome outcome) {
      all.add(outcome);
    }
  }

  private List<Object> news(RunFollower follower, boolean ended) throws IOException {
    heard.all.clear();
    assertEquals(ended, follower.read(heard));
    return List.copyOf(heard.all);
  }

  @Test
  void tellsEachTimeOnlyWhatIsNew() throws IOException {
    RunOutcome outcome = new RunOutcome(RunState.COMPLETED, 2, "All rounds done.");
    try (FileRunRecorder recorder = new FileRunRepository(folder).create(header(false))) {
      RunFollower follower = new RunFollower(recorder.folder());
      assertEquals(List.of(header(false), RunState.RUNNING), news(follower, false));
      assertEquals(List.of(), news(follower, false));
      recorder.round(round(0));
      recorder.round(round(1));
      assertEquals(List.of(round(0), round(1)), news(follower, false));
      recorder.round(round(2));
      recorder.finish(outcome);
      assertEquals(List.of(round(2), outcome), news(follower, true));
      assertEquals(List.of(), news(follower, true));
    }
  }

  @Test
  void leavesALineThatIsNotWholeForTheNextTime() throws IOException {
    try (FileRunRecorder recorder = new FileRunRepository(folder).create(header(false))) {
      recorder.round(round(0));
      Path file = recorder.folder().resolve(RunFiles.ROUNDS);
      String line = Files.readString(file).replace("\"round\":0", "\"round\":1");
      RunFollower follower = new RunFollower(recorder.folder());
      Files.writeString(file, line.substring(0, 20), StandardOpenOption.APPEND);
      assertEquals(List.of(header(false), RunState.RUNNING, round(0)), news(follower, false));
      Files.writeString(file, line.substring(20), StandardOpenOption.APPEND);
      RoundResult told = (RoundResult) news(follower, false).get(0);
      assertEquals(1, told.round());
    }
  }

  @Test
  void aProcessThatEndedWithoutAWordIsAnInterruption() throws IOException {
    Path record;
    RunFollower follower;
    try (FileRunRecorder recorder = new FileRunRepository(folder).create(header(false))) {
      record = recorder.folder();
      follower = new RunFollower(record);
      recorder.round(round(0));
      recorder.charge(charge(1));
      assertFalse(follower.read(heard));
    }
    RunOutcome outcome = (RunOutcome) news(follower, true).get(0);
    assertEquals(RunState.INTERRUPTED, outcome.state());
    assertEquals(
        "The process ended after round 0 was recorded. Round 1 is charged to the privacy budget all the "
            + "same: ε = 0.5 is spent.",
        outcome.message());
  }

  @Test
  void aDamagedLineIsNamed() throws IOException {
    try (FileRunRecorder recorder = new FileRunRepository(folder).create(header(false))) {
      recorder.round(round(0));
      Path file = recorder.folder().resolve(RunFiles.ROUNDS);
      Files.writeString(file, "{\"round\": }\n", StandardOpenOption.APPEND);
      RunFollower follower = new RunFollower(recorder.folder());
      InvalidInputException e =
          assertThrows(InvalidInputException.class, () -> follower.read(heard));
      assertTrue(e.getMessage().contains("rounds.jsonl:2"), e.getMessage());
    }
  }

  @Test
  void aFolderWithoutARecordIsRefused() {
    RunFollower follower = new RunFollower(folder.resolve("nothing"));
    InvalidInputException e = assertThrows(InvalidInputException.class, () -> follower.read(heard));
    assertTrue(e.getMessage().contains("no such folder"), e.getMessage());
  }
}
