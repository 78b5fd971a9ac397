package org.archipelago.data.table;

import java.nio.file.Path;
import java.util.Locale;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.ProgressListener;

/**
 * Reads CSV and TSV into a {@link Table}: RFC 4180, with whatever delimiter, quotes, encoding and decimal sign
 * {@link FileFormat} says or the file shows. Spaces around a cell are dropped, an empty cell is a missing value,
 * empty lines are passed over. A column is numeric when all its values are decimal numbers, else categorical; one of
 * digits alone, of which some begin with a zero, holds codes such as {@code 02139} and is categorical too.
 */
public final class CsvReader {

  private CsvReader() {}

  /** Whether a file is a table of text, by its name. */
  static boolean reads(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.matches(".*\\.(csv|tsv|tab)(\\.gz)?");
  }

  /** Reads a file of which nothing is known. */
  public static Table read(String file, ByteSource source, ProgressListener progress) {
    return read(file, source, Expected.NOTHING, progress);
  }

  /**
   * Reads a file.
   *
   * @param file how messages name the file
   * @param source its bytes
   * @param expected how it is to be read, and what its columns hold, as far as that is known
   * @throws InvalidInputException naming file and line: empty file, no rows, a row of the wrong
   *     length, a column without a name or named twice, not of its encoding, no text, too large, unreadable
   */
  public static Table read(
      String file, ByteSource source, Expected expected, ProgressListener progress) {
    return new TableReader(file, source, new CsvRows(file, expected.format()), expected, progress).read();
  }
}
