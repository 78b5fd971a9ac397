package org.archipelago.store.run;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.archipelago.core.RunRecorder.Content;

/** Writing that survives the end of the process, and sentences for when it can't be done. */
public final class DurableFiles {

  private DurableFiles() {}

  /**
   * Makes a folder, and those it lies in, where they are not there yet.
   *
   * @throws IOException if it can't be done; the message names the folder, the reason and what helps
   */
  public static void createFolder(Path folder) throws IOException {
    try {
      Files.createDirectories(folder);
    } catch (IOException | ReadOnlyFileSystemException e) {
      throw explain(folder, e);
    }
  }

  /**
   * Writes or replaces a file, whole or not at all.
   *
   * @throws IOException if it can't be done; the message names the file, the reason and what helps
   */
  public static void write(Path file, Content content) throws IOException {
    Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
    boolean moved = false;
    try {
      writeAndForce(temporary, content);
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      moved = true;
      forceFolder(file.getParent());
    } catch (IOException | ReadOnlyFileSystemException e) {
      throw explain(file, e);
    } finally {
      if (!moved) {
        Files.deleteIfExists(temporary);
      }
    }
  }

  static void write(Path file, String text) throws IOException {
    write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static void writeAndForce(Path file, Content content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      OutputStream out = new BufferedOutputStream(new KeepOpen(Channels.newOutputStream(channel)));
      content.writeTo(out);
      out.flush();
      channel.force(true);
    }
  }

  /** Content may close the stream it is given; the file must stay open until it is forced. */
  private static final class KeepOpen extends FilterOutputStream {
    KeepOpen(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }

  /** Makes new names in a folder durable, on systems that open folders (Windows does it itself). */
  static void forceFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // This system can't force a folder.
    }
  }

  /** The same failure, saying which file could not be written, why, and what helps. */
  static IOException explain(Path file, Exception e) {
    return new IOException(file + " can't be written: " + reason(e), e);
  }

  private static String reason(Exception e) {
    String said =
        e instanceof FileSystemException f && f.getReason() != null ? f.getReason() : e.getMessage();
    String lower = said == null ? "" : said.toLowerCase(Locale.ROOT);
    if (lower.contains("space") || lower.contains("quota")) {
      return "the disk is full. Free some space on it, or choose a folder on another disk.";
    }
    if (e instanceof AccessDeniedException
        || e instanceof ReadOnlyFileSystemException
        || lower.contains("read-only")) {
      return "writing is not allowed there. Choose a folder that you may write to.";
    }
    return "%s. Check that the disk has space and that you may write there."
        .formatted(said == null ? e.getClass().getSimpleName() : said);
  }
}
