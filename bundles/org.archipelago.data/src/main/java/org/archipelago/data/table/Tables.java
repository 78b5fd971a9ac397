package org.archipelago.data.table;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.ProgressListener;

/** Reads whatever rows can be read from. */
public final class Tables {

  private Tables() {}

  /** Whether a file is of rows, by its name: CSV, or images. */
  public static boolean isNamedSo(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv")
        || IdxReader.reads(file);
  }

  /**
   * Reads a CSV file, a file of images, or a folder of images.
   *
   * @param name how messages name it
   * @throws InvalidInputException if it is no proper one
   */
  public static Table read(String name, Path path, ProgressListener progress) {
    return IdxReader.reads(path)
        ? IdxReader.read(name, path, progress)
        : CsvReader.read(name, () -> Files.newInputStream(path), progress);
  }
}
