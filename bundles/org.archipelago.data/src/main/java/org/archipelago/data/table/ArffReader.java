package org.archipelago.data.table;

import java.nio.file.Path;
import java.util.Locale;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.ProgressListener;

/**
 * Reads ARFF, the attribute-relation file format of Weka, as its manual specifies it
 * (waikato.github.io/weka-wiki/formats_and_processing/arff_stable): dense and sparse rows; attributes that are
 * numeric, real, integer, nominal, string or date, the last two taken for texts. Relational attributes and weights of
 * single rows are refused.
 */
public final class ArffReader {

  private ArffReader() {}

  /** Whether a file is one, by its name. */
  static boolean reads(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT).matches(".*\\.arff(\\.gz)?");
  }

  /**
   * Reads a file.
   *
   * @param file how messages name the file
   * @param source its bytes
   * @param expected its encoding and what its columns hold, as far as that is known beyond what it says itself
   * @throws InvalidInputException naming file and line of what is not as specified
   */
  public static Table read(
      String file, ByteSource source, Expected expected, ProgressListener progress) {
    return new TableReader(file, source, new ArffRows(file, expected.format()), expected, progress).read();
  }
}
