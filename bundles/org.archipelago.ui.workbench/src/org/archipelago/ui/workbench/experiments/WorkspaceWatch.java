package org.archipelago.ui.workbench.experiments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.archipelago.ui.workbench.Workspace;

/**
 * Notices experiments and runs that come, change and go without this workbench's doing, such as runs
 * that are started on the command line. Looks at names and times only; not for the UI thread.
 */
final class WorkspaceWatch {

  private final Workspace workspace;
  private List<String> seen = List.of();

  WorkspaceWatch(Workspace workspace) {
    this.workspace = workspace;
  }

  /** Whether something is otherwise than at the last call. */
  boolean hasChanged() {
    List<String> now =
        Stream.of(workspace.experiments(), workspace.runs())
            .flatMap(folder -> entries(folder).stream())
            .toList();
    boolean changed = !now.equals(seen);
    seen = now;
    return changed;
  }

  /** A run's folder changes when a file comes to it: the header, the outcome, a report. */
  private static List<String> entries(Path folder) {
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry + " " + changed(entry)).sorted().toList();
    } catch (IOException | java.io.UncheckedIOException e) {
      return List.of(folder + " " + e.getMessage());
    }
  }

  private static long changed(Path entry) {
    try {
      return Files.getLastModifiedTime(entry).toMillis();
    } catch (IOException e) { // it went away at this moment
      return 0;
    }
  }
}
