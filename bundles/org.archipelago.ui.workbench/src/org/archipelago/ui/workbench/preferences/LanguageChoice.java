package org.archipelago.ui.workbench.preferences;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * The language of the program. It has to be known before anything is shown, and is the same for all
 * workspaces: it is kept in a small file of the user's, which the launch scripts read too.
 */
public enum LanguageChoice {
  SYSTEM(""),
  ENGLISH("en"),
  CHINESE("zh");

  private final String code;

  LanguageChoice(String code) {
    this.code = code;
  }

  /** As in {@code -nl}; empty for the system's language. */
  public String code() {
    return code;
  }

  /** The one chosen; the system's where the file is missing or says something else. */
  public static LanguageChoice chosen() {
    return chosen(file());
  }

  /** The same of a file. */
  public static LanguageChoice chosen(Path file) {
    try {
      String written = Files.isReadable(file) ? Files.readString(file).strip() : "";
      return Arrays.stream(values())
          .filter(language -> language.code.equals(written))
          .findFirst()
          .orElse(SYSTEM);
    } catch (IOException e) {
      return SYSTEM;
    }
  }

  /** Keeps the choice for the next start. */
  public void choose() throws IOException {
    choose(file());
  }

  /** The same in a file. */
  public void choose(Path file) throws IOException {
    if (this == SYSTEM) {
      Files.deleteIfExists(file);
    } else {
      Files.createDirectories(file.getParent());
      Files.writeString(file, code + "\n");
    }
  }

  /** Whether the program speaks it now; the system's language is not known any more after another was asked for. */
  public boolean isSpoken() {
    return this == SYSTEM || Locale.getDefault().getLanguage().equals(code);
  }

  private static Path file() {
    String folder = System.getProperty("archipelago.home");
    return folder == null
        ? Path.of(System.getProperty("user.home"), ".archipelago", "language")
        : Path.of(folder, "language");
  }
}
