package org.archipelago.store.run;

import static org.archipelago.store.run.Records.charge;
import static org.archipelago.store.run.Records.header;
import static org.archipelago.store.run.Records.round;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.archipelago.core.Run;
import org.archipelago.core.RunState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A full disk and a folder that may not be written to are named, with what helps. */
class DiskTroubleTest {

  private static final String FULL =
      " can't be written: the disk is full. Free some space on it, or choose a folder on another disk.";
  private static final String FORBIDDEN =
      " can't be written: writing is not allowed there. Choose a folder that you may write to.";

  @TempDir Path folder;

  /** On Linux, whatever is written to /dev/full meets a full disk. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskIsNamedAndLeavesAReadableRecord() throws IOException {
    Path record;
    try (FileRunRecorder recorder = new FileRunRepository(folder).create(header(false))) {
      record = recorder.folder();
      Path rounds = record.resolve("rounds.jsonl");
      Path ledger = record.resolve("ledger.jsonl");
      Files.createSymbolicLink(rounds, Path.of("/dev/full"));
      Files.createSymbolicLink(ledger, Path.of("/dev/full"));
      assertEquals(
          rounds + FULL, assertThrows(IOException.class, () -> recorder.round(round(0))).getMessage());
      assertEquals(
          ledger + FULL,
          assertThrows(IOException.class, () -> recorder.charge(charge(1))).getMessage());
      Files.delete(rounds);
      Files.delete(ledger);
    }
    Run run = FileRunRepository.read(record);
    assertEquals(RunState.INTERRUPTED, run.state());
    assertEquals(List.of(), run.rounds());
  }

  @Test
  void anArtifactThatDoesNotFitIsNamedAndLeavesNothing() throws IOException {
    try (FileRunRecorder recorder = new FileRunRepository(folder).create(header(false))) {
      IOException e =
          assertThrows(
              IOException.class,
              () ->
                  recorder.artifact(
                      "model.safetensors",
                      out -> {
                        out.write(1);
                        throw new IOException("No space left on device");
                      }));
      Path model = recorder.folder().resolve("model.safetensors");
      assertEquals(model + FULL, e.getMessage());
      assertFalse(Files.exists(model));
      assertFalse(Files.exists(recorder.folder().resolve(".model.safetensors.tmp")));
    }
  }

  @Test
  void anUnknownTroubleIsPassedOnWithAdvice() throws IOException {
    try (FileRunRecorder recorder = new FileRunRepository(folder).create(header(false))) {
      IOException e =
          assertThrows(
              IOException.class,
              () ->
                  recorder.artifact(
                      "model.safetensors",
                      out -> {
                        throw new IOException("Input/output error");
                      }));
      assertTrue(
          e.getMessage()
              .endsWith(
                  "Input/output error. Check that the disk has space and that you may write there."),
          e.getMessage());
    }
  }

  /** Java's own file system of its classes can't be written to by anybody. */
  @Test
  void aReadOnlyFileSystemIsNamed() throws IOException {
    Path readOnly = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/runs");
    IOException byRepository =
        assertThrows(IOException.class, () -> new FileRunRepository(readOnly).create(header(false)));
    String id = "2026-11-21T10-30-05-digits-with-a-privacy-budget";
    assertEquals(readOnly.resolve(id) + FORBIDDEN, byRepository.getMessage());
    IOException byFolder =
        assertThrows(IOException.class, () -> FileRunRepository.at(readOnly).create(header(false)));
    assertEquals(readOnly + FORBIDDEN, byFolder.getMessage());
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aReadOnlyFolderIsNamed() throws IOException {
    assumeFalse(System.getProperty("user.name").equals("root"), "root may write anywhere");
    Path readOnly = Files.createDirectory(folder.resolve("read-only"));
    Files.setPosixFilePermissions(readOnly, PosixFilePermissions.fromString("r-xr-xr-x"));
    Path out = readOnly.resolve("out");
    IOException e =
        assertThrows(IOException.class, () -> FileRunRepository.at(out).create(header(false)));
    assertEquals(out + FORBIDDEN, e.getMessage());
  }

  /** So that the same command works once there is space again. */
  @Test
  void aRecordThatCouldNotBeBegunLeavesItsFolderEmpty() throws IOException {
    Path out = Files.createDirectory(folder.resolve("out"));
    Path inTheWay = Files.createDirectories(out.resolve("run.json/inside"));
    IOException e =
        assertThrows(IOException.class, () -> new FileRunRecorder(out, header(false)));
    assertTrue(e.getMessage().startsWith(out.resolve("run.json") + " can't be written: "), e.getMessage());
    Files.delete(inTheWay);
    Files.delete(out.resolve("run.json"));
    FileRunRepository.at(out).create(header(false)).close();
  }
}
