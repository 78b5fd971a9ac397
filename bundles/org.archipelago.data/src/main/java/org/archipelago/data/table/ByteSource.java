package org.archipelago.data.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Bytes that can be read more than once. */
@FunctionalInterface
public interface ByteSource {

  InputStream open() throws IOException;

  /** How many bytes there are; 0 where that is not known. */
  default long size() {
    return 0;
  }

  /** The contents of a file; unpacked, where its name ends in {@code .gz}. */
  static ByteSource of(Path file) {
    return new ByteSource() {
      @Override
      public InputStream open() throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        return isPacked(file) ? unpacked(in) : in;
      }

      @Override
      public long size() {
        try {
          return isPacked(file) ? 0 : Files.size(file);
        } catch (IOException notThere) {
          return 0;
        }
      }
    };
  }

  private static InputStream unpacked(InputStream in) throws IOException {
    try {
      return new GZIPInputStream(in, 1 << 16);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  private static boolean isPacked(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".gz");
  }
}
