package org.archipelago.data.table;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.archipelago.core.ImageSize;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;

/** One file in the IDX format, open at what follows its header. */
final class IdxFile {

  private static final int BYTES = 0x0800;
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final boolean labels;
  private DataInputStream in;
  private long count;
  private ImageSize image;

  private IdxFile(Path file, boolean labels) {
    this.file = file;
    this.labels = labels;
  }

  /** Opens a file of images: one number for each, each row and each column, and maybe each channel. */
  static IdxFile images(Path file, MessageDigest digest) {
    IdxFile opened = new IdxFile(file, false);
    opened.open(digest);
    return opened;
  }

  /** Opens a file of labels. */
  static IdxFile labels(Path file, MessageDigest digest) {
    IdxFile opened = new IdxFile(file, true);
    opened.open(digest);
    return opened;
  }

  private void open(MessageDigest digest) {
    try {
      InputStream raw =
          new DigestInputStream(
              new BufferedInputStream(Files.newInputStream(file), BUFFER), digest);
      boolean packed = name().endsWith(".gz");
      in = new DataInputStream(packed ? new GZIPInputStream(raw, BUFFER) : raw);
      header();
    } catch (IOException e) {
      close();
      throw unreadable(e, -1);
    } catch (InvalidInputException e) {
      close();
      throw e;
    }
  }

  private void header() throws IOException {
    int magic = in.readInt();
    int axes = magic & 0xFF;
    boolean fits = (magic & ~0xFF) == BYTES && (labels ? axes == 1 : axes == 3 || axes == 4);
    if (!fits) {
      throw wrongMagic(magic);
    }
    count = Integer.toUnsignedLong(in.readInt());
    long values = 1;
    int[] lengths = {1, 1, 1};
    for (int axis = 1; axis < axes; axis++) {
      long length = Integer.toUnsignedLong(in.readInt());
      values = length == 0 || values > Integer.MAX_VALUE ? Long.MAX_VALUE : values * length;
      lengths[axis - 1] = (int) Math.min(length, Integer.MAX_VALUE);
    }
    requirePossible(values);
    image = labels ? null : new ImageSize(lengths[0], lengths[1], lengths[2]);
  }

  private InvalidInputException wrongMagic(int magic) {
    if (labels) {
      return problem(
          ("It begins with %08x, but a file of labels in the IDX format begins with 00000801: it is"
                  + " something else.")
              .formatted(magic));
    }
    boolean ofLabels = magic == (BYTES | 1);
    return problem(
        ("It begins with %08x, but a file of images in the IDX format, with a byte a value, begins with"
                + " 00000803, or with 00000804 if it has channels: %s.")
            .formatted(
                magic,
                ofLabels ? "it is a file of labels; name that of the images" : "it is something else"));
  }

  private void requirePossible(long values) {
    if (count == 0) {
      throw problem("It says that it has no entry: there is nothing to learn from.");
    }
    long memory = Runtime.getRuntime().maxMemory();
    if (values > 1 << 20 || count > Integer.MAX_VALUE - 8 || (double) count * values > 0.5 * memory) {
      throw problem(
          String.format(
              Locale.ROOT,
              "It says that it has %,d entries of %,d values, more than Java has memory for (%.1f GB): give it"
                  + " more (-Xmx), or take fewer images.",
              count,
              values,
              1e-9 * memory));
    }
  }

  String name() {
    return file.getFileName().toString();
  }

  /** Entries, as the header says. */
  long count() {
    return count;
  }

  /** Size of each image. */
  ImageSize image() {
    return image;
  }

  /**
   * Reads entries.
   *
   * @param width values of an entry
   * @param before how many entries were read before, for messages
   */
  void read(byte[] to, int at, int entries, int width, int before) {
    try {
      int read = in.readNBytes(to, at, entries * width);
      if (read < entries * width) {
        throw unreadable(new EOFException(), before + read / width);
      }
    } catch (IOException e) {
      throw unreadable(e, before);
    }
  }

  /** @throws InvalidInputException if there is more in the file than its header says */
  void requireEnd() {
    try {
      if (in.read() >= 0) {
        throw problem("There is more in it than the %,d entries that it says it has.".formatted(count));
      }
    } catch (IOException e) {
      throw unreadable(e, (int) count);
    }
  }

  void close() {
    try {
      if (in != null) {
        in.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private InvalidInputException unreadable(IOException e, int entry) {
    if (e instanceof EOFException) {
      return problem(
          entry < 0
              ? "It ends before its header does: it was cut off, or is no IDX file."
              : "It says that it has %,d entries, but ends after about %,d: it was cut off. Fetch it again."
                  .formatted(count, entry));
    }
    if (e instanceof ZipException) {
      return problem("It is not packed by gzip, as its name says, or it is damaged. Fetch it again.");
    }
    if (e instanceof NoSuchFileException) {
      return problem("There is no such file.");
    }
    return problem(CsvRows.cantRead(e));
  }

  InvalidInputException problem(String message) {
    return new InvalidInputException(Problem.inFile(file.toString(), 0, message));
  }
}
