package org.archipelago.store.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A file of one JSON object a line, which only grows. It is made with its first line. */
final class JsonLines implements Closeable {

  private final Path file;
  private FileChannel channel;

  JsonLines(Path file) {
    this.file = file;
  }

  /** Returns when the line would survive the end of the process; else nothing of it is kept. */
  void append(ObjectNode node) throws IOException {
    try {
      open();
      long before = channel.size();
      try {
        writeAndForce(ByteBuffer.wrap(Json.line(node).getBytes(StandardCharsets.UTF_8)));
      } catch (IOException e) {
        forget(before, e);
        throw e;
      }
    } catch (IOException | ReadOnlyFileSystemException e) {
      throw DurableFiles.explain(file, e);
    }
  }

  private void open() throws IOException {
    if (channel == null) {
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
      DurableFiles.forceFolder(file.getParent());
    }
  }

  private void writeAndForce(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(true);
  }

  private void forget(long size, IOException cause) {
    try {
      channel.truncate(size);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }

  /** All whole lines; one that was cut short by the end of its process is left out. */
  static <T> List<T> read(Path file, Function<JsonNode, T> reader) throws IOException {
    List<T> lines = new ArrayList<>();
    if (Files.notExists(file)) {
      return lines;
    }
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    int begin = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', begin)) {
      lines.add(
          Json.read(text.substring(begin, end), file.toString(), lines.size() + 1, reader));
      begin = end + 1;
    }
    return lines;
  }
}
