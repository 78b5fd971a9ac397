package org.archipelago.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.archipelago.app.WorkspaceLock;
import org.archipelago.app.WorkspaceLock.Refusal;
import org.eclipse.core.runtime.Platform;
import org.eclipse.osgi.service.datalocation.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workspace that is opened twice. */
class WorkspaceLockTest {

  /** Another workbench, as far as the lock goes: holds it until it is killed. */
  private static final String HOLDER =
      """
      import java.nio.channels.FileChannel;
      import java.nio.file.*;

      class Holder {
        public static void main(String[] args) throws Exception {
          Path lock = Path.of(args[0], ".metadata", ".lock");
          Files.createDirectories(lock.getParent());
          FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE).lock();
          System.out.println("locked");
          System.in.read();
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void theSecondIsToldWhatToDoAndTheFirstMayCrash() throws IOException, InterruptedException {
    Path workspace = folder.resolve("my workspace");
    Process other = start(workspace);
    try {
      Refusal refusal = WorkspaceLock.take(location(workspace)).orElseThrow();
      assertEquals("Workspace in Use", refusal.title());
      assertTrue(refusal.advice().contains(workspace.toString()), refusal.advice());
      assertTrue(
          refusal.advice().endsWith(
              "Close the other one and press Try Again, or start this one with a folder of its own:"
                  + "\n\narchipelago -data FOLDER"),
          refusal.advice());
    } finally {
      other.destroyForcibly().waitFor();
    }
    assertTrue(Files.exists(workspace.resolve(".metadata/.lock")), "the crash left the lock's file");
    Location mine = location(workspace);
    assertEquals(Optional.empty(), WorkspaceLock.take(mine));
    mine.release();
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamedWithTheReason() throws IOException {
    Path file = Files.writeString(folder.resolve("no-folder"), "a file");
    Refusal refusal = WorkspaceLock.take(location(file)).orElseThrow();
    assertEquals("Workspace Can't Be Used", refusal.title());
    assertTrue(refusal.advice().contains(file.toString()), refusal.advice());
    assertTrue(refusal.advice().contains("start with another folder"), refusal.advice());
  }

  private static Location location(Path workspace) throws IOException {
    Location location = Platform.getInstanceLocation().createLocation(null, null, false);
    location.set(workspace.toUri().toURL(), false);
    return location;
  }

  private Process start(Path workspace) throws IOException {
    Path source = Files.writeString(folder.resolve("Holder.java"), HOLDER);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process = new ProcessBuilder(java, source.toString(), workspace.toString()).start();
    BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
    assertEquals("locked", said.readLine());
    return process;
  }
}
