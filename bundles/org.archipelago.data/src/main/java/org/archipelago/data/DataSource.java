package org.archipelago.data;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.ProgressListener;
import org.archipelago.data.synthetic.SyntheticDataset;
import org.archipelago.data.table.CsvReader;
import org.archipelago.data.table.Expected;
import org.archipelago.data.table.Table;
import org.archipelago.data.table.Tables;
import org.archipelago.data.table.TokenReader;

/**
 * What {@code data.source} stands for.
 *
 * @param name as the experiment names it
 * @param file the file, or folder of images, if it is one
 * @param sample the sample it is, if it is one
 * @param generated how it is generated, if it is
 */
public record DataSource(
    String name,
    Optional<Path> file,
    Optional<SampleDataset> sample,
    Optional<SyntheticDataset> generated) {

  /** Reads, or generates, the rows. */
  public Table read(Expected expected, ProgressListener progress) {
    if (generated.isPresent()) {
      return generated.get().table();
    }
    if (sample.isPresent() && sample.get().isOfWords()) {
      return TokenReader.read(name, sample.get()::open, progress);
    }
    return sample.isPresent()
        ? CsvReader.read(name, sample.get()::open, expected, progress)
        : Tables.read(name, file.orElseThrow(), expected, progress);
  }

  /**
   * @param field the field that names it
   * @param source {@code sample:<id>}, {@code synthetic:<kind>}, or the path of a table, of images, or of a folder with images
   * @param baseFolder what a relative path is relative to
   * @throws InvalidInputException if there is no such sample, kind or file; the message names those there are
   */
  public static DataSource resolve(String field, String source, Path baseFolder) {
    if (SyntheticDataset.isNamedSo(source)) {
      SyntheticDataset generated = SyntheticDataset.parse(field, source);
      return new DataSource(source, Optional.empty(), Optional.empty(), Optional.of(generated));
    }
    return source.startsWith(SampleDatasets.PREFIX)
        ? sample(field, source)
        : file(field, source, path(field, source, baseFolder));
  }

  /** What is wrong with the source as far as can be said without looking for files. */
  static Optional<Problem> check(String field, String source) {
    if (SyntheticDataset.isNamedSo(source)) {
      try {
        SyntheticDataset.parse(field, source);
      } catch (InvalidInputException e) {
        return e.problems().stream().findFirst();
      }
    }
    return source.startsWith(SampleDatasets.PREFIX) && find(source).isEmpty()
        ? Optional.of(Problem.atField(field, unknown(source)))
        : Optional.empty();
  }

  private static DataSource sample(String field, String source) {
    SampleDataset sample = find(source).orElseThrow(() -> problem(field, unknown(source)));
    return new DataSource(source, Optional.empty(), Optional.of(sample), Optional.empty());
  }

  private static Optional<SampleDataset> find(String source) {
    return SampleDatasets.find(source.substring(SampleDatasets.PREFIX.length()));
  }

  private static String unknown(String source) {
    return "There is no sample '%s'; there is %s.".formatted(source, SampleDatasets.list());
  }

  private static DataSource file(String field, String source, Path path) {
    if (Files.isDirectory(path) && !Tables.isThere(path)) {
      throw problem(
          field,
          ("%s is a folder without images; name a table (.csv, .tsv, .arff), a file of images such as"
                  + " train-images-idx3-ubyte.gz, or a folder with a folder for each class and its images (.png, .jpg,"
                  + " .bmp) in that.")
              .formatted(path));
    }
    if (!Files.exists(path)) {
      throw problem(
          field,
          "There is no file %s. Name a table, relative to the experiment's folder, or one of the samples"
                  .formatted(path)
              + " " + SampleDatasets.list() + ".");
    }
    if (!Files.isReadable(path)) {
      throw problem(field, "The file %s may not be read; ask for the right to read it.".formatted(path));
    }
    return new DataSource(source, Optional.of(path), Optional.empty(), Optional.empty());
  }

  private static Path path(String field, String source, Path baseFolder) {
    try {
      return baseFolder.resolve(source).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw problem(field, "'%s' can't be the path of a file: %s.".formatted(source, e.getReason()));
    }
  }

  private static InvalidInputException problem(String field, String message) {
    return new InvalidInputException(Problem.atField(field, message));
  }
}
