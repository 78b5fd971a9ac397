package org.archipelago.store.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.archipelago.core.BaselineRound;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.Run;
import org.archipelago.core.RunHeader;
import org.archipelago.core.RunRepository;

/** One run in a folder that the user named. */
final class SingleRunRepository implements RunRepository {

  private static final int NAMES_TOLD = 3;

  private final Path folder;

  SingleRunRepository(Path folder) {
    this.folder = folder;
  }

  /** Refuses a folder in which something would be mixed up or lost. */
  static void requireUnused(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      throw refused(folder, "This is a file; name a folder for the run.");
    }
    try (Stream<Path> files = Files.list(folder)) {
      String names =
          files.map(file -> file.getFileName().toString())
              .sorted()
              .limit(NAMES_TOLD)
              .collect(Collectors.joining(", "));
      if (!names.isEmpty()) {
        throw refused(
            folder, "The folder is not empty (%s); name one that is empty or new.".formatted(names));
      }
    }
  }

  private static InvalidInputException refused(Path folder, String message) {
    return new InvalidInputException(Problem.inFile(folder.toString(), 0, message));
  }

  @Override
  public FileRunRecorder create(RunHeader header) throws IOException {
    requireUnused(folder);
    DurableFiles.createFolder(folder);
    return new FileRunRecorder(folder, header);
  }

  @Override
  public List<String> list() {
    return RunReader.isRecord(folder) ? List.of(new RunReader(folder).id()) : List.of();
  }

  @Override
  public Run open(String id) throws IOException {
    requireRun(id);
    return FileRunRepository.read(folder);
  }

  @Override
  public void saveBaselines(String id, List<BaselineRound> baselines) throws IOException {
    requireRun(id);
    BaselineJson.save(folder, baselines);
  }

  private void requireRun(String id) {
    if (!list().contains(id)) {
      throw refused(folder, "There is no run '%s' in this folder.".formatted(id));
    }
  }
}
