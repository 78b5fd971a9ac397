package org.archipelago.ui.workbench.experiments;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.archipelago.ui.workbench.Messages;
import org.archipelago.ui.workbench.Workspace;
import org.eclipse.osgi.util.NLS;

/** Names of experiment files that every system we run on can keep. */
final class FileName {

  private static final int LONGEST = 100;
  private static final String REFUSED = "\\/:*?\"<>|";
  private static final Set<String> RESERVED =
      Set.of("con", "prn", "aux", "nul", "com1", "com2", "com3", "lpt1", "lpt2", "lpt3");

  private FileName() {}

  /** The name without its ending. */
  static String stem(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(Workspace.ENDING)
        ? name.substring(0, name.length() - Workspace.ENDING.length())
        : name;
  }

  /** The file of that name, typed with its ending or without. */
  static Path file(Path folder, String typed) {
    String name = typed.strip();
    return folder.resolve(name.endsWith(Workspace.ENDING) ? name : name + Workspace.ENDING);
  }

  /**
   * What is wrong with a name, if anything is.
   *
   * @param typed what the user typed
   * @param current the file that has the name now and may keep it; null for a new file
   */
  static Optional<String> mistake(Path folder, String typed, Path current) {
    String name = typed.strip();
    if (name.isEmpty()) {
      return Optional.of(Messages.Name_empty);
    }
    for (char c : name.toCharArray()) {
      if (REFUSED.indexOf(c) >= 0 || Character.isISOControl(c)) {
        return Optional.of(NLS.bind(Messages.Name_character, Character.isISOControl(c) ? "\u2423" : c));
      }
    }
    String stem = stem(Path.of(name)).toLowerCase(Locale.ROOT);
    if (stem.isEmpty() || name.startsWith(".") || RESERVED.contains(stem)) {
      return Optional.of(NLS.bind(Messages.Name_reserved, name));
    }
    if (name.length() > LONGEST) {
      return Optional.of(NLS.bind(Messages.Name_long, name.length(), LONGEST));
    }
    Path file = file(folder, name);
    if (!file.equals(current) && Files.exists(file)) {
      return Optional.of(NLS.bind(Messages.Name_taken, file.getFileName()));
    }
    return Optional.empty();
  }

  /** A file name that says the same as an experiment's name. */
  static String suggested(String experimentName) {
    String name = experimentName.strip();
    StringBuilder stem = new StringBuilder();
    for (char c : name.toCharArray()) {
      stem.append(REFUSED.indexOf(c) >= 0 || Character.isISOControl(c) ? '-' : c);
    }
    String cut = stem.length() > LONGEST - 10 ? stem.substring(0, LONGEST - 10) : stem.toString();
    return cut.replaceFirst("^\\.+", "").strip();
  }
}
