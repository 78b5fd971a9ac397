package org.archipelago.ui.workbench.welcome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.archipelago.ui.workbench.Workspace;

/** The user's experiments that were changed last. */
final class RecentExperiments {

  private record Dated(Path file, FileTime changed) {}

  private RecentExperiments() {}

  /** At most so many files, the newest first; none where the folder can't be read. */
  static List<Path> of(Workspace workspace, int most) {
    List<Dated> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(workspace.experiments())) {
      for (Path file : files.filter(f -> f.toString().endsWith(Workspace.ENDING)).toList()) {
        found.add(new Dated(file, Files.getLastModifiedTime(file)));
      }
    } catch (IOException noFolderYet) {
      return List.of();
    }
    return found.stream()
        .sorted(Comparator.comparing(Dated::changed).reversed())
        .limit(most)
        .map(Dated::file)
        .toList();
  }
}
