package org.archipelago.ui.workbench;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was deleted, in a folder for each day (UTC), so that deleting can be undone. It is emptied when a workbench
 * starts, of what was deleted more than {@value #DAYS} days before; nothing is taken away while one is open.
 */
public final class Trash {

  /** For how many days what was deleted is kept. */
  public static final int DAYS = 30;

  private final Path folder;

  public Trash(Path folder) {
    this.folder = folder;
  }

  /** A place for something that is deleted today; nothing is there yet. */
  public Path placeFor(Path deleted) {
    Path today = folder.resolve(LocalDate.now(ZoneOffset.UTC).toString());
    Path place = today.resolve(deleted.getFileName());
    for (int number = 2; Files.exists(place); number++) {
      place = today.resolve(number + "-" + deleted.getFileName());
    }
    return place;
  }

  /** Removes for good what was deleted more than {@value #DAYS} days before a day. */
  public void empty(LocalDate today) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    List<Path> old;
    try (Stream<Path> days = Files.list(folder)) {
      old = days.filter(day -> isBefore(day, today.minusDays(DAYS))).toList();
    }
    for (Path day : old) {
      remove(day);
    }
  }

  private static boolean isBefore(Path day, LocalDate limit) {
    try {
      return LocalDate.parse(day.getFileName().toString()).isBefore(limit);
    } catch (DateTimeException e) { // not put there by this class
      return false;
    }
  }

  /** A link is removed, and not what it leads to. */
  private static void remove(Path tree) throws IOException {
    Files.walkFileTree(tree, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        Files.delete(file);
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
        if (e != null) {
          throw e;
        }
        Files.delete(folder);
        return FileVisitResult.CONTINUE;
      }
    });
  }
}
