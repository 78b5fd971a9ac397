package org.archipelago.store.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells whether a process is writing a record. The operating system frees the lock when the process
 * ends, however it ends.
 */
final class RunLock implements Closeable {

  /**
   * Folders this very process writes to. Asked first: on POSIX systems, closing any channel on a file
   * frees all the process's locks on it, so a process must never probe its own lock.
   */
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final Path folder;
  private final FileChannel channel;

  private RunLock(Path file, Path folder, FileChannel channel) {
    this.file = file;
    this.folder = folder;
    this.channel = channel;
  }

  /** Takes the lock of a folder that exists. */
  static RunLock hold(Path folder) throws IOException {
    Path file = folder.resolve(RunFiles.LOCK);
    try {
      Path real = folder.toRealPath();
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      OWN.add(real);
      RunLock lock = new RunLock(file, real, channel);
      lock.take();
      return lock;
    } catch (IOException | ReadOnlyFileSystemException e) {
      throw DurableFiles.explain(file, e);
    }
  }

  private void take() throws IOException {
    try {
      channel.lock();
      String text = "Process " + ProcessHandle.current().pid() + " is writing this run.\n";
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  /** Whether some process, this one or another, holds the lock. */
  static boolean isHeld(Path folder) throws IOException {
    if (OWN.contains(folder.toRealPath())) {
      return true;
    }
    Path file = folder.resolve(RunFiles.LOCK);
    if (Files.notExists(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
      return lock == null;
    } catch (OverlappingFileLockException e) {
      return true;
    }
  }

  /** Frees the lock and removes its file. */
  @Override
  public void close() throws IOException {
    OWN.remove(folder);
    channel.close();
    Files.deleteIfExists(file);
  }
}
