package org.archipelago.store.run;

import static org.archipelago.store.run.Records.charge;
import static org.archipelago.store.run.Records.header;
import static org.archipelago.store.run.Records.round;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.RoundResult;
import org.archipelago.core.Run;
import org.archipelago.core.RunOutcome;
import org.archipelago.core.RunRecorder;
import org.archipelago.core.RunRepository;
import org.archipelago.core.RunState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileRunRepositoryTest {

  @TempDir Path folder;

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void readsBackEverythingThatWasRecorded() throws IOException {
    FileRunRepository repository = new FileRunRepository(folder.resolve("runs"));
    try (RunRecorder recorder = repository.create(header(false))) {
      recorder.round(round(0));
      recorder.charge(charge(1));
      recorder.round(round(1));
      recorder.artifact("model.safetensors", out -> out.write(7));
      recorder.finish(new RunOutcome(RunState.COMPLETED, 1, "All rounds done."));
    }
    Run run = repository.open(repository.list().get(0));
    assertEquals("2026-11-21T10-30-05-digits-with-a-privacy-budget", run.id());
    assertEquals(header(false), run.header());
    assertEquals(List.of(round(0), round(1)), run.rounds());
    assertEquals(RunState.COMPLETED, run.state());
    assertEquals("All rounds done.", run.message());
    Path record = repository.folder(run.id());
    assertEquals(List.of(charge(1)), run.charges());
    assertEquals(run, FileRunRepository.read(record));
    assertEquals(
        List.of(
            "dataset.json", "experiment.yaml", "ledger.jsonl", "model.safetensors", "outcome.json",
            "provenance.json", "rounds.jsonl", "run.json"),
        names(record));
  }

  @Test
  void neverTellsOfTheCohortWhenItIsPrivate() throws IOException {
    FileRunRepository repository = new FileRunRepository(folder);
    try (FileRunRecorder recorder = repository.create(header(true))) {
      recorder.charge(charge(1));
      recorder.round(round(1));
      recorder.finish(new RunOutcome(RunState.COMPLETED, 1, ""));
      for (String name : names(recorder.folder())) {
        String text = Files.readString(recorder.folder().resolve(name));
        assertFalse(text.contains("phone"), name + " names a client");
      }
      assertEquals(
          "{\"round\":1,\"test\":{\"rows\":10,\"accuracy\":0.3333333333333333,\"loss\":1.1},"
              + "\"privacy\":{\"epsilon\":0.5,\"delta\":1.0E-5,\"budget\":4.0,\"noise\":\"SIMULATED\","
              + "\"unit\":\"one client added or removed, RDP accountant\"}}\n",
          Files.readString(recorder.folder().resolve("rounds.jsonl")));
    }
    Run run = repository.open(repository.list().get(0));
    assertTrue(run.header().privateCohort());
    assertEquals(List.of(), run.header().dataset().clients());
    assertEquals(2, run.header().dataset().clientCount());
    assertEquals(List.of(round(1).withoutCohort()), run.rounds());
  }

  @Test
  void givesEveryRunItsOwnFolderAndListsThemInOrder() throws IOException {
    FileRunRepository repository = new FileRunRepository(folder);
    assertEquals(List.of(), repository.list());
    for (int i = 0; i < 3; i++) {
      repository.create(header(false)).close();
    }
    Files.createDirectory(folder.resolve("something else"));
    String id = "2026-11-21T10-30-05-digits-with-a-privacy-budget";
    assertEquals(List.of(id, id + "-2", id + "-3"), repository.list());
  }

  @Test
  void listsRunsOfOneSecondInTheOrderTheyBegan() throws IOException {
    FileRunRepository repository = new FileRunRepository(folder);
    String second = "2026-11-21T10-30-05-";
    List<String> oldestFirst = List.of(second + "b", second + "a", "2026-11-21T10-30-06-a");
    long begun = 1_800_000_000_000L;
    for (String id : oldestFirst) {
      Path record = Files.createDirectory(folder.resolve(id)).resolve("run.json");
      Files.setLastModifiedTime(Files.createFile(record), FileTime.fromMillis(begun++));
    }
    assertEquals(oldestFirst, repository.list());
  }

  @Test
  void canBeReadWhileItGoesOnAndSaysSo() throws IOException {
    FileRunRepository repository = new FileRunRepository(folder);
    try (FileRunRecorder recorder = repository.create(header(false))) {
      recorder.round(round(0));
      assertEquals(RunState.RUNNING, FileRunRepository.read(recorder.folder()).state());
      recorder.round(round(1));
      Run run = FileRunRepository.read(recorder.folder());
      assertEquals(RunState.RUNNING, run.state());
      assertEquals("", run.message());
      assertEquals(2, run.rounds().size());
    }
  }

  @Test
  void takesARunThatWasClosedWithoutAnOutcomeForInterrupted() throws IOException {
    FileRunRepository repository = new FileRunRepository(folder);
    repository.create(header(false)).close();
    Run run = repository.open(repository.list().get(0));
    assertEquals(RunState.INTERRUPTED, run.state());
    assertEquals("The process ended before the first round was recorded.", run.message());
  }

  @Test
  void leavesOutALineThatWasCutShort() throws IOException {
    Path record = finished();
    Files.writeString(record.resolve("rounds.jsonl"), "{\"round\":2,\"te", StandardOpenOption.APPEND);
    assertEquals(List.of(round(0), round(1)), FileRunRepository.read(record).rounds());
  }

  @Test
  void namesTheLineOfDamageInTheMiddle() throws IOException {
    Path record = finished();
    Path rounds = record.resolve("rounds.jsonl");
    String[] lines = Files.readString(rounds).split("\n");
    Files.writeString(rounds, lines[0] + "\n{\"round\":\n" + lines[1] + "\n");
    assertTrue(
        problem(record)
            .startsWith(rounds + ":2: This file of a run's record is damaged (it is not JSON: "));
    Files.writeString(rounds, lines[0] + "\n{\"test\":{}}\n");
    assertEquals(
        rounds + ":2: This file of a run's record is damaged ('round' is missing); take it from a copy.",
        problem(record));
  }

  private Path finished() throws IOException {
    FileRunRepository repository = new FileRunRepository(folder);
    try (FileRunRecorder recorder = repository.create(header(false))) {
      recorder.round(round(0));
      recorder.round(round(1));
      recorder.finish(new RunOutcome(RunState.STOPPED, 1, "Stopped."));
      return recorder.folder();
    }
  }

  private static String problem(Path record) {
    return assertThrows(InvalidInputException.class, () -> FileRunRepository.read(record)).getMessage();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      provenance.json | archipelago/run/1         | archipelago/run/2 | Found a record of format 'archipelago/run/2'; this program reads archipelago/run/1. Use the program that wrote it.
      provenance.json | 2026-11-21T10:30:05Z      | yesterday         | This file of a run's record is damaged (Text 'yesterday' could not be parsed at index 0); take it from a copy.
      dataset.json    | "trainingRows" : 30       | "trainingRows" : "many" | This file of a run's record is damaged ('trainingRows' is no whole number); take it from a copy.
      outcome.json    | STOPPED                   | ASLEEP            | This file of a run's record is damaged (No enum constant org.archipelago.core.RunState.ASLEEP); take it from a copy.
      """)
  void namesADamagedFile(String name, String piece, String replacement, String expected)
      throws IOException {
    Path file = finished().resolve(name);
    String text = Files.readString(file);
    assertTrue(text.contains(piece), text);
    Files.writeString(file, text.replace(piece, replacement));
    assertEquals(file + ": " + expected, problem(file.getParent()));
  }

  @Test
  void namesAMissingFile() throws IOException {
    Path record = finished();
    Files.delete(record.resolve("dataset.json"));
    assertEquals(
        record.resolve("dataset.json")
            + ": This file of a run's record is missing; take it from a copy.",
        problem(record));
  }

  @Test
  void saysWhatIsNoRecord() throws IOException {
    Path missing = folder.resolve("missing");
    assertEquals(missing + ": There is no such folder; name the folder of a run.", problem(missing));
    assertEquals(
        folder + ": This folder holds no run: run.json is missing. Name the folder of a run.",
        problem(folder));
    Path file = Files.createFile(folder.resolve("file"));
    assertEquals(file + ": This is a file; name the folder of a run.", problem(file));
    FileRunRepository repository = new FileRunRepository(folder);
    InvalidInputException e =
        assertThrows(InvalidInputException.class, () -> repository.open("../elsewhere"));
    assertEquals(folder + ": There is no run '../elsewhere' in this folder.", e.getMessage());
  }

  @Test
  void recordsIntoAFolderThatTheUserNamed() throws IOException {
    Path out = folder.resolve("a/b/out");
    RunRepository repository = FileRunRepository.at(out);
    assertEquals(List.of(), repository.list());
    repository.create(header(false)).close();
    assertEquals(List.of("out"), repository.list());
    assertEquals(header(false), repository.open("out").header());
    assertEquals(header(false), FileRunRepository.read(out).header());
  }

  @Test
  void refusesAFolderThatHoldsSomething() throws IOException {
    for (String name : List.of("c", "a", "d", "b")) {
      Files.createFile(folder.resolve(name));
    }
    InvalidInputException full =
        assertThrows(InvalidInputException.class, () -> FileRunRepository.at(folder));
    assertEquals(
        folder + ": The folder is not empty (a, b, c); name one that is empty or new.", full.getMessage());
    Path file = folder.resolve("a");
    InvalidInputException notAFolder =
        assertThrows(InvalidInputException.class, () -> FileRunRepository.at(file));
    assertEquals(file + ": This is a file; name a folder for the run.", notAFolder.getMessage());
  }

  @Test
  void replacesArtifactsWholeOrNotAtAll() throws IOException {
    try (FileRunRecorder recorder = new FileRunRepository(folder).create(header(false))) {
      recorder.artifact("report.html", out -> out.write("first".getBytes(StandardCharsets.UTF_8)));
      assertThrows(
          IllegalStateException.class,
          () ->
              recorder.artifact(
                  "report.html",
                  out -> {
                    out.write("sec".getBytes(StandardCharsets.UTF_8));
                    throw new IllegalStateException("a figure is missing");
                  }));
      Path report = recorder.folder().resolve("report.html");
      assertEquals("first", Files.readString(report));
      recorder.artifact(
          "report.html",
          out -> {
            out.write("second".getBytes(StandardCharsets.UTF_8));
            out.close();
          });
      assertEquals("second", Files.readString(report));
      assertFalse(names(recorder.folder()).contains(".report.html.tmp"));
      assertThrows(IllegalArgumentException.class, () -> recorder.artifact("../x", out -> {}));
    }
  }

  @Test
  void keepsNumbersToTheLastBit() throws IOException {
    RoundResult result = round(0);
    Path record = finished();
    RoundResult read = FileRunRepository.read(record).rounds().get(0);
    assertEquals(
        Double.doubleToLongBits(result.test().orElseThrow().value("accuracy").orElseThrow()),
        Double.doubleToLongBits(read.test().orElseThrow().value("accuracy").orElseThrow()));
    assertTrue(Double.isNaN(read.clients().get(0).trainLoss().orElseThrow()));
  }
}
