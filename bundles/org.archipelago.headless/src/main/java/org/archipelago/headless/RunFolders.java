package org.archipelago.headless;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Where runs go when the user does not say. */
final class RunFolders {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private RunFolders() {}

  /**
   * {@code runs/<name>-<time>}, the time in UTC as in all run records, in the current folder; numbered on if it is
   * there already.
   */
  static Path newFor(String name) {
    Path first = Path.of("runs", name + "-" + TIME.format(Instant.now()));
    Path folder = first;
    for (int n = 2; Files.exists(folder); n++) {
      folder = first.resolveSibling(first.getFileName() + "-" + n);
    }
    return folder;
  }
}
