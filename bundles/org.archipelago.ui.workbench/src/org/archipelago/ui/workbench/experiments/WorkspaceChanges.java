package org.archipelago.ui.workbench.experiments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.BiConsumer;
import org.archipelago.ui.workbench.Workspace;
import org.archipelago.ui.workbench.run.RunOrigins;

/**
 * The changes of the workspace's files that the Experiments view makes. What is deleted goes to the
 * folder {@code trash} of the workspace, from where undo brings it back.
 */
final class WorkspaceChanges {

  private final Workspace workspace;
  private final RunOrigins origins;
  private final BiConsumer<Path, Path> moved;

  /** @param moved told of every file that has moved, and where to */
  WorkspaceChanges(Workspace workspace, RunOrigins origins, BiConsumer<Path, Path> moved) {
    this.workspace = workspace;
    this.origins = origins;
    this.moved = moved;
  }

  /** A new experiment file. */
  WorkspaceChange create(String label, Path file, String text) {
    Path trash = workspace.trash().placeFor(file);
    return new WorkspaceChange(
        label,
        () -> {
          Files.createDirectories(file.getParent());
          Files.write(file, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
        },
        () -> move(file, trash),
        () -> move(trash, file),
        workspace::changed);
  }

  /** Deletes an experiment file or a run's folder. */
  WorkspaceChange delete(String label, Path path) {
    Path trash = workspace.trash().placeFor(path);
    return new WorkspaceChange(
        label, () -> move(path, trash), () -> move(trash, path), () -> move(path, trash),
        workspace::changed);
  }

  /** Gives an experiment file another name; its runs stay beneath it. */
  WorkspaceChange rename(String label, Path from, Path to) {
    return new WorkspaceChange(
        label, () -> rename(from, to), () -> rename(to, from), () -> rename(from, to),
        workspace::changed);
  }

  private void rename(Path from, Path to) throws IOException {
    boolean caseOnly = from.toString().equalsIgnoreCase(to.toString());
    if (!caseOnly && Files.exists(to)) {
      throw new FileAlreadyExistsException(to.toString());
    }
    Files.move(from, to);
    origins.renamed(from.getFileName().toString(), to.getFileName().toString());
    moved.accept(from, to);
  }

  private void move(Path from, Path to) throws IOException {
    if (Files.exists(to)) {
      throw new FileAlreadyExistsException(to.toString());
    }
    Files.createDirectories(to.getParent());
    Files.move(from, to);
    moved.accept(from, to);
  }
}
