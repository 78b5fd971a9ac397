package org.archipelago.store.run;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.archipelago.core.BaselineRound;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.Run;
import org.archipelago.core.RunHeader;
import org.archipelago.core.RunRepository;

/**
 * Runs in the sub-folders of a folder. A run's id is the name of its folder: when it began, in UTC, and
 * its experiment's name, such as {@code 2026-11-21T10-30-05-handwritten-digits}.
 */
public final class FileRunRepository implements RunRepository {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int SECOND_LENGTH = "2026-11-21T10-30-05".length();
  private static final int LONGEST_NAME = 40;

  private final Path root;

  /** @param root made with the first run, if it is not there */
  public FileRunRepository(Path root) {
    this.root = root;
  }

  /**
   * A repository of one run, in exactly that folder.
   *
   * @throws InvalidInputException if there is a file of that name or the folder is not empty
   */
  public static RunRepository at(Path folder) throws IOException {
    SingleRunRepository.requireUnused(folder);
    return new SingleRunRepository(folder);
  }

  /**
   * Reads the record in a folder, wherever it lies.
   *
   * @throws InvalidInputException if the folder holds no record or a damaged one
   */
  public static Run read(Path folder) throws IOException {
    return new RunReader(folder).read();
  }

  @Override
  public FileRunRecorder create(RunHeader header) throws IOException {
    String id = name(header.provenance().started(), header.experiment().name());
    Path folder = root.resolve(id);
    try {
      Files.createDirectories(root);
      for (int n = 2; !isNew(folder); n++) {
        folder = root.resolve(id + "-" + n);
      }
    } catch (IOException | ReadOnlyFileSystemException e) {
      throw DurableFiles.explain(folder, e);
    }
    return new FileRunRecorder(folder, header);
  }

  private static boolean isNew(Path folder) throws IOException {
    try {
      Files.createDirectory(folder);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  private static String name(Instant started, String experiment) {
    String words = experiment.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String cut = words.length() <= LONGEST_NAME ? words : words.substring(0, LONGEST_NAME);
    return (TIME.format(started) + "-" + cut).replaceAll("-+", "-").replaceAll("-$", "");
  }

  @Override
  public List<String> list() throws IOException {
    if (Files.notExists(root)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(root)) {
      return folders
          .filter(RunReader::isRecord)
          .sorted(
              Comparator.comparing(FileRunRepository::second)
                  .thenComparing(FileRunRepository::begun)
                  .thenComparing(Path::getFileName))
          .map(folder -> folder.getFileName().toString())
          .toList();
    }
  }

  private static String second(Path folder) {
    String name = folder.getFileName().toString();
    return name.substring(0, Math.min(name.length(), SECOND_LENGTH));
  }

  /** Tells runs of one second apart: the file that marks a record is written once, at its beginning. */
  private static FileTime begun(Path folder) {
    try {
      return Files.getLastModifiedTime(folder.resolve(RunFiles.RUN));
    } catch (IOException e) { // somebody is removing the record at this moment
      return FileTime.fromMillis(0);
    }
  }

  @Override
  public Run open(String id) throws IOException {
    return read(folder(id));
  }

  @Override
  public void saveBaselines(String id, List<BaselineRound> baselines) throws IOException {
    BaselineJson.save(folder(id), baselines);
  }

  /**
   * The folder of a run.
   *
   * @throws InvalidInputException if there is no such run
   */
  public Path folder(String id) throws IOException {
    if (!list().contains(id)) {
      throw new InvalidInputException(
          Problem.inFile(root.toString(), 0, "There is no run '%s' in this folder.".formatted(id)));
    }
    return root.resolve(id);
  }
}
