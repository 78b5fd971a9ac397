package org.archipelago.data.table;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.ProgressListener;

/** Reads whatever rows can be read from. */
public final class Tables {

  private Tables() {}

  /**
   * Whether a file is of rows, by its name: CSV, TSV, ARFF, words with their tags, or images; or a folder with
   * images.
   */
  public static boolean isNamedSo(Path file) {
    return isTable(file)
        || TokenReader.reads(file)
        || IdxReader.reads(file)
        || ImageFolderReader.reads(file);
  }

  /** Whether a file is a table of text, by its name: CSV, TSV or ARFF, packed by gzip or not. */
  public static boolean isTable(Path file) {
    return CsvReader.reads(file) || ArffReader.reads(file);
  }

  /** Whether there is something of the kind that rows are read from: a file, or a folder with images. */
  public static boolean isThere(Path path) {
    return Files.isRegularFile(path) || Files.isDirectory(path) && isNamedSo(path);
  }

  /**
   * Reads a table of text, a file of words with their tags, a file of images, a folder of such files, or one of images by
   * class.
   *
   * @param name how messages name it
   * @throws InvalidInputException if it is no proper one
   */
  public static Table read(String name, Path path, ProgressListener progress) {
    return read(name, path, Expected.NOTHING, progress);
  }

  /** The same with what is known of it. */
  public static Table read(String name, Path path, Expected expected, ProgressListener progress) {
    if (TokenReader.reads(path)) {
      return TokenReader.read(name, () -> Files.newInputStream(path), progress);
    }
    if (IdxReader.reads(path)) {
      return IdxReader.read(name, path, progress);
    }
    return ImageFolderReader.reads(path)
        ? ImageFolderReader.read(name, path, expected.image(), progress)
        : readTable(name, path, expected, progress);
  }

  /**
   * The images that were set apart for tests beside these, by their names: {@code t10k-images…} or
   * {@code test-images…} beside {@code train-images…}, the folder {@code test} beside {@code train}.
   */
  public static Optional<Path> testBeside(Path images) {
    String name = images.getFileName().toString();
    return Stream.of("t10k", "test", "testing")
        .map(word -> name.replaceFirst("(?i)train(ing)?", word))
        .filter(other -> !other.equals(name))
        .map(images::resolveSibling)
        .filter(other -> Files.isDirectory(images) ? ImageFolderReader.reads(other) : IdxReader.reads(other))
        .filter(Files::exists)
        .findFirst();
  }

  private static Table readTable(String name, Path path, Expected expected, ProgressListener progress) {
    return ArffReader.reads(path)
        ? ArffReader.read(name, ByteSource.of(path), expected, progress)
        : CsvReader.read(name, ByteSource.of(path), expected, progress);
  }
}
